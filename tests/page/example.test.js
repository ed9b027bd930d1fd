// The example township, then the real one: files in by every way, refused whole, exact counts and targets, undo, tables.
import assert from 'node:assert/strict';
import { mkdtemp, open, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before } from 'node:test';
import { archive } from '../harness/archive.js';
import { assessment } from '../harness/assessment.js';
import { Browser } from '../harness/browser.js';
import { flipped } from '../harness/forge.js';
import { Screen } from '../harness/screen.js';
import { serve } from '../harness/server.js';
import { root } from '../harness/settings.js';
import { steps } from '../harness/steps.js';
import { until } from '../harness/wait.js';
import { sheets } from '../harness/workbook.js';
import { setUp } from '../pages/setup.js';
import { choose, drop, everything, imported, openExample, openTable, paste, stands, standing, table, targets } from '../pages/township.js';

/** A year that is over, so that its numbers are the same whenever this runs. */
const YEAR = '2025';
const NOTHING = { 应报: 13, 已报: 0, 达标: 0, 未达标: 0, 待定: 0, 未报: 13 };
const ALL = { 应报: 13, 已报: 11, 达标: 8, 未达标: 2, 待定: 1, 未报: 2 };

let server;
let browser;
let office;
let folder;
let paths;
let texts;
before(async () => {
  server = await serve();
  browser = await Browser.open();
  folder = await mkdtemp(join(tmpdir(), 'cunping-township-'));
  office = new Screen(await browser.page(server.url));
});
after(async () => {
  await browser.close();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

const step = steps();
/** Keeps a text in a file of a name. */
async function file(name, text) {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

/** Whatever is refused changes nothing that is shown, and the page goes on. */
async function refused(paths, words, way = choose) {
  const before_ = await everything(office);
  await way(office, paths);
  await imported(office, 0, 0, paths.length);
  for (const word of words) await office.see(word);
  assert.deepEqual(await everything(office), before_);
  assert.equal(await office.count('button', '撤销这次导入'), 0);
}

step('the example hands out the files of its villages', async () => {
  await openExample(office, YEAR);
  await stands(office, NOTHING);
  await office.click('button', '下载 12 份示例文件');
  const names = await until('twelve downloaded files', async () => {
    const names = await readdir(browser.downloads);
    return names.length === 12 && names.every((name) => name.endsWith('.cunping.json')) ? names.sort() : null;
  });
  paths = names.map((name) => join(browser.downloads, name));
  texts = await Promise.all(paths.map((path) => readFile(path, 'utf8')));
  await stands(office, NOTHING);
});

step('one flipped byte is refused in words and the rest is taken in', async () => {
  const bad = await file('翻转.cunping.json', flipped(texts[5]));
  await choose(office, [...paths.slice(0, 5), bad, ...paths.slice(6)]);
  await imported(office, 11, 0, 1);
  await office.see('翻转.cunping.json');
  await office.see('没有导入任何内容');
  const { 已报, 未报 } = await standing(office);
  assert.deepEqual([已报, 未报], [10, 3]);
});

step('undoing an import takes out all of it', async () => {
  await office.click('button', '撤销这次导入');
  await stands(office, NOTHING);
  await office.page.reload({ waitUntil: 'load' });
  await openTable(office, YEAR);
  await stands(office, NOTHING);
});

step('files that are chosen, all at once', async () => {
  await choose(office, paths);
  await imported(office, 12, 0, 0);
  await stands(office, ALL);
});

step('the counts, the rate and the targets are exact', async () => {
  await office.see('达标占应报的 约 61.53%（不进位）');
  assert.deepEqual(await targets(office), [
    '？ 未定 65%以上的嘎查村（社区）达标，年均提升5个百分点（2025年：80%以上）：要求 11 个，已有 8 个，还差 3 个，还有 3 个待定或未报 · 二',
    '？ 未定 苏木确保本辖区65%以上的嘎查村（社区）达标（2025年：65%以上）：要求 9 个，已有 8 个，还差 1 个，还有 3 个待定或未报 · 六(三)',
  ]);
});

step('every unit has its row, and what a file claims is checked', async () => {
  const rows = await table(office);
  assert.equal(Object.keys(rows).length, 13);
  assert.match(rows.示例二村.join(' '), /^✓ 达标/);
  assert.match(rows.示例九村[0], /^✕ 未达标/);
  assert.match(rows.示例十村[0], /^？ 待/);
  assert.match(rows.示例十一村[0], /^✓ 达标/);
  assert.match(rows.示例十二村[0], /^✕ 未达标/);
  assert.match(rows.示例十二村.at(-1), /自报结果与重新计算的不同/);
  for (const missing of ['示例一村', '示例十三村']) assert.equal(rows[missing][0], '未报');
});

step('the table as a workbook: codes stay text, days are days, words can be counted', async () => {
  const { name, bytes } = await browser.download(async () => {
    await Promise.all(paths.map((path) => rm(path)));
    await office.click('button', '下载表格');
  });
  assert.equal(name, `汇总_示例镇_${YEAR}.xlsx`);
  const [[units, [head, ...lines]], [sum, counts]] = sheets(bytes);
  assert.deepEqual([units, sum], ['逐个单位', '总体情况']);
  assert.equal(lines.length, 13);
  assert.equal(head.slice(0, 3).join(), '统计用区划代码,单位,结果');
  assert.equal(head.slice(-5).join(), '暂定，截至,文件状态,第几次报送,首次收到,补登');
  const at = (column) => head.indexOf(column);
  assert.deepEqual(lines[0].filter((it) => it !== null), ['999999001201', '示例一村', '未报']);
  assert.deepEqual(lines[1].slice(0, 3), ['999999001202', '示例二村', '达标']);
  assert.equal(lines[1][at('第几次报送')], 1);
  assert.ok(lines[1][at('首次收到')] instanceof Date && lines[1][at('首次收到')].getUTCFullYear() >= Number(YEAR));
  assert.deepEqual(lines[11].slice(0, 3), ['999999001212', '示例十二村', '未达标']);
  assert.match(lines[11][at('文件状态')], /自报结果与重新计算的不同/);
  assert.deepEqual(counts.slice(0, 3), [[`${YEAR}年`, '个数'], ['应报', 13], ['已报', 11]]);
  paths = await Promise.all(texts.map((text, at) => file(`示例${at}.cunping.json`, text)));
});

step('the table on the clipboard says what is text', async () => {
  await office.run(() => {
    document.addEventListener('copy', (event) => {
      globalThis.copied_ = ['text/plain', 'text/html'].map((kind) => event.clipboardData.getData(kind));
    });
  });
  await office.click('button', '复制表格');
  await office.see('已复制');
  const [plain, html] = await office.run(() => globalThis.copied_);
  const [head, first] = plain.split('\n').map((line) => line.split('\t'));
  assert.equal(head.length, first.length);
  assert.deepEqual(first.slice(0, 3), ['999999001201', '示例一村', '未报']);
  assert.match(html, /mso-number-format:"\\@"' sdnum="1033;0;@">999999001201<\/td>/);
});

step('the same files again are noticed', async () => {
  const before_ = await everything(office);
  await drop(office, paths);
  await imported(office, 0, 12, 0);
  assert.deepEqual(await everything(office), before_);
});

step('dropped files, then pasted text, come to the same', async () => {
  const before_ = await everything(office);
  await choose(office, paths);
  await imported(office, 0, 12, 0);
  for (const way of [() => drop(office, paths), () => paste(office, texts.join('\n'))]) {
    await office.click('button', '清除示例');
    await office.see('先自评，再上报');
    await openExample(office, YEAR);
    await stands(office, NOTHING);
    await way();
    await imported(office, 12, 0, 0);
    await stands(office, ALL);
    assert.deepEqual((await everything(office)).targets, before_.targets);
  }
});

step('a file that was removed does not count, and comes back', async () => {
  await office.click('link', '示例二村');
  await office.see('收到的文件');
  await office.click('button', '移除这份文件');
  await office.click('button', '恢复这份文件');
  await office.click('button', '移除这份文件');
  await office.click('link', '回到汇总表');
  await stands(office, { ...ALL, 已报: 10, 达标: 7, 未报: 3 });
  await office.see('已移除一份文件');
  await office.click('button', '撤销');
  await stands(office, ALL);
});

step('bad files are refused in words, by each way in', async () => {
  await refused([await file('截断.cunping.json', texts[0].slice(0, -200))], ['截断.cunping.json', '这里只有前半段', '没有导入任何内容']);
  await refused([await file('嵌套.cunping.json', '['.repeat(10_000) + ']'.repeat(10_000))], ['嵌套太深']);
  await refused([await file('空.cunping.json', '')], ['空.cunping.json']);
  await refused([await file('文档.docx', 'PK\u0003\u0004 a document')], ['压缩包损坏或不完整'], drop);
  await refused([await file('总结.docx', archive([['[Content_Types].xml', '<x/>']]))], ['不是本软件的文件'], drop);
});

step('a file of 100 MB is refused and the page stays alive', async () => {
  const path = join(folder, '大文件.cunping.json');
  const handle = await open(path, 'w');
  await handle.truncate(100 << 20);
  await handle.close();
  await refused([path], ['文件太大']);
  await refused([path], ['文件太大'], drop);
});

/** A village of the real township that reports a year in which nothing happened, or one thing did. */
function real(code, name, period, category) {
  const made = `${Number(period) + 1}-01-05`;
  const about = ['crime', 'cult/activity', 'fire', 'gang', 'petition/unlawful', 'special-group-lapse', 'telecom-fraud', 'unlawful-act/women-children-elderly'];
  const incident = { categories: [category], day: `${period}-05-06`, id: code.padStart(32, '0'), stated_on: made, attributes: {} };
  const facts = {
    format: 1,
    incidents: category ? [incident] : [],
    period,
    remarks: {},
    statements: about.map((about) => ({ about, from: `${period}-01-01`, made_on: made, says: 'complete', to: `${period}-12-31` })),
    unit: code,
  };
  return assessment(facts, { as_of: made, level: 'village', pack: 'sulide-bawu-2022' }, { unit: { code, level: 'village', name } });
}

step('a real file has no place in the example', async () => {
  const text = await real('150626200205', '通史嘎查村委员会', YEAR);
  await refused([await file('真实.cunping.json', text)], ['这是真实文件，不能导入示例']);
});

step('the thirteen villages of the real township, nine of them with nothing', async () => {
  await office.click('button', '清除示例');
  await office.see('先自评，再上报');
  await setUp(office, { role: '收集汇总', unit: '苏力德苏木' });
  await openTable(office, '2022');
  await stands(office, NOTHING);
  const units = (await readFile(join(root, 'packs/units/150626200.csv'), 'utf8')).trim().split('\n').slice(1).map((line) => line.split(','));
  assert.equal(units.length, 13);
  const files = await Promise.all(
    units.map(async ([code, name], at) => file(`${name}.cunping.json`, await real(code, name, '2022', at < 4 ? 'petition/unlawful' : undefined))),
  );
  await choose(office, files);
  await imported(office, 13, 0, 0);
  await stands(office, { 应报: 13, 已报: 13, 达标: 9, 未达标: 4, 待定: 0, 未报: 0 });
  await office.see('达标占应报的 约 69.23%（不进位）');
  const rows = await table(office);
  assert.deepEqual(Object.keys(rows), units.map(([, name]) => name));
  assert.deepEqual(await targets(office), [
    '✓ 已达到 首批创建：全苏木三分之二以上的嘎查村（社区）达标（2022年：三分之二以上）：要求 9 个，已有 9 个，已达到 · 二',
    '✓ 已达到 65%以上的嘎查村（社区）达标，年均提升5个百分点（2022年：65%以上）：要求 9 个，已有 9 个，已达到 · 二',
    '✓ 已达到 苏木确保本辖区65%以上的嘎查村（社区）达标（2022年：65%以上）：要求 9 个，已有 9 个，已达到 · 六(三)',
  ]);
  await refused([await file('示例.cunping.json', texts[0])], ['这是示例文件，不能导入真实的汇总']);
});

step('nothing was asked of the network, nothing stood on the console', () => browser.quiet());
