// Chromium 86, 109 and today's open the page that ships, set a workplace up, answer one criterion and find it again.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Browser } from '../harness/browser.js';
import { Screen } from '../harness/screen.js';
import { serve } from '../harness/server.js';
import { browsers, needs } from '../harness/settings.js';
import { answerNone, NONE, questions, year } from '../pages/clerk.js';
import { setUp } from '../pages/setup.js';

let server;
before(async () => (server = await serve()));
after(async () => {
  await Browser.closeAll();
  await server.stop();
});

for (const engine of ['86', '109', 'now']) {
  const variable = engine === 'now' ? 'CUNPING_CHROMIUM' : `CUNPING_CHROMIUM_${engine}`;
  test(`one criterion on Chromium ${engine}`, needs(browsers[engine], variable), async () => {
    const browser = await Browser.open({ engine });
    const screen = new Screen(await browser.page(server.url));
    await screen.see('先自评，再上报');
    await setUp(screen);
    await answerNone(screen, year(), 'village.1');
    await screen.see('1/8 已答');
    await screen.page.reload({ waitUntil: 'load' });
    await screen.until('the answer after a reload', () =>
      screen.run(() => [...document.querySelectorAll('main [aria-pressed=true]')].length === 1));
    assert.equal((await questions(screen, 'village.1'))[0].pressed, NONE);
    browser.quiet();
    await browser.close();
  });
}
