// Times the page beside a hand-written floor page, in one run, at a quarter of the processor's speed. Asserts nothing:
// prints `name value` lines, in milliseconds, for `cargo xtask bench`.
import { Browser } from '../harness/browser.js';
import { Screen } from '../harness/screen.js';
import { serve } from '../harness/server.js';
import { year } from '../pages/clerk.js';
import { setUp } from '../pages/setup.js';

const ROUNDS = 7;
const SLOWER = 4;

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** Notes when `selector` first matches and the browser has drawn. */
const noteFirst = (selector) => `
  new MutationObserver((_, observer) => {
    if (!document.querySelector(${JSON.stringify(selector)})) return;
    observer.disconnect();
    setTimeout(() => { window.firstAt = performance.now(); });
  }).observe(document, { childList: true, subtree: true });
`;

/** Milliseconds from navigation to the first match, with nothing cached. */
async function arrival(browser, url, selector) {
  const page = await browser.blank();
  await page.setCacheEnabled(false);
  await page.evaluateOnNewDocument(noteFirst(selector));
  await page.cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await page.goto(url, { waitUntil: 'load' });
  const at = await (await page.waitForFunction('window.firstAt')).jsonValue();
  await page.close();
  return at;
}

/** Milliseconds from each key's own time stamp to the change of the text in `selector`. */
async function reaction(page, selector, keys) {
  await page.waitForSelector(selector);
  await page.evaluate((selector) => {
    window.reactions = [];
    let pressed = 0;
    addEventListener('keydown', (event) => (pressed = event.timeStamp), true);
    new MutationObserver(() => {
      if (pressed) window.reactions.push(performance.now() - pressed);
      pressed = 0;
    }).observe(document.querySelector(selector), { childList: true, characterData: true, subtree: true });
  }, selector);
  await page.cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  for (const key of keys) {
    await page.keyboard.press(key);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  return median(await page.evaluate(() => window.reactions));
}

/** Everything that the page has asked for since navigation, in bytes as they are sent. */
const fetched = (page) =>
  page.evaluate(() => {
    const all = ['navigation', 'resource'].flatMap((kind) => performance.getEntriesByType(kind));
    return all.reduce((sum, it) => sum + it.encodedBodySize, 0);
  });

const server = await serve();
const floor = await serve(['--dir', new URL('floor', import.meta.url).pathname]);
const browser = await Browser.open();
try {
  const page = await browser.page(server.url);
  const screen = new Screen(page);
  await setUp(screen, {});
  await screen.go(`#/tasks/${year()}/village.2`);
  await page.waitForSelector('.choices-button, button[aria-pressed]');
  console.log(`first_load_bytes ${await fetched(page)}`);
  const question = `${server.url}#/tasks/${year()}/village.2`;
  await page.goto('about:blank');
  const [ours, theirs] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    ours.push(await arrival(browser, question, '.choices-button, button[aria-pressed]'));
    theirs.push(await arrival(browser, floor.url, '#q32'));
  }
  const [first, base] = [median(ours), median(theirs)];
  console.log(`first_question_ms ${Math.round(first)}`);
  console.log(`first_question_floor_ms ${Math.round(base)}`);
  const asked = await browser.page(question);
  console.log(`key_to_verdict_ms ${Math.round(await reaction(asked, '.standing-said', ['1', '3', '1', '3', '1', '3', '1', '3', '1']))}`);
  const form = await browser.blank();
  await form.goto(floor.url);
  await form.focus('#q1');
  const digits = ['0', 'Backspace', '1', 'Backspace', '0', 'Backspace', '1', 'Backspace', '0'];
  console.log(`key_to_verdict_floor_ms ${Math.round(await reaction(form, '#o1', digits))}`);
} finally {
  await browser.close();
  await server.stop();
  await floor.stop();
}
