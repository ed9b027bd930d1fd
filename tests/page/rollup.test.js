// A township signs what it counted, and the county counts it: changes, a later file, a missing township, a forged file.
import assert from 'node:assert/strict';
import { axe } from '../harness/axe.js';
import { cunping } from '../harness/binary.js';
import { flipped, payloadOf } from '../harness/forge.js';
import { opening } from '../harness/people.js';
import { steps } from '../harness/steps.js';
import { enrolByNumber, introduce } from '../pages/keys.js';
import { crime, folder, PAST, report, UNITS } from '../pages/reports.js';
import { setUp } from '../pages/setup.js';
import { choose, imported, openTable } from '../pages/township.js';

let enter;
let office;
let county;
opening((one) => {
  enter = one;
});

const step = steps();
const signed = [];

async function open(role, unit) {
  const { browser, screen } = await enter();
  await setUp(screen, { role, unit });
  return { browser, screen };
}

async function take({ screen }, files, fresh, refused = 0) {
  await openTable(screen, PAST);
  await choose(screen, await folder(files));
  await imported(screen, fresh, 0, refused);
}

/** Signs the roll-up of the table that is open; the text of the file that is downloaded. */
async function sign({ browser, screen }, button) {
  await screen.click('button', button);
  await screen.see('文件已核验，可以发送');
  const file = await browser.download(() => screen.click('button', '下载文件'));
  return file.bytes.toString();
}

/** The cells of a township in the county's table of roll-ups. */
const row = (name) =>
  county.screen.run((name) => {
    const rows = [...document.querySelectorAll('table.township-areas tbody tr')].find((it) => it.cells[0].innerText === name);
    return rows && [...rows.cells].slice(1).map((cell) => window.__find.plain(cell.innerText));
  }, name);

step('a township signs what its table counts, and is told when that has changed', async () => {
  office = await open('乡镇级平安办', '苏力德苏木');
  await openTable(office.screen, PAST);
  await office.screen.see('还没有可以汇总的单位文件。');
  const files = await Promise.all(UNITS.slice(0, 10).map(async (unit) => [`${unit.code}.json`, await report(unit)]));
  await take(office, Object.fromEntries(files), 10);
  await office.screen.see('报送旗平安办');
  signed.push(await sign(office, '签名汇总文件'));
  const said = payloadOf(signed[0]);
  assert.equal(said.counted.length, 10);
  assert.deepEqual(said.expected, UNITS.map(({ code }) => code).sort());
  assert.deepEqual(said.children, said.counted.map((it) => it.bundle).sort());
  await openTable(office.screen, PAST);
  await office.screen.see('与现在的汇总相同，不必再报。');
  await take(office, { 'more.json': await report(UNITS[10], { incidents: [crime] }) }, 1);
  await office.screen.see('之后汇总有变化，请再签一份。');
  signed.push(await sign(office, '再签一份，替代上一份'));
  assert.equal(payloadOf(signed[1]).sequence, 2);
});

step('the binary verifies it', async () => {
  const run = await cunping(['verify', '--json', '-'], { input: signed[0] });
  assert.equal(run.code, 0, run.err);
});

step('the county counts it, and says what is missing', async () => {
  county = await open('县级平安办', '乌审旗');
  await openTable(county.screen, PAST);
  await county.screen.see('还没有收到汇总文件。');
  await take(county, { 'a.json': signed[0] }, 1);
  await county.screen.see('没有登记过这把密钥，不计入');
  await county.screen.see('应报 13 个嘎查村（社区），已报 0 个');
  await enrolByNumber(county.screen, await introduce(office.screen));
  await openTable(county.screen, PAST);
  await county.screen.see('应报 13 个嘎查村（社区），已报 10 个');
  assert.deepEqual((await row('苏力德苏木')).slice(0, 6), ['13', '10', '10', '0', '0', '3']);
  await county.screen.settled();
  assert.deepEqual(await axe(county.screen.page), []);
});

step('the later file takes the place of the first', async () => {
  await take(county, { 'b.json': signed[1] }, 1);
  await county.screen.see('已报 11 个');
  assert.deepEqual((await row('苏力德苏木')).slice(0, 6), ['13', '11', '10', '1', '0', '2']);
});

step('a changed file is refused, and a removed one comes back', async () => {
  await take(county, { 'c.json': flipped(signed[1]) }, 0, 1);
  assert.equal((await row('苏力德苏木'))[1], '11');
  await county.screen.click('button', /^移除.*苏力德苏木$/);
  await county.screen.see('已报 10 个');
  await county.screen.click('button', '撤销');
  await county.screen.see('已报 11 个');
});

step('what the county signs is made from the roll-ups', async () => {
  const text = await sign(county, '签名汇总文件');
  const said = payloadOf(text);
  assert.equal(said.children.length, 1);
  assert.deepEqual(said.counted, payloadOf(signed[1]).counted);
});
