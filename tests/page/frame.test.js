// What stands around every screen: one margin on a desk, two lines on a phone, links that fold out and up again, how much of
// each document is answered, and the colours that the system wishes for.
import assert from 'node:assert/strict';
import { axe } from '../harness/axe.js';
import { opening } from '../harness/people.js';
import { steps } from '../harness/steps.js';
import { answerNone, saved, year } from '../pages/clerk.js';
import { setUp } from '../pages/setup.js';

const PHONE = { width: 360, height: 740 };
const DESKS = [{ width: 1366, height: 625 }, { width: 1920, height: 1080 }];

const people = {};
opening(async (enter) => {
  for (const name of ['bawu', 'wangchang']) people[name] = await enter();
});

const step = steps();
const clerk = () => people.bawu.screen;
const view = (screen, size) => screen.page.setViewport(size);
const press = (screen, key) => screen.page.keyboard.press(key);

/** Where the text of an element begins, in pixels from the left. */
const left = (screen, selector) =>
  screen.run((selector) => {
    const range = document.createRange();
    range.selectNodeContents(document.querySelector(selector));
    return Math.round(range.getBoundingClientRect().left);
  }, selector);
const box = async (screen, role, name) => (await screen.find(role, name)).evaluate((it) => it.getBoundingClientRect().toJSON());
const height = (screen) => screen.run(() => document.querySelector('header').getBoundingClientRect().height);
/** The buttons that are lower than 44 px. */
const low = (screen) =>
  screen.run(() => [...document.querySelectorAll('button, .button')]
    .filter((it) => window.__find.shown(it) && !it.matches('.skip') && it.getBoundingClientRect().height < 44)
    .map((it) => `${it.innerText} ${it.getBoundingClientRect().height}`));
/** Wishes of the system, such as `prefers-color-scheme`. */
const wish = (screen, wishes) =>
  screen.page.cdp.send('Emulation.setEmulatedMedia', { features: Object.entries(wishes).map(([name, value]) => ({ name, value })) });
const ground = (screen) => screen.run(() => getComputedStyle(document.body).backgroundColor);

step('the first visit begins with what to press, and names the documents', async () => {
  const screen = clerk();
  await view(screen, PHONE);
  const start = await box(screen, 'link', '开始使用');
  assert.ok(start.bottom < PHONE.height / 2, `the button ends at ${start.bottom}`);
  assert.ok(start.bottom < (await box(screen, 'heading', '三步完成')).top);
  for (const name of ['八无', '六好九无', '平安法治星', '平安村', '平安乡村']) await screen.find('link', name);
  assert.deepEqual(await low(screen), []);
  for (const size of DESKS) {
    await view(screen, size);
    await screen.settled();
    const { left: from, right: to } = await screen.run(() => document.querySelector('main > *').getBoundingClientRect().toJSON());
    const documents = await box(screen, 'heading', '能按这些文件自评');
    assert.ok(documents.left > (from + to) / 2, 'the right half is not empty');
  }
  assert.deepEqual(await axe(screen.page), []);
});

step('on a desk everything has one margin, and the frame is low', async () => {
  const screen = clerk();
  await setUp(screen);
  await screen.go('#/data');
  await screen.find('heading', '数据与备份');
  for (const size of DESKS) {
    await view(screen, size);
    await screen.settled();
    const margins = [await left(screen, 'header > a'), await left(screen, 'nav a'), await left(screen, 'main h1')];
    assert.equal(new Set(margins).size, 1, `${size.width}: ${margins}`);
    assert.ok((await height(screen)) <= 96, `${size.width}: ${await height(screen)} px`);
  }
});

step('what is needed now and then is folded up, and the way to the keys is there', async () => {
  const screen = clerk();
  await screen.go('#/');
  const folded = async () => (await screen.count('link', '数据与备份')) === 0;
  assert.ok(await folded());
  assert.equal(await screen.count('link', '密钥'), 0);
  await screen.click('button', '更多');
  await screen.find('link', '数据与备份');
  assert.deepEqual(await axe(screen.page), []);
  await press(screen, 'Escape');
  await screen.until('the links folded up', folded);
  assert.equal(await screen.run(() => document.activeElement.innerText), '更多');
  await screen.click('button', '更多');
  await screen.click('link', '数据与备份');
  await screen.until('the data', () => screen.page.url().endsWith('#/data'));
  await screen.find('button', '更多 · 数据与备份');
  await screen.click('link', '密钥与登记');
  await screen.until('the keys', () => screen.page.url().endsWith('#/keys'));
  await screen.go('#/workplaces');
  await screen.click('link', '密钥与登记');
  await screen.until('the keys', () => screen.page.url().endsWith('#/keys'));
});

