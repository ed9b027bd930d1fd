// A village and its township enrol each other by telephone; then a new key, a lost one, and forged enrolments.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { axe } from '../harness/axe.js';
import { Browser } from '../harness/browser.js';
import { keyOfSeed, newKey, payloadOf, signBundle, vouches } from '../harness/forge.js';
import { Screen } from '../harness/screen.js';
import { serve } from '../harness/server.js';
import { steps } from '../harness/steps.js';
import { answerAll, saved, sign, today, year } from '../pages/clerk.js';
import { call, challenge, check, enrolled, enrolment, introduce, openKeys, ownKey, parties, readBack, takeIn, unfold } from '../pages/keys.js';
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
  await paste(township, await signBundle(forged, other));
  await imported(township, 1, 0, 0);
  await township.go(`#/township/${year()}/${stranger.code}`);
  await township.see('该单位还没有登记密钥；这把是第一次收到');
  await openTable(township, year());
  await paste(township, await signBundle({ ...payloadOf(report), stated_at: `${today()}T00:00:02+08:00` }, other));
  await imported(township, 1, 0, 0);
  await township.go(`#/township/${year()}/${VILLAGE.code}`);
  await township.see('没有登记过这把密钥');
});

step('forged enrolments cannot be enrolled, and say what they are', async () => {
  const it = payloadOf(first);
  const thief = await newKey();
  const rotates = { jwk: JSON.parse(Buffer.from(JSON.parse(first).protected, 'base64url').toString()).jwk, signature: 'A'.repeat(85) + 'A' };
  await takeIn(township, await signBundle({ ...it, rotates }, thief, { typ: TYPE }));
  await township.see('文件说有旧密钥担保，但担保不成立');
  assert.equal(await township.count('button', '不打电话，登记新密钥'), 0);
  assert.equal(await township.count('button', '核对并登记'), 0);
  assert.equal((await enrolled(township)).length, 1);
  await township.click('button', '移出列表');
  await township.gone('担保不成立');
});

/** The signing key that lies in the village's profile: a thief has copied it. */
async function stolen() {
  const { key } = await ownKey(village);
  return keyOfSeed(key.plain);
}

/** A thief's enrolment: the stolen key vouches for one of the thief's own. */
const rotated = async (from, to) => {
  const { rotates, lost, ...it } = payloadOf(first);
  return signBundle({ ...it, rotates: vouches(from, to, it.party) }, to, { typ: TYPE });
};

/** The village gives its key up, lost since a day, and the new enrolment. */
async function givesUp(since) {
  await openKeys(village);
  await unfold(village, '旧密钥丢了，或可能被别人拿到');
  await village.run((since) => {
    const field = document.getElementById('lost-since');
    field.value = since;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }, since);
  await village.click('button', '这台电脑上的密钥不能再用：生成新的');
  await village.until('the new enrolment', async () => (await enrolment(village)) !== first && (await enrolment(village)) !== '');
  return enrolment(village);
}

/** How many keys are enrolled, and how many of them are retired. */
const counted = async () => {
  const all = await enrolled(township);
  return [all.length, all.filter((text) => /起停用/.test(text)).length];
};
const stands = (wanted) => township.until(`${wanted} keys and retired ones`, async () => String(await counted()) === String(wanted));
/** The day so many days before today. */
const day = (before) => new Date(Date.parse(today()) - before * 86_400_000).toISOString().slice(0, 10);
/** What is said to stop counting. */
const stops = () => township.run(() => [...document.querySelectorAll('.stops')].map((it) => it.innerText).join('\n'));

step('a new key, vouched for by the old one, may be enrolled without a call and is marked until there was one', async () => {
  await openKeys(village);
  await unfold(village, '定期更换，或换人经办');
  await village.click('button', '生成新密钥，旧密钥担保');
  await village.until('the new enrolment', async () => (await enrolment(village)) !== first && (await enrolment(village)) !== '');
  const second = await enrolment(village);
  assert.ok(payloadOf(second).rotates);
  assert.equal(payloadOf(second).role, 'shared', 'what was chosen last on the screen, in whichever form');
  await takeIn(township, second);
  await township.see('换密钥：该单位已登记的旧密钥为它担保，没有打过电话');
  assert.match(await stops(), new RegExp(`自评 · ${VILLAGE.name} · ${year()}年.* · .*首次收到`), 'what the old key signed today');
  await township.click('button', '不打电话，登记新密钥');
  await stands([2, 1]);
  assert.match((await enrolled(township))[0], /未打电话核实/);
  await takeIn(township, first);
  await township.see('这把密钥已停用');
  await township.click('button', '移出列表');
  await township.gone('这把密钥已停用');
  await township.click('button', '现在打电话核实');
  const said = await readBack(village, await challenge(township));
  await township.fill('对方念回的 8 位数字', said);
  await township.click('button', /^核对$/);
  await township.until('the mark to go', async () => !/未打电话核实/.test((await enrolled(township))[0]));
  assert.match((await enrolled(township))[0], /打电话核实/);
  first = second;
});

