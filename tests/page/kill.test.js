// The browser is killed while somebody types fast, over and over: nothing that was shown as saved may be lost.
// What the page showed is kept in this process, outside the browser. No edit may come back half.
import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { Browser, newProfile, started } from '../harness/browser.js';
import { tapSaved } from '../harness/saved.js';
import { Screen } from '../harness/screen.js';
import { serve } from '../harness/server.js';
import { tapTransactions } from '../harness/transactions.js';
import { pause, until } from '../harness/wait.js';
import { openQuestion, VILLAGE, year } from '../pages/clerk.js';
import { setUp } from '../pages/setup.js';

const ROUNDS = 18;
const HELD_ROUNDS = 6;
const seed = Number(process.env.CUNPING_SEED ?? Date.now() % 1_000_000);

/** Numbers from 0 to 1 that a seed repeats. */
let state = seed || 1;
function random() {
  state = (state * 48_271) % 2_147_483_647;
  return state / 2_147_483_647;
}

let server;
let profile;
before(async () => {
  server = await serve();
  profile = await newProfile();
  const browser = await Browser.open({ profile });
  await setUp(new Screen(await browser.page(server.url)));
  await browser.close();
});
after(async () => {
  await server.stop();
  await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

/** The browser on the profile, with both taps. `told` gathers what they say, out here. */
async function open() {
  const browser = await Browser.open({ profile });
  const page = await browser.blank();
  const told = [];
  await page.exposeFunction('__told', (kind, text) => void told.push({ kind, text }));
  await page.evaluateOnNewDocument(tapTransactions);
  await page.evaluateOnNewDocument(tapSaved);
  await page.goto(server.url, { waitUntil: 'load' });
  await started(page);
  return { browser, page, screen: new Screen(page), told };
}

/** What the screen of a criterion shows. */
async function shown(screen, rule) {
  await openQuestion(screen, year(), rule);
  return screen.run(() => window.__shown());
}

/** Whatever is under way in a browser that is being killed ends with an error of the driver. */
const gone = (error) => {
  if (!/closed|Target|Session|Protocol|detached|disconnected|not attached/i.test(error.message)) throw error;
};

/** Answers and types on one criterion until the browser is gone; `seen` gets every state that the screen can have. */
async function type(page, screen, rule, round, seen) {
  const look = async () => seen.push(await screen.run(() => window.__shown()));
  for (let edit = 0; ; edit += 1) {
    if (edit % 3 === 2) {
      const field = await screen.find('textbox', '备注');
      await field.focus();
      for (const letter of `第${round}轮${edit}`) {
        await page.keyboard.type(letter);
        await look();
      }
      await screen.run(() => document.activeElement.blur());
    } else {
      await page.keyboard.press(edit % 3 === 0 ? '1' : '3');
    }
    await look();
  }
}

test(`killed at ${ROUNDS} random instants (CUNPING_SEED=${seed})`, async (context) => {
  let atLeastOneSaved = 0;
  let insideTransaction = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const rule = VILLAGE[round % VILLAGE.length];
    const { browser, page, screen, told } = await open();
    const seen = [await shown(screen, rule)];
    const typing = type(page, screen, rule, round, seen).catch(gone);
    await pause(50 + random() * 1200);
    await browser.kill();
    await typing;
    const open_ = told.filter(({ kind }) => kind === 'begun').length - told.filter(({ kind }) => kind === 'completed').length;
    insideTransaction += open_ > 0;
    const saved = told.filter(({ kind }) => kind === 'saved').map(({ text }) => text).filter((text) => JSON.parse(text).at.endsWith(rule));
    atLeastOneSaved += saved.length > 0;

    const again = await open();
    const back = await shown(again.screen, rule);
    const last = saved.at(-1);
    if (last === undefined) {
      assert.ok(seen.includes(back), `round ${round}: a state that never was\n${back}`);
    } else {
      const known = Math.max(seen.lastIndexOf(last), 0);
      assert.ok([last, ...seen.slice(known)].includes(back), `round ${round}: shown as saved\n${last}\nand back came\n${back}`);
    }
    assert.equal(await again.screen.count('alert'), 0, await again.screen.text());
    await again.browser.close();
  }
  context.diagnostic(`${atLeastOneSaved} rounds had something shown as saved, ${insideTransaction} ended with a transaction begun and not known complete`);
  assert.ok(atLeastOneSaved > ROUNDS / 3, `only ${atLeastOneSaved} rounds had something saved: the rounds prove little`);
});

test(`killed ${HELD_ROUNDS} times inside an open transaction`, async () => {
  for (let round = 0; round < HELD_ROUNDS; round += 1) {
    const rule = VILLAGE[(round + 3) % VILLAGE.length];
    const { browser, page, screen, told } = await open();
    await shown(screen, rule);
    await page.keyboard.press(round % 2 ? '1' : '3');
    await until('an answer to be saved', () => told.some(({ kind }) => kind === 'completed'));
    await screen.see(/已保存 \d\d:\d\d/);
    const kept = await screen.run(() => window.__shown());

    // All requests of the next edit are done, its commit is not: it must not read as saved, and must not come back.
    await screen.run(() => window.__holdCommits());
    await page.keyboard.press(round % 2 ? '3' : '1');
    await until('a transaction to be held', () => told.some(({ kind }) => kind === 'held'));
    await screen.until('the edit on the screen', async () => (await screen.run(() => window.__shown())) !== kept);
    assert.doesNotMatch(await screen.text(), /已保存 \d/, 'an edit whose transaction is open reads as saved');
    await browser.kill();

    const again = await open();
    assert.equal(await shown(again.screen, rule), kept, `round ${round}: half an edit came back, or a saved one did not`);
    await again.browser.close();
  }
});
