// A village whose code and name change in the middle of a year: what it registered stays, what it signed stays as signed, and under
// the new code a new key begins a new line of files, which the township enrols by a call.
import assert from 'node:assert/strict';
import { dump } from '../harness/database.js';
import { digestOf, payloadOf } from '../harness/forge.js';
import { look } from '../harness/look.js';
import { opening } from '../harness/people.js';
import { steps } from '../harness/steps.js';
import { answerAll, openQuestion, saved, sign } from '../pages/clerk.js';
import { enrolByNumber, enrolled, introduce, ownKey, parties } from '../pages/keys.js';
import { folder, UNITS } from '../pages/reports.js';
import { take } from '../pages/offices.js';
import { anew, choosePassphrase, typeSecret } from '../pages/secrets.js';
import { setUp } from '../pages/setup.js';
import { openTable, table } from '../pages/township.js';

const VILLAGE = UNITS.find(({ name }) => name === '通史嘎查村委员会');
const NEW = { code: '150626200299', name: '通史新村委员会' };
const QUARTER = '2026-Q3';
const WORDS = '正确的马电池订书钉';
const RENAME = '名称或代码变了';
const SAVE = '保存，改用新的';
const CODE = /^12 位统计用区划代码$/;

const at = {};
opening(async (enter) => {
  for (const name of ['village', 'township', 'locked', 'example']) at[name] = await enter();
});

const step = steps();

/** The stored rows of a table as `[key, record]`. */
const rows = async (screen, name) => (await dump(screen.page)).tables[name].map(([key, text]) => [key, JSON.parse(text)]);
/** The texts of the files of a kind that were signed here, in the order of signing. */
async function signedFiles(screen, kind = 'assessment') {
  const sent = (await rows(screen, 'bundles')).filter(([, it]) => it.direction === 'sent' && it.kind === kind);
  sent.sort(([, one], [, other]) => one.first_seen.ms - other.first_seen.ms);
  const texts = new Map((await dump(screen.page)).tables.texts);
  return sent.map(([key]) => texts.get(key));
}
const place = async (screen) => (await rows(screen, 'workplaces'))[0][1];
/** Opens the form on the screen of workplaces. */
async function open(screen) {
  await screen.go('#/workplaces');
  await screen.click('button', RENAME);
  await screen.find('textbox', CODE);
}

let first;
let oldKey;

step('a village answers a quarter, signs it and is enrolled', async () => {
  const { screen } = at.village;
  await setUp(screen, { unit: VILLAGE.name });
  await answerAll(screen, QUARTER);
  await sign(screen, QUARTER);
  [first] = await signedFiles(screen);
  assert.deepEqual([payloadOf(first).unit.code, payloadOf(first).sequence], [VILLAGE.code, 1]);
  oldKey = await ownKey(screen);
  const township = at.township.screen;
  await setUp(township, { role: '乡镇级平安办', unit: '苏力德苏木' });
  await enrolByNumber(township, await introduce(screen));
  await openTable(township, QUARTER);
  await take(township, await folder({ 'old.json': first }));
});

step('the form is filled with what is now, says what saving does, and takes nothing wrong', async () => {
  const { screen } = at.village;
  await open(screen);
  assert.equal(await screen.value(CODE), VILLAGE.code);
  assert.equal(await screen.value(/^单位名称$/), VILLAGE.name);
  await screen.gone('保存以后：');
  await screen.click('button', SAVE);
  await screen.see('没有要改的');
  await screen.fill(/^单位名称$/, NEW.name);
  await screen.see('只改名称：代码和密钥不变');
  await screen.fill(CODE, '150626200000');
  await screen.click('button', SAVE);
  await screen.see('这个代码不是这一级单位的代码');
  await screen.fill(CODE, '15062620029');
  await screen.click('button', SAVE);
  await screen.see('代码应为 12 位数字');
  await screen.fill(CODE, NEW.code);
  for (const text of ['已登记的案事件、回答和备注都保留', '照旧可以查看', '会换一把新密钥', '生成登记文件，发给上一级登记']) await screen.see(text);
  await screen.gone('下级单位、各部门');
  await screen.fill(/^单位名称$/, '');
  await screen.click('button', SAVE);
  await screen.see('请填写单位名称');
  await screen.fill(/^单位名称$/, '新村13912345678');
  await screen.see('手机号');
  await screen.click('button', SAVE);
  await screen.fill(/^单位名称$/, NEW.name);
  await screen.gone('请填写单位名称');
  assert.deepEqual(await look(screen, 'renamed-form'), []);
  assert.deepEqual([(await place(screen)).unit, (await place(screen)).unit_name], [VILLAGE.code, VILLAGE.name]);
});

step('cancelling changes nothing, and all of it is there in English', async () => {
  const { screen } = at.village;
  const before = (await dump(screen.page)).tables;
  await screen.click('button', /^取消$/);
  await screen.until('the form to be gone', async () => (await screen.count('button', SAVE)) === 0);
  assert.deepEqual((await dump(screen.page)).tables, before);
  await screen.click('button', /^English/);
  await screen.click('button', 'Name or code changed');
  await screen.fill(/^12-digit division code$/, NEW.code);
  await screen.see('What is registered stays, and counts for the new code from now on.');
  await screen.see('Make the enrolment file under “Keys” and send it to the next level.');
  await screen.click('button', /^Cancel$/);
  await screen.click('button', /^中文/);
  await screen.find('button', RENAME);
});

