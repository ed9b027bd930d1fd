// Keys on the sheet: Enter and the arrows state nothing, a number answers the row that has the focus and no other, digits go into
// the number of a row, and all keys rest while a form is open.
import assert from 'node:assert/strict';
import { dump } from '../harness/database.js';
import { opening } from '../harness/people.js';
import { steps } from '../harness/steps.js';
import { answer, NONE, openQuestion, questions, saved, UNKNOWN, year, YES } from '../pages/clerk.js';
import { setUp } from '../pages/setup.js';

const [FIRST, SECOND, THIRD] = ['village.1', 'village.2', 'village.3'];
/** Of 长岗: a question of yes and no, then two figures. */
const DRILLS = 'village.6.4';

const people = {};
opening(async (enter) => {
  for (const name of ['bawu', 'changgang']) people[name] = await enter();
});

const step = steps();
const press = (screen, key) => screen.page.keyboard.press(key);
const statements = async (screen) => (await dump(screen.page)).tables.statements.length;
const rest = (screen) => screen.run(() => document.activeElement.blur());
/** The criterion whose row has the focus. */
const focused = (screen) => screen.run(() => document.activeElement.closest('[data-rule]')?.dataset.rule);
const focusOn = (screen, rule) => screen.until(`the focus on ${rule}`, async () => (await focused(screen)) === rule);
/** The answer that has the focus. */
const at = (screen) => screen.run(() => document.activeElement.innerText);
/** The value of a field of a figure of a criterion. */
const typed = (screen, rule, place) => screen.run((rule, place) => document.querySelectorAll(`[data-rule="${rule}"] .figure-form input`)[place].value, rule, place);

step('Enter and the arrows go over the whole sheet, and state nothing', async () => {
  const { screen } = people.bawu;
  await setUp(screen);
  await openQuestion(screen, year(), FIRST);
  await focusOn(screen, FIRST);
  await press(screen, 'Enter');
  await screen.until('its answers', async () => (await at(screen)) === NONE);
  for (let presses = 0; presses < 24; presses += 1) {
    await press(screen, ['Enter', 'ArrowDown', 'ArrowRight', 'ArrowLeft', 'ArrowUp', 'Enter'][presses % 6]);
    await screen.settled();
  }
  for (const key of ['a', 'j', 'k', 'n', 'y']) await press(screen, key);
  await screen.see('0/8 已答');
  assert.equal(await statements(screen), 0);
  await screen.see('回车不作答');
});

step('the arrows move between answers and rows, and the row below keeps the same answer', async () => {
  const { screen } = people.bawu;
  await screen.go(`#/tasks/${year()}`);
  await openQuestion(screen, year(), FIRST);
  await focusOn(screen, FIRST);
  await press(screen, 'ArrowDown');
  assert.deepEqual([await focused(screen), await at(screen)], [FIRST, NONE]);
  await press(screen, 'ArrowRight');
  await press(screen, 'ArrowRight');
  assert.equal(await at(screen), UNKNOWN);
  await press(screen, 'ArrowRight');
  assert.equal(await at(screen), UNKNOWN, 'the last is the last');
  await press(screen, 'ArrowDown');
  assert.deepEqual([await focused(screen), await at(screen)], [SECOND, UNKNOWN]);
  await press(screen, 'ArrowUp');
  assert.deepEqual([await focused(screen), await at(screen)], [FIRST, UNKNOWN]);
  assert.equal(await statements(screen), 0);
});

step('a number answers the row that has the focus, and Enter goes on from it without stating more', async () => {
  const { screen } = people.bawu;
  await press(screen, '1');
  await saved(screen);
  await screen.until('the answer', async () => (await statements(screen)) === 1);
  assert.deepEqual((await questions(screen, FIRST)).map((it) => it.pressed), [NONE]);
  assert.deepEqual([await focused(screen), await at(screen)], [FIRST, NONE], 'the focus stays');
  await press(screen, 'Enter');
  await focusOn(screen, SECOND);
  await screen.settled();
  assert.equal(await statements(screen), 1);
  await rest(screen);
  for (const key of ['1', '2', '3']) await press(screen, key);
  await screen.settled();
  assert.equal(await statements(screen), 1, 'without a focus a number is no answer');
});

