// What a clerk does on the question screens, in the page's words. Asserts nothing.
import { BEGINS } from '../harness/clock.js';
import { click } from '../harness/mouse.js';

/** The day in China by the pages' clock, `2026-11-15`; a test that sets another writes its days out. */
export const today = () => BEGINS.slice(0, 10);

/** The year by the pages' clock. */
export const year = () => today().slice(0, 4);

export const NONE = '本期未发生';
export const UNKNOWN = '不清楚';
export const YES = '有，登记';
export const REST = '除已登记的以外，没有别的';

/** The criteria of the village level. */
export const VILLAGE = ['village.1', 'village.2', 'village.3', 'village.4', 'village.5', 'village.6', 'village.7', 'village.8'];

/** Opens the question of a criterion. */
export async function openQuestion(screen, period, rule) {
  await screen.go(`#/tasks/${period}/${rule}`);
  await screen.find('textbox', '备注');
}

/** Answers every open question of a criterion with “none”. */
export async function answerNone(screen, period, rule) {
  await openQuestion(screen, period, rule);
  // An answer adds a button to take it back, so the places are looked up anew after each.
  for (;;) {
    const names = await screen.names('button');
    const places = names.map((name, at) => (name.startsWith(NONE) ? at : -1)).filter((at) => at >= 0);
    const buttons = await Promise.all(places.map((at) => screen.nth('button', at)));
    const pressed = await Promise.all(buttons.map((it) => it.evaluate((button) => button.getAttribute('aria-pressed'))));
    const open = pressed.indexOf('false');
    if (open < 0) break;
    await click(buttons[open]);
    await saved(screen);
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
  await screen.click('button', YES);
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