step('once it is saved the new code stands everywhere, and nobody is said to know its key', async () => {
  const { screen } = at.village;
  const before = (await dump(screen.page)).tables;
  await open(screen);
  await screen.fill(CODE, NEW.code);
  await screen.fill(/^单位名称$/, NEW.name);
  await screen.click('button', SAVE);
  await screen.see('已改好。');
  await screen.see(`原来：${VILLAGE.name}（${VILLAGE.code}），用到2026年11月15日`);
  await screen.see('新代码的密钥还没有登记');
  const after = (await dump(screen.page)).tables;
  for (const name of ['statements', 'incidents', 'remarks', 'bundles', 'texts', 'sent']) assert.deepEqual(after[name], before[name], name);
  assert.deepEqual([(await place(screen)).unit, (await place(screen)).unit_name], [NEW.code, NEW.name]);
  const key = await ownKey(screen);
  assert.notEqual(key.thumbprint, oldKey.thumbprint, 'one key is enrolled for one code');
  assert.equal(key.former.length, 1, 'what was encrypted to the old key can still be opened');
  assert.deepEqual(await look(screen, 'renamed-saved'), []);
});

step('the earlier file is still listed and shown as it was signed', async () => {
  const { screen } = at.village;
  await screen.go('#/history');
  await screen.see(`用原代码 ${VILLAGE.code} 签的`);
  await screen.click('link', /第 1 次/);
  await screen.see('文件已核验');
  await screen.see(`用原代码 ${VILLAGE.code} 签的`);
  await screen.go('#/answers');
  await screen.see(`用原代码 ${VILLAGE.code} 签的`);
});

step('a file signed now has the new code, sequence 1 and no predecessor; the next one follows it', async () => {
  const { screen } = at.village;
  await sign(screen, QUARTER);
  const [old, now] = await signedFiles(screen);
  assert.equal(old, first);
  const said = payloadOf(now);
  assert.deepEqual([said.unit, said.party.unit, said.sequence, said.supersedes], [{ ...NEW, level: 'village' }, NEW.code, 1, undefined]);
  assert.deepEqual(said.facts, payloadOf(first).facts, 'what was registered counts');
  await openQuestion(screen, QUARTER, 'village.1');
  await screen.fill('备注', '改了代码以后再报一次');
  await saved(screen);
  await sign(screen, QUARTER);
  const next = payloadOf((await signedFiles(screen)).at(-1));
  assert.deepEqual([next.sequence, next.supersedes], [2, digestOf(now)]);
});

step('the township takes the new key for the new code, and the old file goes on counting by the old key', async () => {
  const { screen } = at.village;
  await screen.go('#/workplaces');
  await screen.click('link', '去生成登记文件');
  const enrolment = await introduce(screen);
  assert.deepEqual(parties(enrolment), [{ unit: NEW.code }]);
  await screen.go('#/workplaces');
  await screen.find('button', RENAME);
  await screen.gone('新代码的密钥还没有登记');
  const township = at.township.screen;
  await enrolByNumber(township, enrolment);
  assert.equal((await enrolled(township)).length, 2);
  await openTable(township, QUARTER);
  const [, ...fresh] = await signedFiles(screen);
  await take(township, await folder(Object.fromEntries(fresh.map((text, at) => [`new-${at}.json`, text]))));
  await township.until('both codes in the table', async () => Object.keys(await table(township)).some((name) => name.includes(NEW.name)));
  assert.match((await table(township))[VILLAGE.name].join(' '), /正常/);
});

step('another name alone changes neither code nor key', async () => {
  const { screen } = at.village;
  const key = await ownKey(screen);
  await open(screen);
  await screen.fill(/^单位名称$/, '通史村委员会');
  await screen.click('button', SAVE);
  await screen.see('已改好。');
  await screen.gone('新代码的密钥还没有登记');
  assert.deepEqual(await ownKey(screen), key);
  const { earlier, unit, unit_name: name } = await place(screen);
  assert.deepEqual([unit, name, earlier.map((it) => [it.unit, it.name])], [NEW.code, '通史村委员会', [[VILLAGE.code, VILLAGE.name], [NEW.code, NEW.name]]]);
});

step('a locked key is unlocked first, and the new one gets a passphrase in the same step', async () => {
  const { screen } = at.locked;
  await setUp(screen, { unit: VILLAGE.name });
  await screen.go('#/data');
  await screen.click('button', '设置口令');
  await anew(screen, () => choosePassphrase(screen, WORDS));
  const old = await ownKey(screen);
  await open(screen);
  await screen.fill(CODE, NEW.code);
  await screen.see('签名要先解锁');
  await typeSecret(screen, 'renamed-passphrase', WORDS);
  await typeSecret(screen, 'renamed-again', WORDS);
  await screen.click('button', SAVE);
  await screen.see('密钥锁着');
  assert.deepEqual(await ownKey(screen), old);
  assert.equal((await place(screen)).unit, VILLAGE.code, 'neither without the other');
  await typeSecret(screen, 'passphrase-rename', WORDS);
  await screen.click('button', /^解锁$/);
  await screen.gone('签名要先解锁');
  await typeSecret(screen, 'renamed-passphrase', WORDS);
  await typeSecret(screen, 'renamed-again', WORDS);
  await screen.click('button', SAVE);
  await screen.see('已改好。');
  const key = await ownKey(screen);
  assert.deepEqual([Object.keys(key.key), (await place(screen)).unit], [['wrapped'], NEW.code]);
  assert.notEqual(key.thumbprint, old.thumbprint);
});

step('an example has no such button', async () => {
  const { screen } = at.example;
  await screen.click('button', '先看示例');
  await screen.see('示例：单位和数据都是虚构的');
  await screen.go('#/workplaces');
  await screen.find('heading', '工作单位');
  await screen.find('button', '切换');
  assert.equal(await screen.count('button', RENAME), 0);
});

step('nothing stood on any console', () => {
  for (const { browser } of Object.values(at)) browser.quiet();
});
