// A kill between the two writes that make one record of the browser's log leaves half a record. Chromium then loses
// everything at the second opening, unless the page has moved it on to a fresh log (app/src/store/idb/log.rs).
import assert from 'node:assert/strict';
import { appendFile, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Browser, newProfile } from '../harness/browser.js';
import { Screen } from '../harness/screen.js';
import { serve } from '../harness/server.js';
import { until } from '../harness/wait.js';
import { answerNone, NONE, openQuestion, questions, year } from '../pages/clerk.js';
import { setUp } from '../pages/setup.js';

/** The head of a whole record of 200 bytes (LevelDB's log format): a check sum, a length, the type 1. */
const HEAD = Buffer.from([1, 2, 3, 4, 200, 0, 1]);

let server;
let profile;
before(async () => {
  server = await serve();
  profile = await newProfile();
});
after(async () => {
  await Browser.closeAll();
  await server.stop();
  await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

/** The log that the browser would go on writing. */
async function log() {
  const folder = join(profile, 'Default', 'IndexedDB');
  const database = (await readdir(folder)).find((name) => name.endsWith('.leveldb'));
  assert.ok(database, 'this browser keeps its data otherwise: then the page need not renew the log for it');
  const logs = (await readdir(join(folder, database))).filter((name) => name.endsWith('.log')).sort();
  return join(folder, database, logs.at(-1));
}

async function open() {
  const browser = await Browser.open({ profile });
  return { browser, screen: new Screen(await browser.page(server.url)) };
}

test('half a record in the log costs nothing, however often the browser is killed', async () => {
  let { browser, screen } = await open();
  await setUp(screen);
  await browser.kill();

  for (const rule of ['village.1', 'village.3', 'village.4']) {
    const torn = await log();
    await appendFile(torn, HEAD);
    const before = (await stat(torn)).size;
    ({ browser, screen } = await open());
    await answerNone(screen, year(), rule);
    // The browser does it behind the page, as a rule at once, on a busy machine some time after.
    await until(`${torn}, ${before} bytes, is given up`, async () => (await log()) !== torn);
    await browser.kill();
  }

  ({ browser, screen } = await open());
  for (const rule of ['village.1', 'village.3', 'village.4']) {
    await openQuestion(screen, year(), rule);
    assert.deepEqual((await questions(screen, rule)).map((it) => it.pressed), [NONE], rule);
  }
  await browser.close();
});
