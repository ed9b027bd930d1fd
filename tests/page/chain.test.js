// The whole chain with files and telephone only, in six profiles: two villages, two monitoring units, their township, the county.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before } from 'node:test';
import { Browser } from '../harness/browser.js';
import { flipped, keyOfSeed, newKey, payloadOf, signBundle } from '../harness/forge.js';
import { paper } from '../harness/picture.js';
import { Screen } from '../harness/screen.js';
import { serve } from '../harness/server.js';
import { steps } from '../harness/steps.js';
import { answer, answerAll, registerIncident, REST, sign } from '../pages/clerk.js';
import { call, enrolled, introduce, ownKey, takeIn } from '../pages/keys.js';
import { bundles, downloaded, monitor, objects, take } from '../pages/offices.js';
import { folder, PAST, UNITS } from '../pages/reports.js';
import { setUp } from '../pages/setup.js';
import { openTable, table } from '../pages/township.js';

const unit = (name) => UNITS.find((it) => it.name === name);
const [ONE, TWO] = [unit('通史嘎查村委员会'), unit('沙尔利格嘎查村委员会')];
const LIMIT = { timeout: 300_000 };

let server;
const at = {};
/** The enrolment of each, as it was sent. */
const introduced = {};
/** Paths of files that were sent. */
const files = {};
before(async () => {
  server = await serve();
  for (const name of ['one', 'two', 'police', 'health', 'township', 'county']) {
    const browser = await Browser.open();
    at[name] = { browser, screen: new Screen(await browser.page(server.url)) };
  }
});
after(async () => {
  await Browser.closeAll();
  await server.stop();
});

const step = steps();
const text = (path) => readFile(path, 'utf8');
const unitPage = ({ code }) => at.township.screen.go(`#/township/${PAST}/${code}`);
/** What the township's table says of a unit. */
const row = async ({ name }) => (await table(at.township.screen))[name].join(' ');

/** `office` makes sure by telephone whose key `other` has, and enrols it. */
async function enrol(office, other) {
  const before = (await enrolled(at[office].screen)).length;
  await takeIn(at[office].screen, introduced[other]);
  await call(at[office].screen, at[other].screen);
  await at[office].screen.until(`${office} to enrol ${other}`, async () => (await enrolled(at[office].screen)).length === before + 1);
}

/** The township signs what it knows of its area, keys and all, and the county takes it over. */
async function takeOverDirectory() {
  const { browser, screen } = at.township;
  await screen.go('#/directory');
  await screen.click('button', '签名并导出名录');
  await screen.see('文件已核验，可以发送');
  await screen.click('button', '下载文件');
  const county = at.county.screen;
  await county.go('#/directory');
  await take(county, [await downloaded(browser, '名录')]);
  await county.click('button', '采用这份名录');
  await county.see('与这里的相同，没有要采用的');
}

step('six workplaces introduce themselves', LIMIT, async () => {
  await setUp(at.one.screen, { unit: ONE.name });
  await setUp(at.two.screen, { unit: TWO.name });
  await monitor(at.police.screen);
  await monitor(at.health.screen, { office: '卫生院（中心）' });
  await setUp(at.township.screen, { role: '乡镇级平安办', unit: '苏力德苏木' });
  await setUp(at.county.screen, { role: '县级平安办', unit: '乌审旗' });
  for (const name of Object.keys(at)) introduced[name] = await introduce(at[name].screen);
});

step('everyone enrols whom they hear from, each by a call', LIMIT, async () => {
  for (const other of ['one', 'two', 'police', 'health', 'county']) await enrol('township', other);
  for (const office of ['one', 'two', 'police', 'health', 'county']) await enrol(office, 'township');
  await enrol('one', 'county');
});

