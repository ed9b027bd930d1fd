// Encrypted files of every kind on their way: an opinion and a roll-up up, receipts down to several units at once; and one that is for
// another workplace of the same profile.
import assert from 'node:assert/strict';
import { payload } from '../harness/assessment.js';
import { newKey, payloadOf, signBundle as signed } from '../harness/forge.js';
import { look } from '../harness/look.js';
import { opening } from '../harness/people.js';
import { steps } from '../harness/steps.js';
import { newIdentity, open as ageOpen, recipientOf } from '../interop/age.js';
import { answerAll, sign } from '../pages/clerk.js';
import { enrolByNumber, enrolment, introduce, openKeys } from '../pages/keys.js';
import { downloaded, monitor, take } from '../pages/offices.js';
import { about, facts, folder, PAST, UNITS } from '../pages/reports.js';
import { protect, encryptTo } from '../pages/secrets.js';
import { setUp, switchTo } from '../pages/setup.js';
import { openTable, table } from '../pages/township.js';

const REAL = UNITS.find(({ name }) => name === '通史嘎查村委员会');
const OTHER = UNITS.find(({ name }) => name !== REAL.name);
const BEGIN = '-----BEGIN AGE ENCRYPTED FILE-----';
const ROLE = { role: '乡镇级平安办', unit: '苏力德苏木' };

const step = steps();
const people = {};
const files = {};
const identity = newIdentity();
let address;
opening(async (enter) => {
  for (const name of ['village', 'township', 'police', 'county']) people[name] = await enter();
  await setUp(people.village.screen);
  await setUp(people.township.screen, ROLE);
  await monitor(people.police.screen);
  await setUp(people.county.screen, { role: '县级平安办', unit: '乌审旗' });
});

/** The other village: its file and its enrolment, made with somebody else's library. */
async function otherVillage() {
  const key = await newKey();
  const unit = { code: OTHER.code, level: 'village', name: OTHER.name };
  const enrolling = {
    ...{ kind: 'enrolment', format: 1, name: OTHER.name, party: { unit: OTHER.code }, role: 'shared', software: 'test' },
    ...{ recipient: recipientOf(identity), stated_at: `${PAST}-12-01T10:00:00+08:00` },
  };
  const enrolment = await signed(enrolling, key, { typ: 'vnd.cunping.enrolment.v1+json' });
  return { enrolment, file: await signed(await payload(facts(OTHER.code), about, { unit }), key) };
}

/** Brings one encrypted file to where files are taken in. */
const bring = async (screen, bytes, ...counts) => take(screen, await folder({ '文件.txt': bytes }), ...counts);

step('every side enrols the other', async () => {
  const { village, township, police, county } = people;
  const other = await otherVillage();
  files.other = other.file;
  const office = await introduce(township.screen);
  for (const { screen } of [village, police, county]) await enrolByNumber(screen, office);
  for (const { screen } of [village, police]) await enrolByNumber(township.screen, await introduce(screen));
  await enrolByNumber(township.screen, other.enrolment);
  await enrolByNumber(township.screen, await introduce(county.screen));
});

step('an opinion travels encrypted: the office opens it, and it counts', async () => {
  const { village, township, police } = people;
  await answerAll(village.screen, PAST);
  const own = await village.browser.download(async () => (address = await sign(village.screen, PAST)));
  files.own = own.bytes.toString();
  for (const screen of [township.screen, police.screen]) {
    await screen.go(screen === police.screen ? `#/opinions/${PAST}` : `#/township/${PAST}`);
    await take(screen, await folder({ 'two.json': `${files.own}\n${files.other}` }), 2);
  }
  const { screen } = police;
  await screen.see(REAL.name);
  await screen.click('button', '其余都同意');
  await screen.click('button', '继续');
  await police.browser.download(() => screen.click('button', '检查无误，签名'));
  const encrypted = await encryptTo(police, /加密给.*苏木.*平安办/);
  assert.ok(encrypted.startsWith(BEGIN));
  assert.deepEqual(await look(screen, 'encrypted-opinion'), []);
  await openTable(township.screen, PAST);
  await bring(township.screen, encrypted, 2);
  await township.screen.see('其中 2 份是加密发来的');
  await township.screen.go(`#/township/${PAST}/${REAL.code}`);
  await township.screen.see(/同意 5 条/);
});

