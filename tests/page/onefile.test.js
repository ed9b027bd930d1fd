// The page as one file, opened from disk as a clerk opens it: under a Chinese name, with nothing beside it, on every engine.
import assert from 'node:assert/strict';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { axe } from '../harness/axe.js';
import { Browser } from '../harness/browser.js';
import { picture } from '../harness/picture.js';
import { Screen } from '../harness/screen.js';
import { serve } from '../harness/server.js';
import { browsers, needs, oneFile } from '../harness/settings.js';
import { answerNone, NONE, questions, VILLAGE, year } from '../pages/clerk.js';
import { protect, unlock } from '../pages/secrets.js';
import { setUp } from '../pages/setup.js';
import { choose, imported } from '../pages/township.js';

const WORDS = '正确的马电池订书钉';

let folder;
let address;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cunping 从磁盘 '));
  const path = join(folder, '村评 离线版（2026）.html');
  await copyFile(oneFile, path);
  address = pathToFileURL(path).href;
});
after(async () => {
  await Browser.closeAll();
  await rm(folder, { recursive: true, force: true });
});

for (const engine of ['86', '109', 'now']) {
  const variable = engine === 'now' ? 'CUNPING_CHROMIUM' : `CUNPING_CHROMIUM_${engine}`;
  test(`a village’s year from disk, and its township’s desk, on Chromium ${engine}`, needs(browsers[engine], variable), async () => {
    const browser = await Browser.open({ engine });
    const screen = new Screen(await browser.page(address));
    await screen.see('什么都不用联网');
    await setUp(screen);
    await answerNone(screen, year(), 'village.1');
    await screen.page.reload({ waitUntil: 'load' });
    await screen.until('the answer after a reload', async () => (await questions(screen, 'village.1'))?.[0]?.pressed === NONE);
    for (const rule of VILLAGE.slice(1)) await answerNone(screen, year(), rule);
    await screen.go(`#/check/${year()}`);
    // The passphrase is worked on by the worker that lies inside.
    await protect(screen, WORDS);
    await unlock(screen, WORDS);
    await screen.gone('签名要先解锁');
    const file = await browser.download(() => screen.click('button', '签名并导出'));
    await screen.see('文件已核验');
    assert.match(file.name, /通史.*\.json$/);
    await screen.go('#/data');
    await screen.see('页面从磁盘打开');
    await screen.see('村评 离线版（2026）.html');

    const office = await Browser.open({ engine });
    const desk = new Screen(await office.page(address));
    await setUp(desk, { role: '乡镇级平安办', unit: '苏力德苏木' });
    await desk.go(`#/township/${year()}`);
    await choose(desk, [file.path]);
    await imported(desk, 1, 0, 0);
    if (engine === 'now') assert.deepEqual(await axe(desk.page), []);
    for (const one of [browser, office]) {
      one.quiet();
      await one.close();
    }
  });
}

test('from disk it reaches nothing: no neighbour, no address, no script that is not its own', async () => {
  const browser = await Browser.open();
  const screen = new Screen(await browser.page(address));
  const refused = await screen.run(async () => {
    const fails = (work) => work.then(() => 'reached', () => 'refused');
    const loads = (tag, address) =>
      new Promise((done, fail) => {
        const element = document.createElement(tag);
        element.onload = done;
        element.onerror = fail;
        element.src = address;
        document.head.append(element);
      });
    const inline = document.createElement('script');
    inline.textContent = 'window.__foreign = true';
    document.head.append(inline);
    return [
      await fails(fetch('http://127.0.0.1:1/')),
      await fails(fetch(location.href)),
      await fails(loads('script', 'http://127.0.0.1:1/x.js')),
      await fails(loads('img', 'http://127.0.0.1:1/x.png')),
      window.__foreign ? 'reached' : 'refused',
    ];
  });
  assert.deepEqual(refused, Array(5).fill('refused'));
  await browser.close();
});

test('the served page hands the one file out, and it is the one that opens from disk', async () => {
  const server = await serve();
  const browser = await Browser.open();
  const screen = new Screen(await browser.page(`${server.url}#/data`));
  await screen.see('不用网络也能打开');
  await picture(screen.page, 'data-one-file');
  const file = await browser.download(() => screen.click('link', '下载网页文件'));
  assert.equal(file.name, '村评.html');
  const opened = new Screen(await browser.page(pathToFileURL(file.path).href));
  await opened.see('先自评，再上报');
  await opened.go('#/data');
  await opened.see('页面从磁盘打开');
  assert.equal(await opened.count('link', '下载网页文件'), 0);
  browser.quiet();
  await browser.close();
  await server.stop();
});