step('the villages assess themselves and send their files', LIMIT, async () => {
  await answerAll(at.one.screen, PAST);
  await sign(at.one.screen, PAST);
  await answerAll(at.two.screen, PAST);
  await registerIncident(at.two.screen, PAST, 'village.2', `${PAST}-05-01`);
  await answer(at.two.screen, 'village.2', REST);
  await sign(at.two.screen, PAST);
  files.one = await downloaded(at.one.browser, '八无');
  files.two = await downloaded(at.two.browser, '八无');
  const { screen } = at.township;
  await openTable(screen, PAST);
  await take(screen, [files.one, files.two]);
  assert.match(await row(ONE), /达标.*正常/);
  assert.match(await row(TWO), /未达标.*正常/);
  await unitPage(ONE);
  await screen.see('密钥已登记，是本单位的');
});

step('forged, edited, mixed-up and doubled files are named as what they are', LIMIT, async () => {
  const { screen } = at.township;
  const good = await text(files.one);
  const thief = await newKey();
  const [forged, copy] = await folder({ 'forged.json': await signBundle(payloadOf(good), thief), '照片.json': good });
  await openTable(screen, PAST);
  await take(screen, await folder({ 'edited.json': flipped(good) }), 0, 0, 1);
  await screen.see('签名');
  await take(screen, [copy], 0, 1);
  await take(screen, [forged], 1);
  await unitPage(ONE);
  await screen.see('没有登记过这把密钥');
  await openTable(screen, PAST);
  assert.match(await row(ONE), /达标/, 'the village’s own file still counts');
  await take(screen, await folder({ 'example.json': await signBundle({ ...payloadOf(good), example: true }, thief) }), 0, 0, 1);
  await screen.see('示例');
  assert.doesNotMatch(await row(ONE), /示例/);
});

step('monitoring units look at what concerns them, and answer with one file each', LIMIT, async () => {
  for (const name of ['police', 'health']) {
    const { browser, screen } = at[name];
    await screen.go(`#/opinions/${PAST}`);
    await take(screen, [files.one, files.two]);
    if (name === 'police') await objects(screen, ONE.code, 'village.2', '5月1日立案一起，材料里没有写。');
    await screen.click('button', '其余都同意');
    await screen.click('button', '继续');
    await screen.click('button', '检查无误，签名');
    await screen.see('意见已签名');
    files[name] = await downloaded(browser, '意见');
  }
});

step('the township sees both sides, decides, and answers each file', LIMIT, async () => {
  const { browser, screen } = at.township;
  await openTable(screen, PAST);
  const signed = (await bundles(files.police)).length + (await bundles(files.health)).length;
  await take(screen, [files.police, files.health], signed);
  await unitPage(ONE);
  await screen.see('自评与意见不一致');
  await screen.see('5月1日立案一起，材料里没有写。');
  await screen.click('radio', '达标');
  await screen.see('有异议：5月1日立案一起，材料里没有写。');
  await screen.fill('理由（写明事实，不写姓名和号码）', '已与派出所核对，该案不在本嘎查。');
  await screen.click('button', '继续');
  await screen.click('button', '签名认定');
  await screen.see('认定已签名');
  await unitPage(TWO);
  await screen.click('radio', '不达标');
  await screen.fill('理由（写明事实，不写姓名和号码）', '5月1日发生刑事案件一起。');
  await screen.click('button', '继续');
  await screen.click('button', '签名认定');
  await screen.see('认定已签名');
  await screen.go(`#/desk/${PAST}`);
  await screen.click('radio', '已采用');
  await screen.click('button', '给收到的文件签回执');
  await screen.see('回执已签名');
  files.receipts = await downloaded(browser, '回执');
});

step('a village sees how far its own file has come', LIMIT, async () => {
  const { screen } = at.one;
  await screen.go('#/answers');
  await screen.see('已签名');
  const receipts = (await bundles(files.receipts)).length;
  await take(screen, [files.receipts], receipts);
  await screen.see('已采用');
});

step('the county trusts the township’s roll-up without asking a village', LIMIT, async () => {
  const { browser, screen } = at.township;
  await openTable(screen, PAST);
  await screen.click('button', '签名汇总文件');
  await screen.see('文件已核验，可以发送');
  await screen.click('button', '下载文件');
  const sum = await downloaded(browser, '汇总');
  const county = at.county.screen;
  await openTable(county, PAST);
  await take(county, [sum]);
  await county.see('应报 13 个嘎查村（社区），已报 2 个；达标 1 个');
  const said = payloadOf(await text(sum));
  assert.ok(said.counted.every((it) => it.recognition), 'each with the decision that it rests on');
  await take(county, await folder({ 'edited.json': flipped(await text(sum)) }), 0, 0, 1);
});