step('on a phone two lines stand above a screen, and the links are behind one button', async () => {
  const screen = clerk();
  await view(screen, PHONE);
  await screen.go('#/');
  await screen.settled();
  assert.ok((await height(screen)) <= 100, `${await height(screen)} px`);
  const folded = async () => (await screen.count('link', '报送记录')) === 0;
  assert.ok(await folded());
  const menu = () => screen.find('button', /^菜单/);
  const expanded = async () => (await menu()).evaluate((it) => it.getAttribute('aria-expanded'));
  await screen.find('button', '菜单 · 自评');
  await screen.click('button', '菜单');
  await screen.find('link', '报送记录');
  assert.equal(await expanded(), 'true');
  assert.deepEqual(await axe(screen.page), []);
  assert.deepEqual(await low(screen), []);
  await press(screen, 'Escape');
  await screen.until('the menu closed', folded);
  assert.equal(await (await menu()).evaluate((it) => it === document.activeElement), true);
  // To the screen, and from it to itself.
  for (const name of ['菜单 · 自评', '菜单 · 报送记录']) {
    await screen.click('button', name);
    await screen.click('link', '报送记录');
    await screen.until('the reports', () => screen.page.url().endsWith('#/history'));
    await screen.until('the menu closed', folded);
  }
  await screen.click('button', '菜单 · 报送记录');
  assert.equal(await expanded(), 'true');
  await screen.page.keyboard.down('Shift');
  await press(screen, 'Tab');
  await screen.page.keyboard.up('Shift');
  await screen.until('the menu closed', folded);
});

step('dark, with more contrast and in the system’s own colours every screen can be read', async () => {
  const screen = clerk();
  await view(screen, DESKS[0]);
  const light = await ground(screen);
  const looks = [
    { 'prefers-color-scheme': 'dark' },
    { 'prefers-contrast': 'more' },
    { 'prefers-color-scheme': 'dark', 'prefers-contrast': 'more' },
  ];
  const period = year();
  for (const look of looks) {
    await wish(screen, look);
    for (const hash of ['#/', `#/tasks/${period}/village.1`, `#/result/${period}`, '#/data', '#/document', `#/form/2/${period}`]) {
      await screen.go(hash);
      await screen.settled();
      assert.deepEqual(await axe(screen.page), [], `${hash} ${JSON.stringify(look)}`);
    }
    if (look['prefers-color-scheme']) assert.notEqual(await ground(screen), light);
  }
  assert.equal(await screen.run(() => getComputedStyle(document.querySelector('.sheet')).backgroundColor), 'rgb(255, 255, 255)');
  await screen.page.cdp.send('Emulation.setEmulatedMedia', { media: 'print', features: [{ name: 'prefers-color-scheme', value: 'dark' }] });
  assert.equal(await ground(screen), 'rgb(255, 255, 255)', 'paper stays light');
  await screen.page.cdp.send('Emulation.setEmulatedMedia', { media: '', features: [{ name: 'forced-colors', value: 'active' }] });
  await screen.go('#/');
  await screen.settled();
  const behind = (selector) => screen.run((selector) => getComputedStyle(document.querySelector(selector)).backgroundColor, selector);
  assert.notEqual(await behind('nav [aria-current]'), await behind('nav a:not([aria-current])'), 'the current link shows that it is');
  await press(screen, 'Tab');
  assert.notEqual(await screen.run(() => getComputedStyle(document.activeElement).outlineStyle), 'none');
  await wish(screen, {});
});

step('two awards are called awards, and each says how much of it is answered', async () => {
  const { screen } = people.wangchang;
  await setUp(screen, { unit: '汪场社区居民委员会' });
  await screen.find('group', '按哪个称号看');
  await screen.go(`#/tasks/${year()}`);
  const told = async () => (await screen.names('button')).find((name) => /^平安村\(社区\) \d+\/\d+$/.test(name));
  const before = await screen.until('how much is answered', told);
  await screen.find('button', /^平安湖北建设示范村\(社区\) \d+\/\d+$/);
  await answerNone(screen, year(), 'village.1.2');
  await saved(screen);
  await screen.until('one more answer', async () => (await told()) !== before);
  await view(screen, PHONE);
  await screen.settled();
  assert.ok((await height(screen)) <= 100, `${await height(screen)} px`);
  await screen.click('button', '菜单');
  await screen.find('button', /^平安湖北建设示范村\(社区\)/);
  assert.deepEqual(await low(screen), []);
  for (const person of Object.values(people)) person.browser.quiet();
});
