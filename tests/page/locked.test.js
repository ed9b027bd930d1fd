// A locked key on every screen that signs: it asks for the passphrase, refuses a wrong one, then signs what was typed before.
import assert from 'node:assert/strict';
import { payload } from '../harness/assessment.js';
import { dump } from '../harness/database.js';
import { newKey, payloadOf, signBundle } from '../harness/forge.js';
import { look } from '../harness/look.js';
import { opening } from '../harness/people.js';
import { steps } from '../harness/steps.js';
import { enrolment, openKeys, ownKey } from '../pages/keys.js';
import { bundles, downloaded, monitor, objects, take } from '../pages/offices.js';
import { about, facts, folder, PAST, UNITS } from '../pages/reports.js';
import { lockNow, protect, typeSecret, unlock } from '../pages/secrets.js';
import { setUp } from '../pages/setup.js';
import { openTable } from '../pages/township.js';

const WORDS = '正确的马电池订书钉';
const NEXT = '另外一句八个字的话';
const WRONG = '完全不对的一句话';
const WHY = '第6项请写明核对日期。';
const [UNIT] = UNITS;

let report;
const people = {};
opening(async (enter) => {
  for (const name of ['office', 'police']) people[name] = await enter();
  report = await signBundle(await payload(facts(UNIT.code), about, { unit: { code: UNIT.code, level: 'village', name: UNIT.name } }), await newKey());
});

const step = steps();
const signedNow = async (screen, kind) =>
  (await dump(screen.page)).tables.bundles.filter(([, text]) => text.includes('"direction":"sent"') && text.includes(`"kind":"${kind}"`)).length;

/** Puts the workplace's key under a passphrase and locks it. */
async function lock(screen) {
  await screen.go('#/data');
  await screen.click('button', '设置口令');
  await protect(screen, WORDS);
  await screen.see('有口令，已锁上');
}

/** Presses the button in vain, gives a wrong passphrase, then the right one, and presses again. */
async function signs(screen, kind, button, name) {
  const before = await signedNow(screen, kind);
  await screen.see('签名要先解锁');
  await screen.click('button', button);
  await screen.see('签名密钥锁着，没有签名');
  assert.deepEqual(await look(screen, `locked-${name}`), []);
  await unlock(screen, WRONG);
  await screen.see('口令不对');
  assert.equal(await signedNow(screen, kind), before, 'nothing is signed with a locked key');
  await unlock(screen, WORDS);
  await screen.gone('签名要先解锁');
  await screen.click('button', button);
  await screen.until('the signed file', async () => (await signedNow(screen, kind)) > before);
  await screen.go('#/data');
  await lockNow(screen);
}

step('an office with a locked key; the data page does not send a reader to itself', async () => {
  const { screen } = people.office;
  await setUp(screen, { role: '乡镇级平安办', unit: '苏力德苏木' });
  await lock(screen);
  assert.equal(await screen.run(() => document.querySelectorAll('main a[href="#/data"]').length), 0);
  await openTable(screen, PAST);
  await take(screen, await folder({ 'one.json': report }));
});

step('keys: the enrolment', async () => {
  const { screen } = people.office;
  await openKeys(screen);
  await signs(screen, 'enrolment', '生成登记文件', 'keys');
});

step('receipts: the reason that was typed is signed', async () => {
  const { browser, screen } = people.office;
  await screen.go(`#/desk/${PAST}`);
  await screen.click('radio', '退回');
  await screen.fill('退回的理由', WHY);
  await signs(screen, 'receipt', '给收到的文件签回执', 'receipts');
  const [text] = await bundles(await downloaded(browser, '回执'));
  assert.equal(payloadOf(text).reasons[0].text, WHY);
});

step('recognition: the decision and its reason are signed', async () => {
  const { browser, screen } = people.office;
  await screen.go(`#/township/${PAST}/${UNIT.code}`);
  await screen.click('radio', '不达标');
  await screen.fill('理由（写明事实，不写姓名和号码）', WHY);
  await screen.click('button', '继续');
  await signs(screen, 'recognition', '签名认定', 'recognition');
  const [text] = await bundles(await downloaded(browser, '认定'));
  assert.deepEqual([payloadOf(text).decision, payloadOf(text).reasons[0].text], ['not-qualified', WHY]);
});

step('the directory', async () => {
  const { screen } = people.office;
  await screen.go('#/directory');
  await signs(screen, 'directory', '导出名录', 'directory');
});

step('the roll-up', async () => {
  const { screen } = people.office;
  await openTable(screen, PAST);
  await signs(screen, 'rollup', /^签名.*汇总/, 'rollup');
});

step('opinions: the objection that was typed is signed', async () => {
  const { browser, screen } = people.police;
  await monitor(screen);
  await lock(screen);
  await screen.go(`#/opinions/${PAST}`);
  await take(screen, await folder({ 'one.json': report }));
  await objects(screen, UNIT.code, 'village.2', WHY);
  await screen.click('button', '其余都同意');
  await screen.click('button', '继续');
  await signs(screen, 'opinion', '检查无误，签名', 'opinions');
  const [text] = await bundles(await downloaded(browser, '意见'));
  assert.ok(JSON.stringify(payloadOf(text)).includes(WHY));
});

step('a changed key asks for its passphrase in the same step, and keeps it', async () => {
  const { screen } = people.office;
  await openKeys(screen);
  const old = await ownKey(screen);
  await unlock(screen, WORDS);
  await screen.gone('签名要先解锁');
  await screen.click('button', '定期更换，或换人经办');
  await screen.click('button', '生成新密钥，旧密钥担保');
  await screen.see('口令太短');
  await typeSecret(screen, 'changed-passphrase', NEXT);
  await typeSecret(screen, 'changed-passphrase-again', WORDS);
  await screen.click('button', '生成新密钥，旧密钥担保');
  await screen.see('两次输入的不一样');
  assert.deepEqual(await look(screen, 'locked-change'), []);
  assert.equal((await ownKey(screen)).thumbprint, old.thumbprint);
  await typeSecret(screen, 'changed-passphrase-again', NEXT);
  await screen.click('button', '生成新密钥，旧密钥担保');
  await screen.until('the new key', async () => (await ownKey(screen)).thumbprint !== old.thumbprint);
  assert.deepEqual(Object.keys((await ownKey(screen)).key), ['wrapped']);
  assert.ok(payloadOf((await enrolment(screen)).split('\n')[0]).rotates);
});

step('only the new passphrase opens it, and a lost key is replaced without the old one', async () => {
  const { screen } = people.office;
  await screen.page.reload({ waitUntil: 'load' });
  await openKeys(screen);
  await unlock(screen, WORDS);
  await screen.see('口令不对');
  const old = await ownKey(screen);
  await screen.click('button', '旧密钥丢了，或可能被别人拿到');
  await typeSecret(screen, 'lost-passphrase', WORDS);
  await typeSecret(screen, 'lost-passphrase-again', WORDS);
  await screen.click('button', '这台电脑上的密钥不能再用：生成新的');
  await screen.until('the new key', async () => (await ownKey(screen)).thumbprint !== old.thumbprint);
  assert.deepEqual(Object.keys((await ownKey(screen)).key), ['wrapped']);
  assert.equal(payloadOf((await enrolment(screen)).split('\n')[0]).lost.kid, old.thumbprint);
  await screen.gone('签名要先解锁');
  await screen.page.reload({ waitUntil: 'load' });
  await openKeys(screen);
  await unlock(screen, WORDS);
  await screen.gone('签名要先解锁');
});

step('nothing stood on the console', () => Object.values(people).forEach(({ browser }) => browser.quiet()));
