// Times the import of a folder of signed files at a real township's desk. Asserts nothing: prints `name value` lines.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Browser } from '../harness/browser.js';
import { Screen } from '../harness/screen.js';
import { serve } from '../harness/server.js';
import { setUp } from '../pages/setup.js';

const folder = process.argv[2];
const files = (await readdir(folder)).filter((name) => name.endsWith('.json')).map((name) => join(folder, name));
const server = await serve();
const browser = await Browser.open();
try {
  const page = await browser.page(server.url);
  const screen = new Screen(page);
  await setUp(screen, { role: '平安办', unit: '苏力德苏木' });
  await screen.go('#/township/2026-Q3');
  await screen.see(/选择文件/);
  await page.evaluate(() => {
    // Handing over so many files keeps a page busy on which nothing runs at all: what counts begins when they are there.
    addEventListener('change', () => (window.begun = performance.now()), true);
    window.tasks = [];
    new PerformanceObserver((list) => window.tasks.push(...list.getEntries())).observe({ type: 'longtask' });
  });
  const input = await page.$('input[type=file]');
  await input.uploadFile(...files);
  await page.waitForFunction(() => document.body.innerText.includes('导入完成'), { timeout: 180_000, polling: 100 });
  const found = await page.evaluate(() => {
    const blocks = window.tasks.filter((task) => task.startTime >= window.begun).map((task) => task.duration);
    return { took: performance.now() - window.begun, longest: Math.max(0, ...blocks) };
  });
  console.log(`import_ms ${Math.round(found.took)}`);
  console.log(`longest_block_ms ${Math.round(found.longest)}`);
} finally {
  await browser.close();
  await server.stop();
}
