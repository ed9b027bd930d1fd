// Takes the pictures of the readmes anew, in the example: `CUNPING_DIR=../dist-dev node pictures.js`. Asserts nothing.
import { join } from 'node:path';
import { Browser } from './harness/browser.js';
import { Screen } from './harness/screen.js';
import { serve } from './harness/server.js';
import { root } from './harness/settings.js';
import { answerAll, answerNone, openQuestion, sign, year } from './pages/clerk.js';
import { imported, openTable } from './pages/township.js';

const server = await serve();
const browser = await Browser.open();
const screen = new Screen(await browser.page(server.url));
const period = year();

/** What stands in a window of this size, from `top` on. */
async function picture(name, { width = 1200, height = 760, top } = {}) {
  await screen.page.setViewport({ width, height });
  await screen.settled();
  await screen.run((top) => (top ? document.querySelector(top).scrollIntoView() : scrollTo(0, 0)), top);
  await screen.settled();
  await screen.page.screenshot({ path: join(root, 'docs/pictures', `${name}.png`) });
}

await screen.go('#/');
await screen.click('button', '先看示例');
await screen.see('示例：单位和数据都是虚构的');
for (const rule of ['village.2', 'village.7', 'village.8']) await answerNone(screen, period, rule);
await openQuestion(screen, period, 'village.8');
await picture('question');
await openQuestion(screen, period, 'village.3');
await picture('question-360', { width: 360, height: 720 });
await screen.page.setViewport({ width: 1200, height: 760 });
await answerAll(screen, period);
await screen.go(`#/result/${period}`);
await picture('result');
await sign(screen, period);
await picture('sent');
await screen.go('#/data');
await screen.settled();
await screen.click('button', '看汇总');
await screen.until('the other workplace', () => screen.page.url().endsWith('#/'));
await openTable(screen, period);
await screen.click('button', '导入 12 份示例文件');
await imported(screen, 12, 0, 0);
await picture('import', { height: 760, top: 'section[role="status"]' });
await screen.click('button', '关闭');
await picture('township', { height: 1100, top: 'section[aria-labelledby="rates"]' });

await browser.close();
await server.stop();
