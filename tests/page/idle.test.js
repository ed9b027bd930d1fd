// A key that is open and that nobody uses: locked after fifteen minutes without anything done in any tab, and not before.
import assert from 'node:assert/strict';
import { Browser, started } from '../harness/browser.js';
import { pass } from '../harness/clock.js';
import { copies, keepMemories } from '../harness/memory.js';
import { opening } from '../harness/people.js';
import { Screen } from '../harness/screen.js';
import { steps } from '../harness/steps.js';
import { pause } from '../harness/wait.js';
import { openKeys, ownKey } from '../pages/keys.js';
import { anew, protect, unlock } from '../pages/secrets.js';
import { setUp } from '../pages/setup.js';

const WORDS = '正确的马电池订书钉';
const DIGITS = '123456';
const LOCKED = '15 分钟没有操作，签名密钥已锁上。填到一半的都在，签名时输入口令。';
const ASKS = '签名要先解锁';
const [SECOND, MINUTE] = [1_000, 60_000];
/** Short of the limit, with room for what the test itself takes. */
const ALMOST = 15 * MINUTE - 20 * SECOND;
/** As long as the page takes, by its own timer, to look at the clock at least once. */
const LOOKED = 6 * SECOND;

let browser;
let clerk;
let other;
let seed;
opening(async (_, url) => {
  browser = await Browser.open();
  const tab = async () => {
    const page = await browser.blank();
    await page.evaluateOnNewDocument(keepMemories);
    await page.goto(url, { waitUntil: 'load' });
    await started(page);
    return new Screen(page);
  };
  clerk = await tab();
  await setUp(clerk);
  seed = (await ownKey(clerk)).key.plain;
  await clerk.go('#/data');
  await clerk.click('button', '设置口令');
  await protect(clerk, WORDS);
  other = await tab();
  // The screens of the first load open no key, and tell other tabs nothing.
  await openKeys(other);
  await clerk.page.bringToFront();
});

const step = steps();
const all = () => [clerk.page, other.page];

/** The key is open still: the screen asks for nothing, and the seed is in memory. */
async function isOpen() {
  await pause(LOOKED);
  assert.ok((await copies(clerk, seed)) > 0);
  assert.ok(!(await clerk.text()).includes(ASKS));
}

/** Opens the key where it is asked for, and types half of what the screen wants. */
async function open() {
  await openKeys(clerk);
  await clerk.see(ASKS);
  await unlock(clerk, WORDS);
  await clerk.gone(ASKS);
  await clerk.fill('听到的 6 位数字', DIGITS);
}

/** Until the page has opened anew with the key locked, and said why; what was half typed is there, and the seed nowhere. */
async function locked(act) {
  await anew(clerk, act);
  await clerk.see(LOCKED);
  await clerk.see(ASKS);
  await clerk.until('what was half typed', async () => (await clerk.value('听到的 6 位数字')) === DIGITS);
  assert.equal(await copies(clerk, seed), 0);
  assert.equal(clerk.page.workers().length, 0, 'no worker is left that could have it');
}

step('short of the limit it stays open, with nothing done', async () => {
  await open();
  await pass(all(), ALMOST);
  await isOpen();
});

step('whatever is done begins the count anew', async () => {
  const { keyboard, mouse, cdp } = clerk.page;
  const touch = async () => {
    await cdp.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x: 5, y: 5 }] });
    await cdp.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  };
  const press = async () => {
    await mouse.down();
    await mouse.up();
  };
  const acts = [() => keyboard.press('Shift'), () => mouse.move(3, 3), press, () => mouse.wheel({ deltaY: 1 }), touch];
  for (const act of acts) {
    await act();
    await pause(100);
    await pass(all(), ALMOST);
  }
  await isOpen();
});

step('so does what is done in another tab', async () => {
  await other.page.bringToFront();
  await other.page.keyboard.press('Shift');
  await pause(100);
  await pass(all(), ALMOST);
  await isOpen();
  await clerk.page.bringToFront();
});

step('past the limit it is locked, what is half typed stays, and no memory has the seed', async () => {
  await locked(() => pass(all(), 20 * SECOND));
});

step('whoever comes back after the limit finds it locked, and does not open it by moving the pointer', async () => {
  await open();
  await locked(async () => {
    await pass(all(), 15 * MINUTE);
    await clerk.page.mouse.move(9, 9);
  });
});

step('nothing stood on the console', () => browser.quiet());