step('a thief rotates first: the report of the loss retires what took over, from today unless one chooses otherwise', async () => {
  const [key, thief] = [await stolen(), await newKey()];
  await takeIn(township, await rotated(key, thief));
  await township.see('换密钥：该单位已登记的旧密钥为它担保');
  await township.click('button', '不打电话，登记新密钥');
  await stands([3, 2]);
  const { dump } = await import('../harness/database.js');
  const own = (await dump(village.page)).tables.texts.map(([, text]) => text).find((text) => payloadOf(text).kind === 'assessment');
  await paste(township, await signBundle({ ...payloadOf(own), stated_at: `${today()}T00:00:01+08:00` }, thief));
  await imported(township, 1, 0, 0);
  const since = day(30);
  const third = await givesUp(since);
  assert.deepEqual(payloadOf(third).lost, { kid: key.kid, since });
  await takeIn(township, third);
  await township.see('丢失的密钥已经担保了别的密钥');
  await township.see('只凭丢失的密钥担保登记、也要停用的');
  await township.see('对方说从');
  const chosen = () => township.run(() => document.querySelector('.applicant input[type=date]').value);
  assert.equal(await chosen(), today(), 'never the day that the file says');
  assert.match(await stops(), new RegExp(`下面 1 份.*\n*.*自评 · ${VILLAGE.name} · ${year()}年`), 'the thief’s report');
  await township.click('button', '就用对方说的这一天');
  assert.equal(await chosen(), since);
  assert.deepEqual(await axe(township.page), []);
  await call(township, village);
  await stands([4, 3]);
  first = third;
});

step('a rotation that waits beside a report of the loss is taken by no click, and is refused after it', async () => {
  const [key, thief] = [await stolen(), await newKey()];
  await takeIn(township, await rotated(key, thief));
  await township.see('换密钥：该单位已登记的旧密钥为它担保，没有打过电话');
  const fourth = await givesUp(today());
  await takeIn(township, fourth);
  await township.see('下面几把密钥争同一个单位，只能有一把是对方的');
  await township.see('另有文件说这把旧密钥丢了');
  assert.equal(await township.count('button', '不打电话，登记新密钥'), 0);
  assert.equal(await township.count('button', '核对并登记'), 2, 'each with a call of its own');
  assert.deepEqual(await axe(township.page), []);
  // The answer of the village's page fits the village's key only.
  const cards = () => township.run(() => [...document.querySelectorAll('.contested .applicant')].map((it) => it.innerText.includes('旧密钥丢失') ? it.querySelector('.challenge').innerText : null));
  await township.until('the digits', async () => (await cards()).some((it) => /^\d{3} \d{3}$/.test(it ?? '')));
  const [at, asked] = Object.entries(await cards()).find(([, it]) => it);
  const said = await readBack(village, asked);
  const other = async (card) => {
    await township.run((card) => document.querySelectorAll('.contested .applicant')[card].querySelector('.call input').focus(), card);
    await township.type(said);
    await township.run((card) => document.querySelectorAll('.contested .applicant')[card].querySelector('.call button').click(), card);
  };
  await other(1 - Number(at));
  await township.see('数字不对，没有登记');
  assert.deepEqual(await counted(), [4, 3]);
  await other(Number(at));
  await stands([5, 4]);
  await township.see('为它担保的旧密钥已经停用，担保不成立');
  await township.click('button', '移出列表');
  await township.gone('担保不成立');
  first = fourth;
  assert.deepEqual(await axe(village.page), []);
});

step('one call enrols the parties that are ticked, by the names that the document gives them', async () => {
  const police = await newKey();
  const { rotates, lost, ...it } = payloadOf(first);
  const of = (office) => signBundle({ ...it, name: '苏力德苏木 平安办', party: { unit: '150626200000', office } }, police, { typ: TYPE });
  await takeIn(township, [await of('sumu-police'), await of('sumu-pingan')].join('\n'));
  await township.see('登记给谁？只登记打勾的');
  await township.see('文件自称“苏力德苏木 平安办”');
  await township.see('作认定决定');
  await township.see('提监控意见');
  const boxes = () => township.run(() => [...document.querySelectorAll('.applicant .choice-row')].map((it) => window.__find.plain(it.innerText)));
  const named = await boxes();
  assert.equal(named.length, 2);
  assert.ok(named.some((text) => /苏力德苏木 · 苏木镇公安派出所/.test(text)), named.join('\n'));
  await township.click('button', '不打电话，当面核对');
  await township.click('button', '号码完全相同，登记');
  await township.see('还没有勾选登记给谁');
  assert.deepEqual(await counted(), [5, 4]);
  await township.run(() => [...document.querySelectorAll('.applicant .choice-row')].find((it) => it.innerText.includes('派出所')).querySelector('input').click());
  await township.click('button', '号码完全相同，登记');
  await stands([6, 4]);
  const own = (await enrolled(township)).filter((text) => /派出所/.test(text));
  assert.equal(own.length, 1);
  assert.doesNotMatch(own[0], /平安办/);
  await township.see('苏力德苏木 · 苏木镇平安办');
  await township.click('button', '移出列表');
  await township.click('button', '撤销这次登记');
  await stands([5, 4]);
});

step('a key that the office retires takes its later files out', async () => {
  await township.click('button', /^停用$/);
  await township.find('button', '取消');
  await township.see('没有已收到的文件会因此不再计入');
  const buttons = await township.run(() => window.__find.all('button', { text: '停用' }).length);
  await (await township.nth('button', (await township.names('button')).lastIndexOf('停用'))).click();
  assert.ok(buttons >= 1);
  await township.until('all retired', async () => (await enrolled(township)).every((text) => /起停用/.test(text)));
  await township.go(`#/township/${year()}/${VILLAGE.code}`);
  await township.see('这把密钥已停用，文件不计入');
});
