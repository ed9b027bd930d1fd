// Encrypted files between real profiles: a village encrypts, its township opens; and everything that must not open says why. The
// ordinary age tool opens what the page encrypts, and the page opens what the tool encrypts.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dump } from '../harness/database.js';
import { newKey, payloadOf, signBundle as signed } from '../harness/forge.js';
import { look } from '../harness/look.js';
import { opening } from '../harness/people.js';
import { root } from '../harness/settings.js';
import { steps } from '../harness/steps.js';
import { open as ageOpen, recipientOf, encrypt as ageEncrypt } from '../interop/age.js';
import { answerAll, sign, year } from '../pages/clerk.js';
import { call, enrolment, introduce, openKeys, ownKey, takeIn } from '../pages/keys.js';
import { folder, UNITS } from '../pages/reports.js';
import { protect, typeSecret } from '../pages/secrets.js';
import { setUp } from '../pages/setup.js';
import { choose, imported, openTable, paste, table } from '../pages/township.js';

const VILLAGE = UNITS.find(({ name }) => name === '通史嘎查村委员会');
const TOWNSHIP = '苏力德苏木';
const WORDS = '正确的马电池订书钉';
const ENROLMENT = 'vnd.cunping.enrolment.v1+json';
const BEGIN = '-----BEGIN AGE ENCRYPTED FILE-----';

const step = steps();
const people = {};
let hash;
let plain;
let encrypted;
let identity;
opening(async (enter) => {
  for (const name of ['village', 'township', 'stranger']) people[name] = await enter();
  await setUp(people.township.screen, { role: '乡镇级平安办', unit: TOWNSHIP });
  await setUp(people.stranger.screen, { role: '乡镇级平安办', unit: TOWNSHIP });
});

const sentText = async (screen) => {
  const { tables } = await dump(screen.page);
  const [[key]] = tables.bundles.filter(([, text]) => /"direction":"sent".*"kind":"assessment"/.test(text));
  return tables.texts.find(([of]) => of === key)[1];
};

/** Imports some bytes under a name that says nothing, on the table. */
async function bring(screen, bytes, name = '文件.txt') {
  await openTable(screen, year());
  // What is here is reviewed first; meanwhile nothing can be chosen.
  await screen.settled();
  const [path] = await folder({ [name]: bytes });
  await choose(screen, [path]);
}

/** Opens the offer to encrypt on the screen of the signed file, with the mouse. */
async function offer(screen) {
  await screen.go(hash);
  await screen.settled();
  const folded = await screen.page.waitForSelector('details.encryption:not([open]) > summary');
  await folded.click();
}

step('a village that has enrolled nobody is told why nothing can be encrypted', async () => {
  const { browser, screen } = people.village;
  await setUp(screen);
  await answerAll(screen);
  await browser.download(async () => (hash = await sign(screen, year())));
  plain = await sentText(screen);
  await offer(screen);
  await screen.see('还没有登记收件单位的密钥');
  assert.deepEqual(await look(screen, 'encrypt-nobody'), []);
});

step('every enrolment says where files can be encrypted to', async () => {
  const both = await introduce(people.township.screen);
  const recipients = both.split('\n').map((line) => payloadOf(line).recipient);
  assert.equal(recipients.length, 2);
  assert.match(recipients[0], /^age1[a-z0-9]{58}$/);
  assert.equal(recipients[0], recipients[1], 'one key, one recipient');
  await takeIn(people.village.screen, both);
  await call(people.village.screen, people.township.screen);
  await people.village.screen.see('已登记');
});

step('the village encrypts to its township; off until chosen', async () => {
  const { browser, screen } = people.village;
  await offer(screen);
  await screen.find('radio', /加密给.*苏力德苏木/);
  assert.equal(await screen.count('button', '下载文件'), 1);
  assert.deepEqual(await look(screen, 'encrypt-offer'), []);
  const file = await browser.download(() => screen.click('radio', /加密给.*苏力德苏木/));
  await screen.see('已加密，并用本单位的密钥打开核对过');
  assert.deepEqual(await look(screen, 'encrypt-done'), []);
  assert.match(file.name, /\.cunping\.json\.age$/);
  encrypted = file.bytes.toString();
  assert.ok(encrypted.startsWith(BEGIN));
  assert.ok(!encrypted.includes('payload'));
  const again = await browser.download(() => screen.click('button', '下载加密的文件'));
  assert.deepEqual(again, { ...file, path: again.path });
  await screen.click('radio', '不加密');
  await screen.gone('已加密');
});

