// Incidents of a wide category: the narrower question stays open until somebody says which kind it was, or that there was none.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axe } from '../harness/axe.js';
import { opening } from '../harness/people.js';
import { NONE, REST, openQuestion, registerIncident, saved, today, year } from '../pages/clerk.js';
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
const pressed = async (name) => (await screen.find('button', name)).evaluate((it) => it.getAttribute('aria-pressed'));
const tells = (text) => screen.run((text) => document.querySelector('main').textContent.includes(text), text);

test('no crime at all answers the question about homicide', async () => {
  await openQuestion(screen, year(), CRIME);
  await screen.click('button', new RegExp(`^${NONE}`));
  await saved(screen);
  await openQuestion(screen, year(), HOMICIDE);
  assert.equal(await pressed(new RegExp(`^${NONE}`)), 'true');
});

test('a crime of which no more is said does not', async () => {
  await registerIncident(screen, year(), CRIME, today());
  await openQuestion(screen, year(), HOMICIDE);
  await screen.see(OPEN);
  assert.equal(await pressed(new RegExp(`^${NONE}`)), 'false');
  await screen.see(/待填/);
  assert.deepEqual(await axe(screen.page), []);
});

test('that there was no homicide is an answer', async () => {
  await screen.click('button', new RegExp(`^${NONE}`));
  await saved(screen);
  await screen.see('达标');
  assert.ok(!(await tells('没有写明是不是')));
  await screen.click('button', '撤回这个回答');
  await screen.see(OPEN);
});

test('that it was one counts it here too, and it stays one incident', async () => {
  await screen.click('button', '属于本类，补填');
  assert.ok(await screen.find('textbox', '发生日期'));
  await screen.click('button', '保存修改');
  await saved(screen);
  await screen.see(/登记了 1 起命案/);
  assert.ok(!(await tells('没有写明是不是')));
  await screen.see(REST);
  await openQuestion(screen, year(), CRIME);
  await screen.see(/登记了 1 起刑事案件/);
  await screen.click('button', '编辑');
  const day = await screen.find('textbox', '发生日期');
  assert.equal(await day.evaluate((it) => it.value), today(), 'a registered incident is changed, not typed anew');
});
