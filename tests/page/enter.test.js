// Keys on a question: Enter states nothing, digits go into the number that is being filled in, and keys rest while a form is open.
import assert from 'node:assert/strict';
import { dump } from '../harness/database.js';
import { opening } from '../harness/people.js';
import { steps } from '../harness/steps.js';
import { NONE, YES, openQuestion, saved, year } from '../pages/clerk.js';
import { setUp } from '../pages/setup.js';

const [FIRST, SECOND] = ['village.1', 'village.2'];
/** Of 长岗: a question of yes and no, then two figures. */
const DRILLS = 'village.6.4';

const people = {};
opening(async (enter) => {
  for (const name of ['bawu', 'changgang']) people[name] = await enter();
});

const step = steps();
const press = (screen, key) => screen.page.keyboard.press(key);
const on = (screen, rule) => screen.page.url().endsWith(`/${rule}`);
const until = (screen, rule) => screen.until(`the question of ${rule}`, () => on(screen, rule));
const statements = async (screen) => (await dump(screen.page)).tables.statements.length;
const rest = (screen) => screen.run(() => document.activeElement.blur());
/** What holds of an answer of a block: `true` or `false`. */
const pressed = (screen, block, key) =>
  screen.run((at) => document.querySelector(at)?.getAttribute('aria-pressed'), `[data-block="${block}"] [data-key="${key}"]`);
const focused = (screen) => screen.run(() => document.activeElement.id);
const clickAt = async (screen, at) => {
  await screen.until(at, () => screen.run((at) => Boolean(document.querySelector(at)), at));
  await screen.page.click(at);
};

step('Enter goes through every question that nobody answered, and states nothing', async () => {
  const { screen } = people.bawu;
  await setUp(screen);
  await openQuestion(screen, year(), FIRST);
  for (let presses = 0; presses < 24 && !screen.page.url().includes('#/result/'); presses += 1) {
    await press(screen, 'Enter');
    await screen.settled();
  }
  assert.ok(screen.page.url().includes('#/result/'), screen.page.url());
  await screen.see('0/8 已答');
  assert.equal(await statements(screen), 0);
  await openQuestion(screen, year(), FIRST);
  await screen.see('按回车只往下走，不作答');
});

step('Enter on the answer that holds goes on, and states nothing more', async () => {
  const { screen } = people.bawu;
  await openQuestion(screen, year(), FIRST);
  assert.equal(await screen.run(() => document.querySelectorAll('[data-block]').length), 1);
  await screen.click('button', new RegExp(`^${NONE}`));
  await saved(screen);
  await screen.until('the answer', async () => (await statements(screen)) === 1);
  await press(screen, 'Enter');
  await until(screen, SECOND);
  await screen.settled();
  assert.equal(await statements(screen), 1);
});

step('with a form for an incident open no key answers or turns the page', async () => {
  const { screen } = people.bawu;
  await openQuestion(screen, year(), SECOND);
  await screen.click('button', YES);
  await screen.find('textbox', '发生日期');
  for (const leave of [() => rest(screen), () => screen.run(() => document.querySelector('[data-key="1"]').focus())]) {
    await leave();
    for (const key of ['1', '3', 'j', 'k', 'ArrowRight']) await press(screen, key);
  }
  await screen.settled();
  assert.ok(on(screen, SECOND));
  assert.equal(await statements(screen), 1);
  assert.ok(await screen.find('textbox', '发生日期'), 'the form is still there');
  await screen.click('button', '取消');
  await screen.run(() => document.activeElement.blur());
  await press(screen, 'k');
  await until(screen, FIRST);
  people.bawu.browser.quiet();
});

step('nor does it on questions of yes and no, and of figures', async () => {
  const { screen } = people.changgang;
  await setUp(screen, { unit: '北村村委会' });
  await openQuestion(screen, year(), DRILLS);
  const blocks = await screen.run(() => document.querySelectorAll('[data-block]').length);
  assert.ok(blocks > 1, `${blocks} questions`);
  for (let presses = 0; presses < 2 * blocks && on(screen, DRILLS); presses += 1) {
    await press(screen, 'Enter');
    await screen.settled();
  }
  assert.ok(!on(screen, DRILLS), 'it goes on all the same');
  assert.equal(await statements(screen), 0);
});

step('a figure has the focus at once, and its digits answer nothing', async () => {
  const { screen } = people.changgang;
  await openQuestion(screen, year(), DRILLS);
  await clickAt(screen, '[data-block="1"] [data-key="1"]');
  await screen.until('the field to have the focus', async () => (await focused(screen)).startsWith('figure-'));
  await screen.type('25');
  assert.equal(await screen.run(() => document.activeElement.value), '25');
  await rest(screen);
  await screen.type('3');
  assert.equal(await screen.run(() => document.activeElement.value), '253', 'from elsewhere too');
  for (const key of ['1', '2', '3']) assert.equal(await pressed(screen, 0, key), 'false');
  assert.equal(await statements(screen), 0);
});

step('two figures of one screen say which is which', async () => {
  const { screen } = people.changgang;
  await clickAt(screen, '[data-block="2"] [data-key="1"]');
  await screen.until('both fields', async () => (await screen.names('textbox')).filter((name) => !name.startsWith('备注')).length === 2);
  const names = await screen.names('textbox');
  assert.ok(names.some((name) => name.includes('救援宣传')) && names.some((name) => name.includes('应急演练')), names.join('\n'));
});

step('Escape leaves a figure, Enter takes it, and Enter again goes on', async () => {
  const { screen } = people.changgang;
  await screen.until('the second field to have the focus', () => screen.run(() => Boolean(document.activeElement.closest('[data-block="2"]'))));
  await press(screen, 'Escape');
  await screen.until('one form', () => screen.run(() => document.querySelectorAll('[data-form]').length === 1));
  await screen.until('the focus back on its answer', () => screen.run(() => document.activeElement.matches('[data-block="2"] [data-key="1"]')));
  await screen.run(() => document.querySelector('[data-block="1"] input').focus());
  await press(screen, 'Enter');
  await screen.until('no form', () => screen.run(() => document.querySelectorAll('[data-form]').length === 0));
  await screen.until('the answer', async () => (await pressed(screen, 1, '1')) === 'true');
  await saved(screen);
  assert.equal(await statements(screen), 1);
  await screen.see('253');
  await screen.until('the focus on the answer', () => screen.run(() => document.activeElement.dataset.key === '1'));
  await press(screen, 'Enter');
  await screen.until('the next question', () => screen.run(() => document.activeElement === document.querySelector('[data-block="2"] h2')));
  assert.equal(await statements(screen), 1);
  people.changgang.browser.quiet();
});