step('somebody else cannot open it, and is told so', async () => {
  const { screen } = people.stranger;
  await bring(screen, encrypted);
  await imported(screen, 0, 0, 1);
  await screen.see('不是加密给本单位的');
  assert.deepEqual(await look(screen, 'encrypt-not-ours'), []);
});

step('the township opens it whatever it is called, and sees that it came encrypted', async () => {
  const { screen } = people.township;
  await bring(screen, encrypted);
  await imported(screen, 1, 0, 0);
  await screen.see('其中 1 份是加密发来的');
  await screen.until('the mark', async () => (await table(screen))[VILLAGE.name].join(' ').includes('加密发来'));
  assert.deepEqual(await look(screen, 'encrypt-came'), []);
  const kept = (await dump(screen.page)).tables.texts.map(([, text]) => text);
  assert.ok(kept.includes(plain), 'what was signed is kept, to the byte');
});

step('pasted in a message, with other line breaks, it is the same file; several at once go each its way', async () => {
  const { screen } = people.township;
  await openTable(screen, year());
  await paste(screen, `某某 11-22 10:05\n${encrypted.replaceAll('\n', '\n  ')}（请查收）\n${plain}`);
  await imported(screen, 0, 2, 0);
});

step('damaged, cut, under a passphrase: each is named', async () => {
  const { screen } = people.township;
  const lines = encrypted.split('\n');
  const at = lines.length - 4;
  lines[at] = lines[at].replace(/[A-Za-z]/, (letter) => (letter === 'A' ? 'B' : 'A'));
  await bring(screen, lines.join('\n'));
  await imported(screen, 0, 0, 1);
  await screen.see('加密的文件不完整，或者改动过');
  await bring(screen, encrypted.slice(0, encrypted.length * 0.7));
  await imported(screen, 0, 0, 1);
  await screen.see('加密的文件不完整，或者改动过');
  await bring(screen, await readFile(join(root, 'fuzz/seeds/encrypted/passphrase.age')));
  await screen.see('请到“数据与备份”恢复');
  assert.deepEqual(await look(screen, 'encrypt-backup'), []);
});

step('the ordinary age tool opens it with the identity of the screen of keys', async () => {
  const { screen } = people.township;
  await openKeys(screen);
  await screen.run(() => document.querySelector('details.identity').setAttribute('open', ''));
  await screen.see('能打开加密给本单位这把密钥的所有文件');
  assert.deepEqual(await look(screen, 'encrypt-identity'), []);
  await screen.click('button', '我明白，显示 age 私钥');
  identity = await screen.value('age 私钥');
  assert.match(identity, /^AGE-SECRET-KEY-1[A-Z0-9]{58}$/);
  assert.equal(recipientOf(identity), payloadOf((await enrolment(screen)).split('\n')[0]).recipient);
  assert.equal(await ageOpen(Buffer.from(encrypted), identity), plain);
});

step('what the ordinary age tool encrypts, the page opens: armored and not', async () => {
  const { screen } = people.township;
  for (const binary of [false, true]) {
    await bring(screen, ageEncrypt(plain, recipientOf(identity), { binary }), binary ? 'x.bin' : 'x.txt');
    await imported(screen, 0, 1, 0);
  }
  const twice = ageEncrypt(ageEncrypt(plain, recipientOf(identity)), recipientOf(identity));
  await bring(screen, twice);
  await screen.see('加密的文件里还是加密的');
});

step('a locked key asks for its passphrase and goes on; a wrong one loses nothing', async () => {
  const { screen } = people.township;
  await screen.go('#/data');
  await screen.click('button', '设置口令');
  await protect(screen, WORDS);
  await bring(screen, encrypted);
  await screen.see('有 1 份加密的文件');
  assert.deepEqual(await look(screen, 'encrypt-locked'), []);
  for (const words of ['完全不对的一句话', WORDS]) {
    await screen.see('有 1 份加密的文件');
    await typeSecret(screen, 'passphrase-waiting', words);
    await screen.click('button', /^解锁$/);
    if (words !== WORDS) await screen.see('请看看大小写');
  }
  await imported(screen, 0, 1, 0);
  await screen.gone('有 1 份加密的文件');
});

