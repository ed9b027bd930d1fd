// Incidents of a wide category: the narrower question stays open until somebody says which kind it was, or that there was none.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axe } from '../harness/axe.js';
import { opening } from '../harness/people.js';
import { answer, NONE, openQuestion, pressAt, questions, registerIncident, REST, saved, seeAt, today, year } from '../pages/clerk.js';
import { setUp } from '../pages/setup.js';

let browser;
let screen;
opening(async (enter) => {
  ({ browser, screen } = await enter());
  await setUp(screen, { unit: '汪场社区居民委员会' });
});

const CRIME = 'village.1.2';
const HOMICIDE = 'village.1.1';
const OPEN = /没有写明是不是命案/;
/** The answer that is given to the only question of a criterion. */
const pressed = async (rule) => (await questions(screen, rule))[0].pressed;
/** Whether a criterion of the sheet says this, folded up or not. */
const tells = (rule, text) => screen.run((rule, text) => document.querySelector(`[data-rule="${rule}"]`).textContent.includes(text), rule, text);
const see = (rule, wanted) => seeAt(screen, rule, wanted);
const press = (rule, name) => pressAt(screen, rule, name);

test('no crime at all answers the question about homicide', async () => {
  await openQuestion(screen, year(), CRIME);
  await answer(screen, CRIME, NONE);
  await saved(screen);
  await openQuestion(screen, year(), HOMICIDE);
  assert.equal(await pressed(HOMICIDE), NONE);
});

test('a crime of which no more is said does not', async () => {
  await registerIncident(screen, year(), CRIME, today());
  await openQuestion(screen, year(), HOMICIDE);
  await see(HOMICIDE, OPEN);
  assert.equal(await pressed(HOMICIDE), '');
  await see(HOMICIDE, /？\s*不清楚/);
  assert.deepEqual(await axe(screen.page), []);
});

test('that there was no homicide is an answer', async () => {
  await answer(screen, HOMICIDE, NONE);
  await saved(screen);
  await see(HOMICIDE, /✓\s*达标/);
  assert.ok(!(await tells(HOMICIDE, '没有写明是不是')));
  await press(HOMICIDE, '撤回这个回答');
  await see(HOMICIDE, OPEN);
});

test('that it was one counts it here too, and it stays one incident', async () => {
  await press(HOMICIDE, '属于本类，补填');
  assert.ok(await screen.find('textbox', '发生日期'));
  await screen.click('button', '保存修改');
  await saved(screen);
  await see(HOMICIDE, /登记了 1 起命案/);
  assert.ok(!(await tells(HOMICIDE, '没有写明是不是')));
  await see(HOMICIDE, REST);
  await openQuestion(screen, year(), CRIME);
  await see(CRIME, /登记了 1 起刑事案件/);
  await press(CRIME, '编辑');
  const day = await screen.find('textbox', '发生日期');
  assert.equal(await day.evaluate((it) => it.value), today(), 'a registered incident is changed, not typed anew');
});
