// The first load brings what a village needs; another screen brings the chunk with the rest, while the page goes on.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Browser } from '../harness/browser.js';
import { opening } from '../harness/people.js';
import { Screen } from '../harness/screen.js';
import { answer as choose, answerAll, answerNone, NONE, openQuestion, questions, saved, sign, year } from '../pages/clerk.js';
import { unfold } from '../pages/keys.js';
import { setUp } from '../pages/setup.js';

const CHUNK = /\/rest-[0-9a-f]{16}\.wasm$/;
const LOADING = '正在打开…';
let address;
let browser;
opening(async (_, url) => {
  address = url;
  browser = await Browser.open();
});

/** A page whose chunk waits: every request for it is held until it is answered by `let`. */
async function held() {
  const page = await browser.page(address);
  const waiting = [];
  let how = null;
  await page.setRequestInterception(true);
  const asked = (request) => {
    if (!CHUNK.test(request.url())) return request.continue();
    return how ? how(request) : waiting.push(request);
  };
  page.on('request', asked);
  /** Answers what waits and whatever comes after it. */
  const answer = (next) => {
    how = next;
    for (const request of waiting.splice(0)) next(request);
  };
  /** Lets what waits come and holds nothing more: the worker's own files go by another way and would never be let go. */
  const release = async () => {
    answer(come);
    page.off('request', asked);
    await page.setRequestInterception(false);
  };
  return { page, screen: new Screen(page), waiting, answer, release };
}

const come = (request) => request.continue();

test('a village sets up and answers with the first load alone, and goes on after the rest has come', async () => {
  const { page, screen, waiting, release } = await held();
  await setUp(screen);
  await answerNone(screen, year(), 'village.1');
  await screen.go(`#/tasks/${year()}`);
  await screen.see('1/8');
  await screen.until('the chunk to be asked for', async () => waiting.length === 1);
  // What it says of fraud answers the fifth, too.
  await answerNone(screen, year(), 'village.2');
  await screen.go(`#/tasks/${year()}`);
  await screen.see('3/8');

  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  await release();
  await screen.go(`#/result/${year()}`);
  await screen.see('待');
  await screen.go('#/data');
  await screen.see('立即备份');
  assert.equal(await page.$$eval('main', (all) => all.length), 1);
  await answerNone(screen, year(), 'village.3');
  await screen.go('#/library');
  await screen.see('八无');
  assert.deepEqual(asked.filter((address) => CHUNK.test(address)), [], 'it is fetched once');
  page.watch.quiet();
});

test('the chunk comes by itself, and a village that loses its network answers and signs', async () => {
  const page = await browser.page(address);
  const came = [];
  page.on('requestfinished', (request) => came.push(request.url()));
  const screen = new Screen(page);
  await setUp(screen);
  await screen.until('the chunk', async () => came.some((address) => CHUNK.test(address)));
  await page.setOfflineMode(true);
  await answerAll(screen, year());
  await sign(screen, year());
  await screen.go('#/history');
  await screen.see('第 1 次');
  await page.setOfflineMode(false);
});

test('while the chunk is under way nothing that is pressed or typed is lost, nor when it comes', async () => {
  const { screen, waiting, answer } = await held();
  await setUp(screen);
  await screen.go('#/data');
  await screen.see(LOADING);
  await screen.until('the chunk to be asked for', async () => waiting.length === 1);

  // Somebody does not wait, and works on: the answer is pressed and the remark typed while the chunk comes in.
  await openQuestion(screen, year(), 'village.1');
  await choose(screen, 'village.1', NONE);
  const field = await screen.find('textbox', '备注');
  await field.focus();
  await screen.type('村口的');
  answer(come);
  for (const part of ['路灯', '修好', '了']) await screen.type(part);
  await saved(screen);
  await screen.page.waitForNetworkIdle({ idleTime: 300 });
  assert.equal(await screen.value('备注'), '村口的路灯修好了');
  assert.equal(await field.evaluate((it) => it === document.activeElement), true, 'the field is the one it was, and has the focus');
  assert.equal((await questions(screen, 'village.1'))[0].pressed, NONE);
  await screen.go('#/data');
  await screen.see('立即备份');
  screen.page.watch.quiet();
});

test('clicks through the arrival of the chunk all count', async () => {
  const { screen, waiting, answer } = await held();
  await setUp(screen);
  await openQuestion(screen, year(), 'village.1');
  await screen.click('button', '更多');
  await screen.click('link', '数据与备份');
  await screen.see(LOADING);
  await screen.until('the chunk to be asked for', async () => waiting.length === 1);
  // The chunk arrives between these clicks; each finds what it was meant for, and none is tried again.
  setTimeout(() => answer(come), 40);
  for (const lang of ['English', '中文', 'English', '中文']) await (await screen.find('button', lang)).click();
  await screen.see('立即备份');
  await screen.click('button', '更多');
  await screen.click('link', '文件');
  await screen.see('八无');
});

test('a screen that had to wait for the chunk follows what changes, as any other', async () => {
  const { screen, waiting, release } = await held();
  await setUp(screen);
  await screen.go('#/keys');
  await screen.see(LOADING);
  await screen.until('the chunk to be asked for', async () => waiting.length === 1);
  await release();
  const said = (selector) => screen.page.evaluate((selector) => document.querySelector(selector)?.textContent, selector);
  const number = () => said('main .digest');
  /** What is read back to a call: it follows from the key. */
  const answered = async () => {
    await screen.fill('听到的 6 位数字', '123456');
    return screen.until('what to read back', () => said('#answer ~ [role=status] .keys-spoken'));
  };
  const before = { number: await screen.until('the key', number), answer: await answered() };
  await unfold(screen, '定期更换，或换人经办');
  await screen.click('button', '生成新密钥，旧密钥担保');
  await screen.until('the number of the new key', async () => ![undefined, before.number].includes(await number()));
  assert.notEqual(await answered(), before.answer, 'a call is answered for the new key');
});

test('the screen that comes takes the focus that its heading had', async () => {
  const { screen, answer } = await held();
  await setUp(screen);
  await screen.go('#/data');
  await screen.see(LOADING);
  const focused = () => screen.page.evaluate(() => document.activeElement.matches('main h1'));
  await screen.until('the heading to have the focus', focused);
  answer(come);
  await screen.see('立即备份');
  await screen.until('the heading to have the focus', focused);
});

test('a chunk that does not come is said in words; what was there goes on, and it can be asked for again', async () => {
  const { screen, answer } = await held();
  answer((request) => request.abort());
  await screen.go('#/library');
  await screen.see('没有下载下来');
  await screen.go('#/setup');
  await screen.see('输入名称或 12 位统计用区划代码');
  await screen.go('#/library');
  await screen.see('没有下载下来');
  answer(come);
  await screen.click('button', '重试');
  await screen.see('八无');
});

test('a chunk of another build is not taken: its name is gone, or its bytes do not fit', async () => {
  const { screen, answer } = await held();
  answer((request) => request.respond({ status: 404, body: '' }));
  await screen.go('#/library');
  await screen.see('没有下载下来');
  // A module that asks for more than the page has.
  const other = Buffer.from('0061736d010000000105016000017f021001045f5f786d046e6f6e6500000a0100', 'hex');
  answer((request) => request.respond({ status: 200, contentType: 'application/wasm', body: other }));
  await screen.click('button', '重试');
  await screen.see('没有下载下来');
  answer(come);
  await screen.click('button', '重试');
  await screen.see('八无');
});
