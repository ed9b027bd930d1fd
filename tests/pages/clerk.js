// What a clerk does on the question screens, in the page's words. Asserts nothing.
import { BEGINS } from '../harness/clock.js';
import { click } from '../harness/mouse.js';

/** The day in China by the pages' clock, `2026-11-15`; a test that sets another writes its days out. */
export const today = () => BEGINS.slice(0, 10);

/** The year by the pages' clock. */
export const year = () => today().slice(0, 4);

export const NONE = '没有';
export const UNKNOWN = '不清楚';
export const YES = '有';
export const REST = '没有别的了';

/** The criteria of the village level. */
export const VILLAGE = ['village.1', 'village.2', 'village.3', 'village.4', 'village.5', 'village.6', 'village.7', 'village.8'];

/** Opens the sheet at a criterion, which shows its remark and its reasons then. */
export async function openQuestion(screen, period, rule) {
  await screen.go(`#/tasks/${period}/${rule}`);
  await screen.until(`the criterion ${rule}`, () => screen.run((rule) => document.querySelector(`[data-rule="${rule}"] textarea`) !== null, rule));
}

/** The questions of a criterion as they stand on the sheet: what is asked, which answer is pressed, whether it is open. */
export const questions = (screen, rule) =>
  screen.run(
    (rule) =>
      [...document.querySelectorAll(`[data-rule="${rule}"] .tasks-row`)].map((row) => ({
        text: row.querySelector('.tasks-question').innerText,
        only: (row.querySelector('.tasks-question + .soft') || { innerText: '' }).innerText,
        pressed: (row.querySelector('[data-key][aria-pressed=true]') || { innerText: '' }).innerText,
        open: row.dataset.open === 'true',
      })),
    rule,
  );

/** The button of an answer, by its text, of the question at a place of a criterion. */
async function button(screen, rule, text, at) {
  const find = (rule, text, at) => {
    const row = document.querySelectorAll(`[data-rule="${rule}"] .tasks-row`)[at];
    return row && [...row.querySelectorAll('[data-key]')].find((it) => it.innerText === text);
  };
  await screen.until(`the answer “${text}” of ${rule}`, () => screen.run(`Boolean((${find})(${JSON.stringify(rule)}, ${JSON.stringify(text)}, ${at}))`));
  return (await screen.page.evaluateHandle(find, rule, text, at)).asElement();
}

/** Presses an answer, by its text, of the question at a place of a criterion on the sheet. */
export async function answer(screen, rule, text, at = 0) {
  await click(await button(screen, rule, text, at));
}

const wire = (name) => (name instanceof RegExp ? { pattern: name.source, flags: name.flags } : { text: name });

/** Until a text can be read at a criterion of the sheet. */
export const seeAt = (screen, rule, wanted) =>
  screen.until(`“${wanted}” at ${rule}`, async () => {
    const text = await screen.run((rule) => document.querySelector(`[data-rule="${rule}"]`).innerText, rule);
    return wanted instanceof RegExp ? wanted.test(text) : text.includes(wanted);
  });

/** How many buttons of a name a criterion has on the sheet; others may have the same. */
export const buttonsAt = (screen, rule, name) =>
  screen.run((rule, name) => window.__find.all('button', name, document.querySelector(`[data-rule="${rule}"]`)).length, rule, wire(name));

/** Presses the first button of a name at a criterion. */
export async function pressAt(screen, rule, name) {
  const first = (rule, name) => window.__find.all('button', name, document.querySelector(`[data-rule="${rule}"]`))[0];
  for (let attempt = 0; ; attempt += 1) {
    await screen.until(`“${name}” at ${rule}`, async () => (await buttonsAt(screen, rule, name)) > 0);
    try {
      return await click((await screen.page.evaluateHandle(first, rule, wire(name))).asElement());
    } catch (error) {
      // Drawn anew between finding and clicking.
      if (attempt > 4) throw error;
    }
  }
}

/** Answers every open question of a criterion with “none”. */
export async function answerNone(screen, period, rule) {
  await openQuestion(screen, period, rule);
  for (;;) {
    const open = (await questions(screen, rule)).findIndex((it) => it.open);
    if (open < 0) break;
    await answer(screen, rule, NONE, open);
    await screen.until('the answer', async () => !(await questions(screen, rule))[open].open);
  }
  await saved(screen);
}

/** Answers all eight. */
export async function answerAll(screen, period = year()) {
  for (const rule of VILLAGE) await answerNone(screen, period, rule);
}

/** Until everything is shown as saved. */
export const saved = (screen) => screen.see(/已保存 \d\d:\d\d/);

/** Registers one incident of a criterion's first question, with nothing but its day. */
export async function registerIncident(screen, period, rule, day) {
  await openQuestion(screen, period, rule);
  await answer(screen, rule, YES);
  const field = await screen.find('textbox', '发生日期');
  await field.evaluate((input, day) => {
    input.value = day;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  }, day);
  await screen.click('button', /^登记$/);
  await screen.see('已登记的案事件');
  await saved(screen);
}

/** Signs what is answered; the address of the file's screen. */
export async function sign(screen, period) {
  await screen.go(`#/check/${period}`);
  await screen.click('button', '签名并导出');
  await screen.see('文件已核验');
  return new URL(screen.page.url()).hash;
}