step('receipts are encrypted to all the villages that they are for: each opens the file, and nobody else', async () => {
  const { village, township, police } = people;
  const { screen } = township;
  await screen.go(`#/desk/${PAST}`);
  await screen.click('button', '没有回执的都选“已收到”');
  const plain = await township.browser.download(() => screen.click('button', '给收到的文件签回执'));
  assert.equal(plain.bytes.toString().trim().split('\n').length, 2);
  const encrypted = await encryptTo(township, '加密给文件里的 2 个单位');
  assert.deepEqual(await look(screen, 'encrypted-receipts'), []);
  assert.equal(await ageOpen(Buffer.from(encrypted), identity), plain.bytes.toString());
  await village.screen.go('#/answers');
  await bring(village.screen, encrypted, 2);
  await village.screen.see('已收到');
  await police.screen.go(`#/opinions/${PAST}`);
  await bring(police.screen, encrypted, 0, 0, 1);
  await police.screen.see('不是加密给本单位的');
});

step('a roll-up travels encrypted, and the county counts it', async () => {
  const { township, county } = people;
  await openTable(township.screen, PAST);
  await township.browser.download(() => township.screen.click('button', '签名汇总文件'));
  const encrypted = await encryptTo(township, /加密给.*旗平安办/);
  await openTable(county.screen, PAST);
  await bring(county.screen, encrypted, 1);
  await county.screen.see('其中 1 份是加密发来的');
  await county.screen.see('应报 13 个嘎查村（社区），已报 2 个');
});

step('a file for another workplace of the same profile is named so, with what to do; after the switch it opens', async () => {
  const { village, township } = people;
  await village.screen.go(address);
  files.encrypted = await encryptTo(village, /加密给.*苏木.*平安办/);
  await township.screen.go('#/setup');
  await monitor(township.screen, { office: '卫生院（中心）' });
  await township.screen.go(`#/opinions/${PAST}`);
  await bring(township.screen, files.encrypted, 0, 0, 1);
  await township.screen.see('加密给这台电脑上的另一个工作身份“苏力德苏木 · 苏木平安办”');
  await township.screen.see('请切换到“苏力德苏木 · 苏木平安办”，再导入一次');
  assert.deepEqual(await look(township.screen, 'encrypted-for-other'), []);
  await switchTo(township.screen, '苏力德苏木 · 苏木平安办');
  await openTable(township.screen, PAST);
  await bring(township.screen, files.encrypted, 0, 1);
});

step('one for an earlier key of the other workplace is named the same; where the other is locked, that is said', async () => {
  const { screen } = people.township;
  await openKeys(screen);
  const before = await enrolment(screen);
  await screen.click('button', '定期更换，或换人经办');
  await screen.click('button', '生成新密钥，旧密钥担保');
  await screen.until('the new key', async () => (await enrolment(screen)) !== before);
  await switchTo(screen, '卫生院');
  await screen.go(`#/opinions/${PAST}`);
  await bring(screen, files.encrypted, 0, 0, 1);
  await screen.see('加密给这台电脑上的另一个工作身份“苏力德苏木 · 苏木平安办”');
  await switchTo(screen, '苏力德苏木 · 苏木平安办');
  await screen.go('#/data');
  await screen.click('button', '设置口令');
  await protect(screen, '正确的马电池订书钉');
  await switchTo(screen, '卫生院');
  await screen.go(`#/opinions/${PAST}`);
  await bring(screen, files.encrypted, 0, 0, 1);
  await screen.see('这台电脑上别的工作身份还锁着，没有试过');
  await screen.see('请切换过去解锁，再导入一次');
});

step('nothing stood on the console', () => Object.values(people).forEach(({ browser }) => browser.quiet()));
