// A village and its township enrol each other by telephone; then a new key, a lost one, and forged enrolments.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { axe } from '../harness/axe.js';
import { Browser } from '../harness/browser.js';
import { newKey, payloadOf, seal } from '../harness/forge.js';
import { Screen } from '../harness/screen.js';
import { serve } from '../harness/server.js';
import { steps } from '../harness/steps.js';
import { answerAll, saved, sign, today, year } from '../pages/clerk.js';
import { call, challenge, check, enrolled, enrolment, introduce, openKeys, parties, takeIn } from '../pages/keys.js';
import { UNITS } from '../pages/reports.js';
import { setUp } from '../pages/setup.js';
import { imported, openTable, paste, table } from '../pages/township.js';

const VILLAGE = UNITS.find(({ name }) => name === '通史嘎查村委员会');
const TYPE = 'vnd.cunping.enrolment.v1+json';
const step = steps();
let server;
let village;
let township;
let first;
before(async () => {
  server = await serve();
  village = new Screen(await (await Browser.open()).page(server.url));
  township = new Screen(await (await Browser.open()).page(server.url));
  await setUp(village);
  await setUp(township, { role: '乡镇级平安办', unit: '苏力德苏木' });
});
after(async () => {
  await Browser.closeAll();
  await server.stop();
});

/** What the table says of the village. */
const row = async () => (await table(township))[VILLAGE.name].join(' ');
/** Until it says so. */
const says = (wanted) => township.until(`the row to say ${wanted}`, async () => wanted.test(await row()));

step('a report of a key that nobody has enrolled counts', async () => {
  await answerAll(village);
  await sign(village, year());
  const { dump } = await import('../harness/database.js');
  const report = (await dump(village.page)).tables.texts[0][1];
  await openTable(township, year());
  await paste(township, report);
  await imported(township, 1, 0, 0);
  await says(/正常/);
});

step('the township enrols the village’s key after a call; wrong digits enrol nothing and bring new ones', async () => {
  await openKeys(village);
  await village.click('radio', '经办');
  await saved(village);
  await village.page.reload();
  await openKeys(village);
  await village.until('the role to be kept', async () => (await village.find('radio', '经办')).evaluate((it) => it.checked));
  await village.click('radio', '公用');
  await saved(village);
  first = await introduce(village);
  assert.deepEqual(parties(first), [{ unit: VILLAGE.code }]);
  await takeIn(township, first);
  await township.see('这是该单位的第一把密钥');
  assert.deepEqual(await enrolled(township), []);
  const asked = await challenge(township);
  await township.page.reload();
  await openKeys(township);
  assert.equal(await challenge(township), asked, 'a reload during the call changes nothing');
  assert.deepEqual(await axe(township.page), []);
  await check(township, '0000 0000');
  await township.see('数字不对，没有登记');
  assert.notEqual(await challenge(township), asked);
  assert.deepEqual(await enrolled(township), []);
  await call(township, village);
  await township.until('the key to be enrolled', async () => (await enrolled(township)).length === 1);
  assert.match((await enrolled(township))[0], new RegExp(`${VILLAGE.name}.*公用`));
  await township.gone('这是该单位的第一把密钥');
});

step('the village enrols the township’s key, as the unit and as its office, in one call', async () => {
  const both = await introduce(township);
  assert.deepEqual(parties(both).map(({ unit }) => unit), ['150626200000', '150626200000']);
  assert.equal(parties(both).filter(({ office }) => office).length, 1);
  await takeIn(village, both);
  await call(village, township);
  await village.until('the key to be enrolled', async () => (await enrolled(village)).length === 1);
  assert.match((await enrolled(village))[0], /苏力德苏木.*平安办/);
});

step('the table knows the key, and an unknown one by its word', async () => {
  const other = await newKey();
  const { dump } = await import('../harness/database.js');
  const report = (await dump(village.page)).tables.texts.map(([, text]) => text).find((text) => payloadOf(text).kind === 'assessment');
  await township.go(`#/township/${year()}/${VILLAGE.code}`);
  await township.see('密钥已登记，是本单位的');
  const stranger = UNITS.find(({ code }) => code !== VILLAGE.code);
  const forged = { ...payloadOf(report), party: { unit: stranger.code }, unit: { ...payloadOf(report).unit, code: stranger.code, name: stranger.name } };
  await openTable(township, year());
  await paste(township, await seal(forged, other));
  await imported(township, 1, 0, 0);
  await township.go(`#/township/${year()}/${stranger.code}`);
  await township.see('没有登记过这把密钥');
});

step('forged enrolments cannot be enrolled, and say what they are', async () => {
  const it = payloadOf(first);
  const thief = await newKey();
  const rotates = { jwk: JSON.parse(Buffer.from(JSON.parse(first).protected, 'base64url').toString()).jwk, signature: 'A'.repeat(85) + 'A' };
  await takeIn(township, await seal({ ...it, rotates }, thief, { typ: TYPE }));
  await township.see('文件说有旧密钥担保，但担保不成立');
  assert.equal(await township.count('button', '登记新密钥'), 0);
  assert.equal(await township.count('button', '核对并登记'), 0);
  assert.equal((await enrolled(township)).length, 1);
  await township.click('button', '移出列表');
  await township.gone('担保不成立');
});

step('a new key, vouched for by the old one, needs no call, and the old one is retired', async () => {
  await openKeys(village);
  await village.click('button', '定期更换，或换人经办');
  await village.click('button', '生成新密钥，旧密钥担保');
  await village.until('the new enrolment', async () => (await enrolment(village)) !== first && (await enrolment(village)) !== '');
  const second = await enrolment(village);
  assert.ok(payloadOf(second).rotates);
  await takeIn(township, second);
  await township.see('换密钥：该单位已登记的旧密钥为它担保');
  assert.equal(await township.count('button', '核对并登记'), 0);
  await township.click('button', '登记新密钥');
  await township.until('two keys', async () => (await enrolled(township)).length === 2);
  assert.match((await enrolled(township))[1], /起停用/);
  await takeIn(township, first);
  await township.see('这把密钥已停用');
  first = second;
});

step('a lost key is taken over from after a call', async () => {
  await openKeys(village);
  await village.click('button', '旧密钥丢了，或可能被别人拿到');
  await village.click('button', '这台电脑上的密钥不能再用：生成新的');
  await village.until('the new enrolment', async () => (await enrolment(village)) !== first && (await enrolment(village)) !== '');
  const third = await enrolment(village);
  assert.equal(payloadOf(third).lost.since, today());
  await takeIn(township, third);
  await township.see('该单位说旧密钥丢失');
  await call(township, village);
  await township.until('three keys', async () => (await enrolled(township)).length === 3);
  assert.equal((await enrolled(township)).filter((text) => /起停用/.test(text)).length, 2);
  assert.deepEqual(await axe(township.page), []);
  assert.deepEqual(await axe(village.page), []);
});

step('a key that the office retires takes its later files out', async () => {
  await township.click('button', /^停用$/);
  await township.find('button', '取消');
  const buttons = await township.run(() => window.__find.all('button', { text: '停用' }).length);
  await (await township.nth('button', (await township.names('button')).lastIndexOf('停用'))).click();
  assert.ok(buttons >= 1);
  await township.until('all retired', async () => (await enrolled(township)).every((text) => /起停用/.test(text)));
  await township.go(`#/township/${year()}/${VILLAGE.code}`);
  await township.see('这把密钥已停用，文件不计入');
});