step('the county decides about the villages from what the township passes up, and hands its decision back', LIMIT, async () => {
  const township = at.township;
  const county = at.county;
  await township.screen.go(`#/desk/${PAST}`);
  await township.screen.see('已认定、可以上报的单位 2 个');
  await township.screen.click('button', '打包报旗平安办认定');
  await township.screen.see('已合成一个文件');
  const up = await downloaded(township.browser, '上报');
  // Two files, the opinions of two monitoring units on each, two decisions.
  await openTable(county.screen, PAST);
  await county.screen.see('还没有下级报来的认定材料');
  await take(county.screen, [up], (await bundles(up)).length);
  // The county never called the monitoring units: it takes over what the township, whose key it has, says of their keys.
  await county.screen.go(`#/desk/${PAST}`);
  await county.screen.see('没有登记过这把密钥，不计入');
  await takeOverDirectory();
  await openTable(county.screen, PAST);
  await county.screen.see('报来请本级认定的单位');
  await county.screen.click('link', ONE.name);
  await county.screen.see('等旗平安办认定');
  await county.screen.see('5月1日立案一起，材料里没有写。');
  await county.screen.click('radio', '达标');
  await county.screen.fill('理由（写明事实，不写姓名和号码）', '已与派出所核对，该案不在本嘎查。');
  await county.screen.click('button', '继续');
  await county.screen.click('button', '签名认定');
  await county.screen.see('认定已签名');
  await county.screen.see('各认定单位都认定达标');
  await county.screen.go(`#/desk/${PAST}`);
  await county.screen.see('本级作出的认定 1 份');
  await county.screen.click('button', '打包发回下级');
  await county.screen.see('已合成一个文件');
  const back = await downloaded(county.browser, '发回');
  await openTable(township.screen, PAST);
  await take(township.screen, [back]);
  assert.match(await row(ONE), /认定：达标/);
  await unitPage(ONE);
  await township.screen.see('各认定单位都认定达标');
  await township.screen.run(() => (window.print = () => {}));
  await township.screen.click('button', '打印认定表');
  await township.screen.settled();
  const { text } = await paper(township.screen.page, 'chain-form-4');
  assert.equal(text.split('\f')[0].match(/达标/g).length, 2, text);
  await township.screen.click('button', `打包发给${ONE.name}`);
  await township.screen.see('已合成一个文件');
});

step('the village sees what both offices decided', LIMIT, async () => {
  const { screen } = at.one;
  const sent = await downloaded(at.township.browser, `${ONE.name}发回`);
  await screen.go('#/answers');
  await take(screen, [sent], 2);
  await screen.see('各认定单位都认定达标');
  await screen.see('旗平安办');
});

step('nobody below decides in the county’s name', LIMIT, async () => {
  const up = await bundles(await downloaded(at.township.browser, '上报'));
  const own = up.map(payloadOf).find((it) => it.kind === 'recognition' && it.unit.code === ONE.code);
  const forged = { ...own, decision: 'not-qualified', office: 'flag-pingan', reasons: [{ text: '冒用上级名义。' }] };
  const typ = { typ: 'vnd.cunping.recognition.v1+json' };
  const { key } = await ownKey(at.township.screen);
  const [stranger, township] = [await newKey(), await keyOfSeed(key.plain)];
  const county = at.county.screen;
  await openTable(county, PAST);
  await take(county, await folder({ 'stranger.json': await signBundle(forged, stranger, typ), 'township.json': await signBundle(forged, township, typ) }));
  await county.go(`#/township/${PAST}/${ONE.code}`);
  await county.see('各认定单位都认定达标');
  await county.gone('冒用上级名义');
  await county.go(`#/desk/${PAST}`);
  await county.see('签名的单位或部门不能就这个单位这样说，不计入');
});

step('nothing was asked of the network, nothing stood on a console', () => {
  for (const { browser } of Object.values(at)) browser.quiet();
});