step('with a form for an incident open no key answers', async () => {
  const { screen } = people.bawu;
  await answer(screen, SECOND, YES);
  await screen.find('textbox', '发生日期');
  for (const leave of [() => rest(screen), () => screen.run((rule) => document.querySelector(`[data-rule="${rule}"] [data-key="1"]`).focus(), THIRD)]) {
    await leave();
    for (const key of ['1', '3', 'Enter', 'ArrowDown']) await press(screen, key);
  }
  await screen.settled();
  assert.equal(await statements(screen), 1);
  assert.ok(await screen.find('textbox', '发生日期'), 'the form is still there');
  await screen.click('button', '取消');
  people.bawu.browser.quiet();
});

step('nor does Enter on questions of yes and no, and of figures', async () => {
  const { screen } = people.changgang;
  await setUp(screen, { unit: '北村村委会' });
  await openQuestion(screen, year(), DRILLS);
  await focusOn(screen, DRILLS);
  for (let presses = 0; presses < 8; presses += 1) {
    await press(screen, 'Enter');
    await screen.settled();
  }
  assert.notEqual(await focused(screen), DRILLS, 'it goes on all the same');
  assert.equal(await statements(screen), 0);
});

step('the digits of a figure go into its field and answer nothing', async () => {
  const { screen } = people.changgang;
  await screen.go(`#/tasks/${year()}`);
  await openQuestion(screen, year(), DRILLS);
  await focusOn(screen, DRILLS);
  const rows = (await questions(screen, DRILLS)).length;
  assert.ok(rows > 2, `${rows} questions`);
  await press(screen, 'ArrowDown');
  await press(screen, 'ArrowDown');
  await screen.until('the field to have the focus', () => screen.run(() => document.activeElement.matches('.figure-form input')));
  await screen.type('25');
  await screen.run(() => document.activeElement.closest('.tasks-row').querySelector('[data-key]').focus());
  await saved(screen);
  assert.equal(await statements(screen), 1, 'leaving the field records it');
  await press(screen, '3');
  assert.match(await typed(screen, DRILLS, 0), /3/, 'from elsewhere in the row too');
  assert.ok((await questions(screen, DRILLS)).every((it) => it.pressed === ''));
});

step('what is half typed in a figure is there after a reload, and is not an answer yet', async () => {
  const { screen } = people.changgang;
  await screen.run((rule) => document.querySelectorAll(`[data-rule="${rule}"] .figure-form input`)[1].focus(), DRILLS);
  await screen.type('4');
  await screen.see('还没有记下：按回车记下');
  await saved(screen);
  const before = await statements(screen);
  await screen.page.reload();
  await openQuestion(screen, year(), DRILLS);
  await screen.until('the typed number', async () => (await typed(screen, DRILLS, 1)) === '4');
  await screen.see('还没有记下：按回车记下');
  assert.equal(await statements(screen), before);
  await screen.run((rule) => document.querySelectorAll(`[data-rule="${rule}"] .figure-form input`)[1].focus(), DRILLS);
  await press(screen, 'Enter');
  await screen.gone('还没有记下：按回车记下');
  await screen.until('it to be stated', async () => (await statements(screen)) === before + 1);
});

step('a wrong number is said at its field and stays; an emptied field takes the answer back', async () => {
  const { screen } = people.changgang;
  const before = await statements(screen);
  const field = () => screen.run((rule) => document.querySelectorAll(`[data-rule="${rule}"] .figure-form input`)[1].select(), DRILLS);
  await field();
  await screen.type('四');
  await press(screen, 'Enter');
  await screen.until('what is wrong', () => screen.run((rule) => document.querySelectorAll(`[data-rule="${rule}"] .figure-form .problem-text`)[1].innerText !== '', DRILLS));
  assert.equal(await typed(screen, DRILLS, 1), '四');
  await field();
  await press(screen, 'Delete');
  await press(screen, 'Enter');
  await screen.until('the answer to be gone', async () => (await statements(screen)) === before - 1);
  people.changgang.browser.quiet();
});

step('two figures of one criterion say which is which', async () => {
  const names = await people.changgang.screen.names('textbox');
  assert.ok(names.some((name) => name.includes('救援宣传')) && names.some((name) => name.includes('应急演练')), names.join('\n'));
});
