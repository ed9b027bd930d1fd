// The clerk's whole job with the keyboard alone, from a clean profile to a verified file, then a reload and a restart.
// The pointer is never used and no script moves the focus. What stands in the file, interop/export.test.js looks at.
import assert from 'node:assert/strict';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before } from 'node:test';
import { cunping } from '../harness/binary.js';
import { claim, evaluated } from '../harness/assessment.js';
import { Browser, newProfile } from '../harness/browser.js';
import { canonical, payloadOf } from '../harness/forge.js';
import { Keyboard } from '../harness/keyboard.js';
import { serve } from '../harness/server.js';
import { needs, pythons } from '../harness/settings.js';
import { steps } from '../harness/steps.js';
import { saved, VILLAGE, year } from '../pages/clerk.js';
import { readWithJose, readWithPython, schema } from '../interop/readers.js';

const UNIT = '通史嘎查村委员会';
const REMARK = '已核对台账，数字与派出所一致。';

let server;
let profile;
let browser;
let clerk;
let file;
before(async () => {
  server = await serve();
  profile = await newProfile();
  browser = await Browser.open({ profile });
});
after(async () => {
  await browser.close();
  await server.stop();
  await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

const step = steps();
const press = (key) => clerk.page.keyboard.press(key);
/** The criterion whose row has the focus. */
const rule = () => clerk.run(() => document.activeElement.closest('[data-rule]')?.dataset.rule);
/** How far the whole stands, such as `6/8`. */
const answered = (text) => clerk.see(`${text} 已答`);

step('the first visit explains itself and sets a workplace up', async () => {
  clerk = new Keyboard(await browser.page(server.url));
  await clerk.see('数据只保存在这台电脑的这个浏览器里');
  await clerk.activate('link', '开始使用');
  await clerk.choose('村干部');
  await clerk.write('输入名称或 12 位统计用区划代码', '通史');
  await clerk.activate('button', UNIT);
  await clerk.see(`已选：${UNIT}（150626200205）`);
  await clerk.activate('button', '开始自评');
  await saved(clerk);
});

step('all eight criteria are answered, one with an incident and one with a remark', async () => {
  await clerk.activate('link', new RegExp(`^${year()}年（全年）`));
  await answered('0/8');
  // Tab stops once at each question; the first is reached past the sections' buttons.
  await clerk.until('an answer of the first', async () => {
    await press('Tab');
    return (await rule()) === VILLAGE[0] && clerk.run(() => document.activeElement.dataset.key !== undefined);
  });
  for (const [at, count] of [['village.1', 1], ['village.2', 1], ['village.2', 3], ['village.3', 4], ['village.4', 5]]) {
    assert.equal(await rule(), at);
    await press('1');
    await answered(`${count}/8`);
    await press('Enter');
    await clerk.settled();
  }
  // What the second says of fraud answers the fifth, too: Enter goes past it, the arrows do not.
  assert.equal(await rule(), 'village.6');
  await press('ArrowUp');
  assert.equal(await rule(), 'village.5');
  await registerFraud();
  await answered('5/8');
  await press('ArrowDown');
  for (const [at, count] of [['village.6', 6], ['village.7', 7], ['village.8', 7], ['village.8', 8]]) {
    assert.equal(await rule(), at);
    await press('1');
    await answered(`${count}/8`);
    await press('Enter');
    await clerk.settled();
  }
  assert.equal(await clerk.run(() => document.activeElement.id), 'go-check');
  await clerk.activate('button', /^依据、备注 .*刑事案件/);
  await clerk.write('备注', REMARK);
  await saved(clerk);
  await clerk.activate('link', '查看结果');
});

/** One case of fraud, with its day. */
async function registerFraud() {
  await press('2');
  await clerk.see('登记案事件');
  await clerk.writeDay('发生日期', `${year()}-01-01`);
  // One part typed anew keeps the others: a half-typed date is never written back. The second part is month or day.
  for (let part = 0; part < 3; part += 1) await press('ArrowLeft');
  await press('ArrowRight');
  await press('Backspace');
  await clerk.page.keyboard.type('01');
  assert.equal(await clerk.value('发生日期'), `${year()}-01-01`);
  await clerk.choose('否');
  await clerk.activate('button', /^登记$/);
  await clerk.see('已登记的案事件');
  await clerk.until('the focus back on its row', async () => (await rule()) === 'village.5');
}

step('the result says why, with clauses', async () => {
  await clerk.see('未达标');
  await answered('8/8');
  await clerk.see('四(二)5');
});

step('answers are checked, the file is signed, previewed, downloaded and verified', async () => {
  await clerk.activate('link', '检查答案');
  await clerk.activate('button', '文件里的全部内容');
  await clerk.see(REMARK);
  file = await browser.download(() => clerk.activate('button', '签名并导出'));
  await clerk.see('文件已核验');
  assert.match(file.name, /^八无_通史.*\.cunping\.json$/);
  const again = await browser.download(() => clerk.activate('button', '下载文件'));
  assert.deepEqual(again.bytes, file.bytes);
});

step('nothing was asked of the network, nothing stood on the console', () => {
  browser.quiet();
});

step('the file holds what was answered, and the binary agrees to the byte', async () => {
  const path = join(browser.downloads, 'export.cunping.json');
  await writeFile(path, file.bytes);
  const { code, out, err } = await cunping(['verify', '--json', path]);
  assert.equal(code, 0, `${err}${out}`);

  const payload = payloadOf(file.bytes.toString());
  assert.equal(payload.unit.name, UNIT);
  assert.equal(payload.period, year());
  assert.equal(payload.facts.incidents.length, 1);
  assert.equal(payload.facts.remarks['village.2'], REMARK);
  assert.equal(payload.verdict.verdict, 'not-qualified');

  const facts = { ...payload.facts, format: 1, period: payload.period, unit: payload.unit.code };
  const { line } = await evaluated(facts, { pack: payload.pack.id, level: payload.level, as_of: payload.as_of });
  assert.equal(claim(JSON.parse(line)), claim(payload));
  const { payload: bytes } = await readWithJose(file.bytes.toString());
  for (const member of ['evaluator', 'findings', 'verdict']) {
    const written = `"${member}":${canonical(payload[member])}`;
    assert.ok(line.includes(written) && bytes.includes(written), `${member} to the byte`);
  }
});

for (const [library, { path, variable }] of Object.entries(pythons)) {
  step(`${library} takes the file as jose does`, needs(path, variable), async () => {
    const { payload } = await readWithJose(file.bytes.toString());
    const [{ payload: other, error }] = readWithPython(library, [file.path]);
    assert.equal(other, payload, error);
  });
}

step('jose and the schema take the file', async () => {
  const { payload } = await readWithJose(file.bytes.toString());
  const valid = await schema('assessment-v1.schema.json');
  assert.ok(valid(JSON.parse(payload)), JSON.stringify(valid.errors));
});

step('a reload in the middle loses nothing', async () => {
  await clerk.go(`#/tasks/${year()}/village.2`);
  await clerk.find('textbox', '备注');
  await clerk.page.reload({ waitUntil: 'load' });
  await clerk.find('textbox', '备注');
  assert.equal(await clerk.value('备注'), REMARK);
  await answered('8/8');
});

step('the same profile opened again shows the same', async () => {
  await browser.close();
  browser = await Browser.open({ profile });
  clerk = new Keyboard(await browser.page(server.url));
  await clerk.see(UNIT);
  await clerk.go(`#/tasks/${year()}/village.5`);
  await clerk.see('已登记的案事件');
  await answered('8/8');
  await clerk.go('#/history');
  await clerk.see('第 1 次');
  browser.quiet();
});
