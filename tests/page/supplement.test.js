// A supplement (overlay) in the page: before it is loaded it is said who signed it and what changes, and afterwards who did; what
// must not load is named and changes nothing.
import assert from 'node:assert/strict';
import { cunping } from '../harness/binary.js';
import { flipped, newKey, payloadOf, signBundle } from '../harness/forge.js';
import { look } from '../harness/look.js';
import { opening } from '../harness/people.js';
import { steps } from '../harness/steps.js';
import { vectors } from '../interop/vectors.js';
import { year } from '../pages/clerk.js';
import { folder } from '../pages/reports.js';
import { setUp } from '../pages/setup.js';

const text = (name) => vectors.find((it) => it.name === name).bytes.toString();
/** What core's example signed: a pass mark of 85, by a county. */
const SIGNED = text('good-signed-overlay.txt');
const { overlay: OVERLAY, ...STATED } = payloadOf(SIGNED);

let browser;
let screen;
opening(async (enter) => {
  ({ browser, screen } = await enter());
});

const step = steps();
const sign = async (overlay, more = {}) => signBundle({ ...STATED, overlay, ...more }, await newKey(), { typ: 'vnd.cunping.overlay.v1+json' });

async function load(bytes, name = '补充.json') {
  const [path] = await folder({ [name]: bytes });
  await (await screen.find('file', '载入补充文件')).uploadFile(path);
}

/** Loads it, having looked at it. */
async function take(bytes) {
  await load(bytes);
  await screen.click('button', '核对过了，载入');
  await screen.see('已载入并保存');
}

/** The number by which people compare what it says. */
async function groups() {
  const { out } = await cunping(['overlay', 'show', '-'], { input: JSON.stringify(OVERLAY) });
  return /\d{5}(?: \d{5}){4}/.exec(out.toString())[0];
}

/** Loads what must not load: it is named, with what to do, and what is loaded stays the same. */
async function refused(bytes, ...words) {
  const held = () => screen.run(() => [...document.querySelectorAll('li[id^=overlay-]')].map((it) => it.id));
  const before = await held();
  await load(bytes);
  for (const word of words) await screen.see(word);
  assert.deepEqual(await held(), before);
}

step('what must not load is named, and nothing of it is kept', async () => {
  await setUp(screen, { unit: '南村村委会' });
  await screen.go('#/document');
  await refused(flipped(SIGNED), '签名不对：文件签名后被改动过', '请打电话核实');
  assert.deepEqual(await look(screen, 'supplement-forged'), []);
  await refused(await sign({ ...OVERLAY, pack: 'wangchang-pingan-cun-2023' }), '这是另一份文件的补充文件', '请核对是不是这份文件的补充文件');
  await refused(await sign({ ...OVERLAY, level: 'county' }), '文件没有这一级');
  await refused(await sign({ ...OVERLAY, pass_mark: 101 }), '合格线 101 不在 0 到 100 之间');
  await refused(await sign({ ...OVERLAY, title: '请打 13912345678 核实' }), '手机号');
  await refused(text('good-complete.txt'), '这是“自评”文件，不是这里要的文件', '请核对是不是发错了文件');
  await refused(text('overlay-nothing.txt'), '文件内容不合格式');
  await refused(JSON.stringify({ ...OVERLAY, format: 2 }), '比本软件新', '请更新本软件');
  await refused(await sign(OVERLAY, { example: true }), '这是示例的补充文件，没有载入', '请向发文单位要正式的补充文件');
});

step('of a signed one it is said who signed it, whose key that is, and what changes, before anything is evaluated by it', async () => {
  await load(`\ufeff${SIGNED}\n`);
  await screen.see('文件里的补充内容（还没有载入）');
  await screen.see('自称由谁签名');
  await screen.see('411422000000');
  await screen.see('没有登记过这把密钥');
  await screen.see(await groups());
  await screen.see('新增：85 分');
  assert.deepEqual(await look(screen, 'supplement-candidate'), []);
  await screen.go(`#/result/${year()}`);
  assert.ok(!(await screen.text()).includes('合格线 85 分'), 'nothing is loaded yet');
  await screen.go('#/document');
});

step('it loads: what it brings, from whom, marked as not from the document, and in force', async () => {
  await take(SIGNED);
  await screen.see('示例县评查细则');
  await screen.see('示例县委政法委，2024年3月1日印发');
  await screen.see('不是文件原文');
  const item = await screen.find('listitem', '示例县评查细则');
  const said = await item.evaluate((it) => it.innerText);
  for (const words of ['自称由谁签名', '411422000000', '没有登记过这把密钥']) assert.ok(said.includes(words), `${words} in ${said}`);
  assert.deepEqual(await look(screen, 'supplement-loaded'), []);
  await screen.go(`#/result/${year()}`);
  await screen.see('合格线 85 分');
});

step('its fingerprint is that of what was signed, as the binary has it; one that names the office by another key is refused', async () => {
  await screen.go('#/document');
  const digest = async () => (await screen.find('listitem', '示例县评查细则')).evaluate((it) => it.id.replace('overlay-', ''));
  const shown = await digest();
  const { out } = await cunping(['overlay', 'check', '-'], { input: JSON.stringify(OVERLAY) });
  assert.ok(out.toString().includes(shown), `${shown} in ${out}`);
  await refused(await sign(OVERLAY), '另一把没有登记的密钥', '先登记新密钥');
  await refused(SIGNED, '这份补充文件已经载入');
  assert.equal(await screen.count('button', '移除'), 1);
  assert.equal(await digest(), shown);
});

step('a second one that sets the same is refused until the first is removed', async () => {
  const other = await sign({ ...OVERLAY, pass_mark: 70, title: '另一份细则' }, { party: { unit: '411422000000' } });
  await refused(other, '已载入的另一份补充文件规定了同一件事', '请先移除另一份');
  await screen.click('button', '移除');
  await screen.gone('示例县评查细则');
  await take(other);
  await screen.see('另一份细则');
  await screen.gone('已载入的另一份补充文件规定了同一件事');
  await screen.go(`#/result/${year()}`);
  await screen.see('合格线 70 分');
});

step('a later one of the same key takes its place, saying so; an older one is refused; an unsigned one is marked', async () => {
  await screen.go('#/document');
  await screen.click('button', '移除');
  await screen.gone('另一份细则');
  const key = await newKey();
  const nth = async (sequence, mark) =>
    signBundle({ ...STATED, overlay: { ...OVERLAY, pass_mark: mark, title: `第${sequence}份` }, sequence, ...(sequence > 1 ? { supersedes: 'ab'.repeat(32) } : {}) }, key, { typ: 'vnd.cunping.overlay.v1+json' });
  await take(await nth(2, 60));
  await load(await nth(3, 75));
  await screen.see('它代替同一单位先前的一份');
  await screen.see('现在是：60 分；改为：75 分');
  await screen.click('button', '核对过了，载入');
  await screen.see('已载入并保存');
  await screen.gone('第2份');
  await refused(await nth(2, 60), '已载入的是同一单位更新的一份');
  await screen.click('button', '移除');
  await screen.gone('第3份');
  await load(JSON.stringify({ ...OVERLAY, pass_mark: 66, title: '没有签名的一份' }));
  await screen.see('没有签名，谁都可能写出这份文件');
  assert.deepEqual(await look(screen, 'supplement-unsigned'), []);
  await screen.click('button', '核对过了，载入');
  await screen.see('已载入并保存');
  const item = await screen.find('listitem', '没有签名的一份');
  assert.ok((await item.evaluate((it) => it.innerText)).includes('没有签名'));
  browser.quiet();
});
