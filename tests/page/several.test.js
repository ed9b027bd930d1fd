// One unit under several documents: each question is answered once, and each document draws its own conclusion.
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { axe } from '../harness/axe.js';
import { Browser } from '../harness/browser.js';
import { Screen } from '../harness/screen.js';
import { serve } from '../harness/server.js';
import { until } from '../harness/wait.js';
import { answer, NONE, openQuestion, questions, year } from '../pages/clerk.js';

let server;
let browser;
let screen;
let folder;
before(async () => {
  server = await serve();
  browser = await Browser.open();
  screen = new Screen(await browser.page(server.url));
  folder = await mkdtemp(join(tmpdir(), 'cunping-overlays-'));
});
after(async () => {
  await browser.close();
  await server.stop();
  await rm(folder, { recursive: true });
});

/** A workplace for a village that the page knows; its area's documents are chosen by themselves, `also` on top. */
async function begin(unit, also = []) {
  await screen.go('#/setup');
  await screen.click('radio', '村干部');
  await screen.fill('输入名称或 12 位统计用区划代码', unit);
  await screen.click('button', unit);
  for (const name of also) {
    await screen.run(() => document.querySelectorAll('main details').forEach((it) => (it.open = true)));
    await screen.click('checkbox', name);
  }
  await screen.click('button', '开始自评');
  await screen.until('the new workplace', () => screen.page.url().endsWith('#/'));
}

const accessible = async () => assert.deepEqual(await axe(screen.page), []);

test('a village under two documents answers each question once', async () => {
  const period = year();
  await begin('汪场社区居民委员会', ['平安乡村']);
  // One document gives two awards, so three conclusions stand side by side.
  for (const name of ['平安村(社区)', '平安湖北建设示范村(社区)', '平安乡村']) await screen.find('button', name);
  await openQuestion(screen, period, 'village.1.2');
  await screen.see('这一回答用于');
  await screen.run(() => document.querySelectorAll('.tasks-feeds').forEach((it) => (it.open = true)));
  await screen.see('只算其中一部分');
  await accessible();
  await answer(screen, 'village.1.2', NONE);
  await screen.see(/已答：.*没有刑事案件/);

  await screen.click('button', '平安乡村');
  await screen.until('the other document', () => screen.page.url().endsWith('#/'));
  await openQuestion(screen, period, 'village.4');
  // “No criminal case” was said once; it answers homicide and crimes of minors here, and no fraud.
  const answered = (await questions(screen, 'village.4')).filter((it) => !it.open).map((it) => it.text);
  assert.ok(answered.some((it) => it.includes('命案')) && answered.some((it) => it.includes('未成年人犯罪')), answered.join('\n'));
  await screen.go(`#/form/own/${period}`);
  await screen.see('文件本身没有规定表格');
  await screen.click('checkbox', '连同解读页一起打印');
  await screen.see('本软件的解读');
  await accessible();
});

test('the documents are listed, followed, left and compared', async () => {
  await screen.go('#/library');
  for (const name of ['八无', '六好九无', '平安法治星', '平安村', '平安乡村']) await screen.find('heading', name);
  await accessible();
  const following = () => screen.count('button', '本单位不再使用');
  assert.equal(await following(), 2);
  await screen.click('button', '本单位不再使用');
  await screen.until('one document left', async () => (await following()) === 0);
  await screen.see('至少要留一份文件');
  await screen.go('#/compare/sulide-bawu-2022/village/dali-pingan-xiangcun-2024/village');
  for (const heading of ['两份都问，口径不同', '两份都问，口径相同', '只有《平安乡村 · 平安村(社区)》问']) await screen.find('heading', heading);
  await accessible();
});