step('with a passphrase, the identity is shown only for it', async () => {
  const { screen } = people.township;
  await openKeys(screen);
  await screen.run(() => document.querySelector('details.identity').setAttribute('open', ''));
  await typeSecret(screen, 'identity-passphrase', '完全不对的一句话');
  await screen.click('button', '我明白，显示 age 私钥');
  await screen.see('请看看大小写');
  await typeSecret(screen, 'identity-passphrase', WORDS);
  await screen.click('button', '我明白，显示 age 私钥');
  assert.equal(await screen.value('age 私钥'), identity);
});

step('after a change of key, what was encrypted to the old one still opens', async () => {
  const { screen } = people.township;
  const old = await ownKey(screen);
  await openKeys(screen);
  for (const change of [1, 2]) {
    await screen.run(() => document.querySelectorAll('main details').forEach((it) => it.setAttribute('open', '')));
    await typeSecret(screen, 'changed-passphrase', WORDS);
    await typeSecret(screen, 'changed-passphrase-again', WORDS);
    await screen.click('button', '生成新密钥，旧密钥担保');
    await screen.until(`change ${change}`, async () => ((await ownKey(screen)).former ?? []).length === change);
  }
  const now = await ownKey(screen);
  assert.notEqual(now.thumbprint, old.thumbprint);
  assert.ok(now.former.every((it) => it.startsWith(BEGIN)), 'no identity lies open');
  await bring(screen, encrypted);
  await imported(screen, 0, 1, 0);
  await screen.page.reload();
  await bring(screen, encrypted);
  await screen.see('有 1 份加密的文件');
  await typeSecret(screen, 'passphrase-waiting', WORDS);
  await screen.click('button', /^解锁$/);
  await imported(screen, 0, 1, 0);
});

step('in English, too', async () => {
  const { browser, screen } = people.village;
  await screen.go(hash);
  await screen.click('button', /^English/);
  await offer(screen);
  assert.deepEqual(await look(screen, 'encrypt-offer-en'), []);
  await browser.download(() => screen.click('radio', /^Encrypt it to/));
  await screen.see('Encrypted, opened again');
  assert.deepEqual(await look(screen, 'encrypt-done-en'), []);
  const keys = people.township.screen;
  await keys.click('button', /^English/);
  await keys.go('#/keys');
  await keys.find('heading', 'My key');
  await keys.run(() => document.querySelector('details.identity').setAttribute('open', ''));
  assert.deepEqual(await look(keys, 'encrypt-identity-en'), []);
});

step('a key enrolled before it could be encrypted to: the page says what to do, and a new enrolment of it mends that', async () => {
  const { screen } = people.stranger;
  const key = await newKey();
  const enrolling = (more, at) => ({
    ...{ kind: 'enrolment', format: 1, name: VILLAGE.name, party: { unit: VILLAGE.code }, role: 'shared', software: 'test' },
    ...{ stated_at: `${year()}-01-0${at}T10:00:00+08:00`, ...more },
  });
  const enrols = (more, at) => signed(enrolling(more, at), key, { typ: ENROLMENT });
  await takeIn(screen, await enrols({}, 1));
  await screen.run(() => document.querySelectorAll('.applicant details').forEach((it) => it.setAttribute('open', '')));
  await screen.click('button', '号码完全相同，登记');
  await screen.see('已登记');
  await bring(screen, plain);
  await imported(screen, 1, 0, 0);
  const keyed = async () => (await dump(screen.page)).tables.directory.map(([, text]) => JSON.parse(text)).filter((it) => it.enrolled_on).map((it) => it.recipient);
  assert.deepEqual(await keyed(), [undefined]);
  await screen.go(`#/desk/${year()}`);
  await screen.click('button', '没有回执的都选“已收到”');
  await screen.click('button', '给收到的文件签回执');
  await screen.see('回执已签名');
  await screen.run(() => document.querySelector('details.encryption').setAttribute('open', ''));
  await screen.see('登记的密钥没有加密公钥');
  await takeIn(screen, await enrols({ recipient: recipientOf(identity) }, 2));
  await screen.until('the recipient to be kept', async () => (await keyed())[0] === recipientOf(identity));
});

step('nothing stood on the console', () => Object.values(people).forEach(({ browser }) => browser.quiet()));
