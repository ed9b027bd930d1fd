// The questions as a sheet: one button for the rest of a section states exactly what it lists, and is undone as one, also after a
// reload, and after another window wrote in between; answered sections fold; an address leads to its row.
import assert from 'node:assert/strict';
import { dump } from '../harness/database.js';
import { look } from '../harness/look.js';
import { opening } from '../harness/people.js';
import { Screen } from '../harness/screen.js';
import { steps } from '../harness/steps.js';
import { answer, NONE, openQuestion, questions, saved, UNKNOWN, year } from '../pages/clerk.js';
import { setUp } from '../pages/setup.js';

const people = {};
let address;
opening(async (enter, url) => {
  address = url;
  for (const name of ['bawu', 'dali']) people[name] = await enter();
});

const step = steps();
const statements = async (screen) => (await dump(screen.page)).tables.statements.map(([, text]) => JSON.parse(text));
/** The lines of the list that a section's button shows. */
const listed = (screen) => screen.run(() => [...document.querySelectorAll('.tasks-rest li')].map((it) => it.innerText));
const shown = (screen) => screen.run(() => document.querySelectorAll('.tasks-row').length);

step('the button of a section lists what it would state, and states nothing before that is confirmed', async () => {
  const { screen } = people.bawu;
  await setUp(screen);
  await screen.go(`#/tasks/${year()}`);
  await answer(screen, 'village.1', UNKNOWN);
  await saved(screen);
  await screen.click('button', '本节其余都没有发生');
  const lines = await listed(screen);
  assert.equal(lines.length, 8, lines.join('\n'));
  assert.ok(lines.every((line) => /：没有$/.test(line)), lines.join('\n'));
  assert.ok(!lines.some((line) => line.includes('涉访')), 'what is answered is left alone');
  assert.deepEqual(await look(screen, 'sheet-rest'), []);
  await screen.page.keyboard.press('Escape');
  await screen.until('the list to be gone', async () => (await listed(screen)).length === 0);
  assert.equal((await statements(screen)).length, 1);
});

step('confirmed, it states just these; the section folds when all is answered, and says how to undo it', async () => {
  const { screen } = people.bawu;
  await screen.click('button', '本节其余都没有发生');
  await screen.click('button', '确认这 8 题');
  await screen.see(/一次答了 8 题/);
  await saved(screen);
  const all = await statements(screen);
  assert.equal(all.length, 9);
  assert.equal(all.filter((it) => JSON.stringify(it).includes('complete')).length, 8);
  assert.equal(await shown(screen), 0, 'one line');
  await screen.see('10/10 题已答');
  await screen.find('link', '检查答案，签名');
  assert.deepEqual(await look(screen, 'sheet-folded'), []);
});

step('after a reload it can still be undone, and only what it stated goes', async () => {
  const { screen } = people.bawu;
  await screen.page.reload({ waitUntil: 'load' });
  await screen.see(/一次答了 8 题/);
  await screen.click('button', '撤销');
  await screen.until('the answers to be gone', async () => (await statements(screen)).length === 1);
  await saved(screen);
  assert.deepEqual((await questions(screen, 'village.1')).map((it) => it.pressed), [UNKNOWN], 'the section is open again');
  assert.ok((await questions(screen, 'village.2')).every((it) => it.open));
  await screen.gone('一次答了');
});

step('what another window changed in between stays, and the undo says so', async () => {
  const { screen, browser } = people.bawu;
  await screen.click('button', '本节其余都没有发生');
  await screen.click('button', '确认这 8 题');
  await screen.see(/一次答了 8 题/);
  await saved(screen);
  const other = new Screen(await browser.page(address));
  await openQuestion(other, year(), 'village.7');
  await answer(other, 'village.7', UNKNOWN);
  await saved(other);
  await screen.page.bringToFront();
  await screen.see('其中 1 题后来在这里或别的窗口改过，撤销时不动。');
  await screen.click('button', '撤销');
  await screen.until('the rest to be gone', async () => (await statements(screen)).length === 2);
  await saved(screen);
  assert.deepEqual((await questions(screen, 'village.7')).map((it) => it.pressed), [UNKNOWN]);
  await other.page.close();
});

step('an address leads to its row, opened, with the focus; what was answered there can be taken back', async () => {
  const { screen } = people.bawu;
  await answer(screen, 'village.6', NONE);
  await saved(screen);
  await openQuestion(screen, year(), 'village.6');
  await screen.until('the focus', () => screen.run(() => document.activeElement.id === 'item-village.6'));
  await screen.see(/已答：.*没有/);
  const before = (await statements(screen)).length;
  await screen.click('button', '撤回这个回答');
  await screen.until('it to be taken back', async () => (await statements(screen)).length === before - 1);
  people.bawu.browser.quiet();
});

step('what is no good answer is left out, and figures are', async () => {
  const { screen } = people.dali;
  await setUp(screen, { unit: '龙溪社区' });
  await screen.go(`#/tasks/${year()}`);
  const count = await screen.count('button', /^本节其余/);
  assert.ok(count >= 2, `${count} sections`);
  for (let left = count; left > 0; left -= 1) {
    await screen.click('button', /^本节其余/);
    const lines = await listed(screen);
    assert.ok(!lines.some((line) => line.includes('整改任务')), lines.join('\n'));
    assert.ok(lines.every((line) => /：(没有|是)$/.test(line)), lines.join('\n'));
    await screen.click('button', /^确认这 \d+ 题/);
    await screen.until('it to be stated', async () => (await screen.count('button', /^本节其余/)) === left - 1);
  }
  await saved(screen);
  await screen.gone('不得评定');
  assert.ok((await screen.run(() => document.querySelectorAll('[data-open=true]').length)) > 0, 'what it cannot say is left to be answered');
  people.dali.browser.quiet();
});
