// Sending a signed file: sharing where the browser refuses or the sheet is closed, the text for a chat, and the messenger's own
// browser.
import assert from 'node:assert/strict';
import { opening } from '../harness/people.js';
import { steps } from '../harness/steps.js';
import { answerAll, sign, year } from '../pages/clerk.js';
import { setUp } from '../pages/setup.js';

const step = steps();
let browser;
let screen;

/** A browser that says it can share any file, and answers as `window.__refusal` says. */
function shares() {
  Object.defineProperty(navigator, 'userAgent', { get: () => window.__agent ?? 'Mozilla/5.0 Chrome/120' });
  Object.defineProperty(globalThis, 'isSecureContext', { get: () => !window.__plain });
  navigator.canShare = () => true;
  navigator.share = ({ files: [file] }) => {
    window.__shared = { name: file.name, type: file.type };
    return window.__refusal ? Promise.reject(new DOMException('refused', window.__refusal)) : Promise.resolve();
  };
}

opening(async (enter) => {
  ({ browser, screen } = await enter({ before: shares }));
});

step('a signed file is shared as a text file, which browsers let be shared', async () => {
  await setUp(screen);
  await answerAll(screen, year());
  await sign(screen, year());
  await screen.click('button', '分享文件');
  const shared = await screen.until('what was shared', () => screen.run(() => window.__shared));
  assert.equal(shared.type, 'text/plain');
  assert.match(shared.name, /\.cunping\.json\.txt$/);
  assert.ok(!(await screen.text()).includes('不让分享'));
});

step('closing the sheet is silent, and a refusal says what else there is', async () => {
  await screen.run(() => { window.__refusal = 'AbortError'; });
  await screen.click('button', '分享文件');
  await screen.settled();
  assert.ok(!(await screen.text()).includes('不让分享'));
  await screen.run(() => { window.__refusal = 'NotAllowedError'; });
  await screen.click('button', '分享文件');
  await screen.see('这个浏览器不让分享文件。请下载后再发送，或者复制文字。');
});

step('nothing is called downloaded that the page cannot know of', async () => {
  assert.ok(!(await screen.text()).includes('已交给浏览器下载'));
  await browser.download(() => screen.click('button', '下载文件'));
  await screen.see('“下载”文件夹里没有的话');
});

step('the copied text begins with a line for people', async () => {
  await screen.run(() => { document.execCommand = () => false; });
  await screen.click('button', '复制为文字');
  const text = await screen.until('the text', () => screen.run(() => document.querySelector('.copy-box-text')?.value));
  const [head, bundle] = text.split('\n');
  assert.match(head, /^八无_.*村评的文件，请整段复制/);
  assert.ok(JSON.parse(bundle).signature);
});

step('in a messenger’s own browser the way out is said first', async () => {
  assert.ok(!(await screen.text()).includes('聊天软件里打开'));
  await screen.run(() => { window.__agent = 'Mozilla/5.0 MicroMessenger/8.0'; });
  const here = screen.page.url();
  await screen.go('#/');
  await screen.go(here.slice(here.indexOf('#')));
  await screen.see('聊天软件里打开的网页存不了文件');
});

step('over plain http the way to keep what the browser holds back is said', async () => {
  const here = screen.page.url();
  assert.ok(!(await screen.text()).includes('请点“保留”'));
  await screen.run(() => { window.__plain = true; });
  await screen.go('#/');
  await screen.go(here.slice(here.indexOf('#')));
  await screen.see('提示“无法安全下载”时，请点“保留”');
});

step('a file that the browser was not asked for is not called downloaded', async () => {
  const words = ['已请浏览器下载', '已交给浏览器'];
  for (const word of words) assert.ok(!(await screen.text()).includes(word), 'opened again');
  await screen.go('#/keys');
  await screen.click('button', '生成登记文件');
  await screen.see('按“下载文件”存到“下载”文件夹');
  for (const word of words) assert.ok(!(await screen.text()).includes(word));
});

step('a backup that the browser blocks does not count', async () => {
  const deny = { behavior: 'deny', downloadPath: browser.downloads };
  await screen.page.cdp.send('Page.setDownloadBehavior', deny);
  await screen.go('#/data');
  await screen.click('button', '立即备份');
  await screen.see('有这个文件，才算备份过');
  await screen.go('#/');
  await screen.go('#/data');
  await screen.see('从未备份');
});

step('nothing stood on the console', () => browser.quiet());
