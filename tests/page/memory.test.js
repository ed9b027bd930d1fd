// What a locked page still has in memory: no byte of the key. The memories of its modules are searched for the seed.
import assert from 'node:assert/strict';
import { Browser } from '../harness/browser.js';
import { opening } from '../harness/people.js';
import { Screen } from '../harness/screen.js';
import { steps } from '../harness/steps.js';
import { ownKey } from '../pages/keys.js';
import { lockNow, protect, unlock } from '../pages/secrets.js';
import { setUp } from '../pages/setup.js';

const WORDS = '正确的马电池订书钉';

let browser;
let clerk;
opening(async (_, url) => {
  browser = await Browser.open();
  // Keeps the memory of every module that the page starts, before any script of its own runs.
  const before = () => {
    window.__memories = [];
    for (const name of ['instantiate', 'instantiateStreaming']) {
      const start = WebAssembly[name];
      WebAssembly[name] = async (...all) => {
        const started = await start.apply(WebAssembly, all);
        window.__memories.push((started.instance ?? started).exports.memory);
        return started;
      };
    }
  };
  clerk = new Screen(await browser.page(url, { before }));
});

const step = steps();

/** How often the seed lies in the page's memories, as bytes and as digits; fails where there is no memory to search. */
async function copies(hex) {
  const { searched, found } = await clerk.run((hex) => {
    const bytes = hex.match(/../g).map((it) => parseInt(it, 16));
    const digits = [...hex].map((it) => it.charCodeAt(0));
    const count = (memory, wanted) => {
      let found = 0;
      for (let at = memory.indexOf(wanted[0]); at >= 0; at = memory.indexOf(wanted[0], at + 1)) {
        if (wanted.every((it, place) => memory[at + place] === it)) found += 1;
      }
      return found;
    };
    const memories = window.__memories.map((it) => new Uint8Array(it.buffer));
    const sum = (all) => all.reduce((sum, it) => sum + it, 0);
    return {
      searched: sum(memories.map((it) => it.length)),
      found: sum(memories.flatMap((it) => [count(it, bytes), count(it, digits)])),
    };
  }, hex);
  assert.ok(searched > 1 << 20, `${searched} bytes were searched`);
  return found;
}

let seed;
step('while the key has no passphrase, its seed is in memory', async () => {
  await setUp(clerk);
  seed = (await ownKey(clerk)).key.plain;
  assert.match(seed, /^[0-9a-f]{64}$/);
  await clerk.go('#/data');
  await clerk.click('button', '设置口令');
  assert.ok((await copies(seed)) > 0);
});

step('once it has one, it is not', async () => {
  await protect(clerk, WORDS);
  assert.equal(await copies(seed), 0);
});

step('while it is unlocked, it is; once it is locked, it is not', async () => {
  await unlock(clerk, WORDS);
  await clerk.see('这个标签页里已解锁');
  assert.ok((await copies(seed)) > 0);
  await lockNow(clerk);
  assert.equal(await copies(seed), 0);
  assert.equal(clerk.page.workers().length, 0, 'no worker is left that could have it');
});

step('nothing stood on the console', () => browser.quiet());