test('what the document leaves to others is loaded, refused whole, and named beside the result', async () => {
  await screen.go('#/workplaces');
  await begin('南村村委会');
  await screen.go('#/document');
  await screen.see('文件留给别处规定的内容');
  const weights = { 'village.1': 20, 'village.2': 20, 'village.3': 15, 'village.4': 15, 'village.5': 10, 'village.6': 10, 'village.7': 10 };
  const overlay = { format: 1, issued: '2026-01-05', issuer: '示例县政法委', kind: 'overlay', level: 'village', pack: 'changgang-pingan-fazhi-xing-2023', pass_mark: 80, title: '示例评查办法', version: 1, weights };
  const load = async (name, content) => {
    const path = join(folder, name);
    await writeFile(path, JSON.stringify(content));
    await (await screen.find('file', '载入补充文件')).uploadFile(path);
  };
  await load('bad.json', { ...overlay, pass_mark: 101, weights: { ...weights, 'village.1': 21 } });
  await screen.see('分值合计 101，应为 100');
  await screen.see('合格线 101 不在 0 到 100 之间');
  assert.equal(await screen.count('button', '移除'), 0, 'nothing of it was loaded');
  await load('later.json', { ...overlay, version: 2 });
  await screen.see('它是为文件包 changgang-pingan-fazhi-xing-2023 第 2 版写的，这里用的是第 1 版');
  await load('good.json', overlay);
  await screen.see('文件里的补充内容（还没有载入）');
  assert.equal(await screen.count('button', '移除'), 0, 'nothing is loaded by choosing a file');
  await screen.click('button', '核对过了，载入');
  await screen.find('button', '移除');
  await screen.go(`#/result/${year()}`);
  await screen.see('合格线 80 分');
  await screen.see('示例评查办法');
  await screen.see('不是文件原文');
  await accessible();
  browser.quiet();
});

test('an office enters what the document leaves to it, is told what is wrong, and gives the file to others', async () => {
  await screen.go('#/document');
  await screen.click('button', '移除');
  await screen.click('button', '自己填写补充文件');
  await screen.fill('补充文件的名称', '县评查办法');
  await screen.fill('发文单位', '示例县政法委');
  const parts = ['治安防控严密有效', '矛盾纠纷妥善化解', '欺诈诈骗防范有力', '安全事故防范到位', '非法宗教监管有力', '应急能力显著提升', '重点人员管理到位'];
  for (const [at, points] of [20, 20, 15, 15, 10, 10].entries()) await screen.fill(parts[at], String(points));
  await screen.see('分值合计 90，还差 10');
  await screen.fill('合格线（分）', '101');
  await screen.see('合格线 101 不在 0 到 100 之间');
  await screen.click('button', '保存并使用');
  await screen.see('日期不对');
  await screen.see('“重点人员管理到位”缺少分值，或分值不对');
  assert.equal(await screen.count('button', '移除'), 0, 'nothing is saved that is not right');
  await accessible();

  // Half of it outlives the page.
  await until('the draft is kept', async () => (await screen.text()).includes('已保存'));
  await screen.page.reload();
  await screen.see('分值合计 90，还差 10');
  assert.equal(await screen.value('补充文件的名称'), '县评查办法');
  await screen.fill('重点人员管理到位', '10');
  await screen.see('分值合计 100，正好');
  await screen.fill('合格线（分）', '80');
  await screen.run(() => {
    const field = document.querySelector('input[type=date]');
    field.value = '2026-01-05';
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await screen.click('button', '保存并使用');
  await screen.find('button', '移除');
  await screen.see('不是文件原文');
  await accessible();

  // The same content from a file has the same fingerprint: it is one overlay.
  const digest = await screen.run(() => document.querySelector('[id^=overlay-] p .digest').innerText);
  assert.match(digest, /^[0-9a-f]{64}$/);
  await screen.click('button', '照此修改');
  await screen.see('保存后代替原来的那一份');
  await screen.fill('合格线（分）', '75');
  await screen.click('button', '保存并使用');
  await screen.until('one overlay, the new one', async () =>
    screen.run((old) => {
      const all = [...document.querySelectorAll('[id^=overlay-] p .digest')];
      return all.length === 1 && all[0].innerText !== old;
    }, digest),
  );
  await screen.go(`#/result/${year()}`);
  await screen.see('合格线 75 分');
  browser.quiet();
});

test('what is thrown away can be taken back', async () => {
  await screen.go('#/document');
  await screen.click('button', '自己填写补充文件');
  await screen.fill('发文单位', '某单位');
  await screen.click('button', '放弃填写');
  await screen.click('button', '撤销');
  assert.equal(await screen.value('发文单位'), '某单位');
  await screen.click('button', '放弃填写');
  await screen.find('button', '自己填写补充文件');
});
