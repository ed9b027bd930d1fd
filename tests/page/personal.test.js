// Numbers of persons: every field for words refuses them where they are typed, keeps what was typed, and stores none.
import assert from 'node:assert/strict';
import { payload } from '../harness/assessment.js';
import { dump } from '../harness/database.js';
import { newKey, signBundle } from '../harness/forge.js';
import { look } from '../harness/look.js';
import { opening } from '../harness/people.js';
import { steps } from '../harness/steps.js';
import { answer, openQuestion, saved, year } from '../pages/clerk.js';
import { chooses, take } from '../pages/offices.js';
import { about, facts, folder, PAST, UNITS } from '../pages/reports.js';
import { setUp } from '../pages/setup.js';
import { openTable } from '../pages/township.js';

const [UNIT] = UNITS;
/** What nobody may type, and what the page says that it looks like. */
const NUMBERS = [
  ['11010519491231002X', '像身份证号'],
  ['110105 19491231 002x', '像身份证号'],
  ['１１０１０５１９４９１２３１００２Ｘ', '像身份证号'],
  ['110105491231002', '15 位'],
  ['138 0013 8000', '像手机号'],
  ['１３８００１３８０００', '像手机号'],
  ['0477-7212345', '像固定电话'],
  ['（0477）7212345', '像固定电话'],
];
const MOBILE = '13800138000';

const people = {};
opening(async (enter) => {
  for (const who of ['village', 'office', 'police']) people[who] = await enter();
});

/** Puts a text into the field of an id. */
async function put(screen, id, text) {
  await screen.until(`the field ${id}`, () => screen.run((id) => document.getElementById(id) !== null, id));
  await screen.run((id) => {
    const field = document.getElementById(id);
    for (let at = field.closest('details'); at; at = at.parentElement.closest('details')) at.open = true;
    field.focus();
    field.select();
  }, id);
  await screen.page.keyboard.sendCharacter(text);
}

/** What the page says beside the field of an id. */
const said = (screen, id) => screen.run((id) => document.getElementById(`${id}-problem`).innerText, id);

/** A field says what it found as soon as it is typed, keeps it, and says nothing any more once it is taken out. */
async function refuses(screen, id, numbers = NUMBERS.slice(4, 5)) {
  for (const [number, looksLike] of numbers) {
    const text = `示例${number}，请联系`;
    await put(screen, id, text);
    await screen.until(`${id} to refuse ${number}`, async () => (await said(screen, id)).includes(looksLike));
    assert.match(await said(screen, id), /请删去这个数字/);
    assert.equal(await screen.run((id) => document.getElementById(id).value, id), text);
  }
  await put(screen, id, '示例2026-03-31共12000元150626200205');
  await screen.until(`${id} to take dates, amounts and codes`, async () => (await said(screen, id)) === '');
  await put(screen, id, `示例${MOBILE}`);
}

const focused = (screen) => screen.run(() => document.activeElement.id);
const presses = async (screen, name) => {
  await screen.click('button', name);
  await screen.settled();
};
/** Whether the button is there and cannot be pressed. */
const off = (screen, name) =>
  screen.run((name) => window.__find.all('button', { text: name }).every((it) => it.disabled), name);

/** Nothing that was typed is in the database. */
async function nothingIsKept(screen) {
  const kept = JSON.stringify(await dump(screen.page)).replace(/[-\s（）]/g, '');
  for (const [number] of [...NUMBERS, [MOBILE]]) assert.ok(!kept.includes(number.replace(/[-\s（）]/g, '')), number);
}

const step = steps();

step('the name of a unit that the page does not know', async () => {
  const { screen } = people.village;
  await screen.go('#/setup');
  await screen.fill('输入名称或 12 位统计用区划代码', '150626200299');
  await refuses(screen, 'unit-name', NUMBERS);
  await presses(screen, '开始自评');
  assert.equal(await focused(screen), 'unit-name');
  assert.ok(screen.page.url().endsWith('#/setup'));
  assert.deepEqual(await look(screen, 'personal-setup'), []);
  await put(screen, 'unit-name', '示例一村');
  await presses(screen, '开始自评');
  await screen.until('the new workplace', () => screen.page.url().endsWith('#/'));
});

step('a remark', async () => {
  const { screen } = people.village;
  await openQuestion(screen, year(), 'village.1');
  await refuses(screen, 'remark-village-1');
  await saved(screen);
  assert.deepEqual(await look(screen, 'personal-question'), []);
  await nothingIsKept(screen);
});

step('what a document leaves to others, typed and loaded', async () => {
  const { screen } = people.village;
  await setUp(screen, { unit: '北村村委会' });
  await screen.go('#/document');
  await screen.click('button', '自己填写补充文件');
  const fields = () =>
    screen.run(() => [...document.querySelectorAll('.overlay-form input[type=text][maxlength="200"], .overlay-form textarea')].map((it) => it.id));
  await screen.until('the form', async () => (await fields()).length > 3);
  for (const id of await fields()) await refuses(screen, id);
  await presses(screen, '保存并使用');
  assert.ok((await fields()).length > 3, 'the form is still there');
  const overlay = { kind: 'overlay', format: 1, pack: 'changgang-pingan-fazhi-xing-2023', version: 1, level: 'village', title: `补充${MOBILE}`, issuer: '示例', issued: '2023-06-01', pass_mark: 80 };
  const [path] = await folder({ 'overlay.json': JSON.stringify(overlay) });
  const input = (await screen.page.evaluateHandle(() => document.querySelector('.document-part input[type=file]'))).asElement();
  await input.uploadFile(path);
  await screen.see('像手机号');
  await saved(screen);
  await nothingIsKept(screen);
});

step('why something does not apply', async () => {
  const { screen } = people.village;
  await openQuestion(screen, year(), 'village.1.1');
  // The third question here; other criteria have some that may not apply, too.
  const place = await screen.run(() => document.querySelectorAll('[data-rule="village.1.1"] .tasks-row')[2].dataset.block);
  const field = `why-not-${place}`;
  await answer(screen, 'village.1.1', '不适用', 2);
  await screen.settled();
  await refuses(screen, field);
  await presses(screen, /^保存$/);
  await screen.until('the field to have the focus again', async () => (await focused(screen)) === field);
  await nothingIsKept(screen);
  await put(screen, field, '本村没有学校');
  await presses(screen, /^保存$/);
  await screen.see('本村没有学校');
  await saved(screen);
});

step('the units and offices of a directory', async () => {
  const { screen } = people.office;
  await setUp(screen, { role: '乡镇级平安办', unit: '苏力德苏木' });
  await screen.go('#/directory');
  await screen.run(() => document.querySelectorAll('main details').forEach((it) => (it.open = true)));
  await put(screen, 'unit-code', '150626200299');
  await refuses(screen, 'unit-name');
  await screen.run(() => document.getElementById('unit-name').closest('details').querySelector('button').click());
  await screen.until('the field to have the focus again', async () => (await focused(screen)) === 'unit-name');
  await presses(screen, '添加部门');
  await refuses(screen, 'office-name');
  await presses(screen, '保存部门');
  assert.equal(await focused(screen), 'office-name');
  assert.deepEqual(await look(screen, 'personal-directory'), []);
});

step('the reason of a return and of a decision', async () => {
  const { screen } = people.office;
  const file = await signBundle(await payload(facts(UNIT.code), about, { unit: { code: UNIT.code, level: 'village', name: UNIT.name } }), await newKey());
  people.file = file;
  await openTable(screen, PAST);
  // A messenger's name for a file may hold a number too.
  await take(screen, await folder({ [`示例${MOBILE}.json`]: file }));
  await screen.go(`#/desk/${PAST}`);
  await screen.click('radio', '退回');
  const [reason] = await screen.run(() => [...document.querySelectorAll('textarea[id^=why-]')].map((it) => it.id));
  await refuses(screen, reason);
  await screen.see('删去后才能签名');
  assert.ok(await off(screen, '给收到的文件签回执'));
  await screen.go(`#/township/${PAST}/${UNIT.code}`);
  await screen.click('radio', '不达标');
  await refuses(screen, 'why-decided');
  await screen.see('删去后才能签名');
  assert.ok(await off(screen, '继续'));
  await nothingIsKept(screen);
});

step('a monitoring unit’s own name and its reasons', async () => {
  const { screen } = people.police;
  await screen.go('#/setup');
  await screen.click('radio', '监控单位');
  await screen.fill('输入名称或 12 位统计用区划代码', '苏力德苏木');
  await screen.click('button', '苏力德苏木');
  await screen.click('radio', '苏木镇公安派出所');
  await refuses(screen, 'office-name');
  await presses(screen, '开始审看');
  assert.equal(await focused(screen), 'office-name');
  await put(screen, 'office-name', '示例派出所');
  await presses(screen, '开始审看');
  await screen.until('the new workplace', () => screen.page.url().endsWith('#/'));
  await screen.see('签署意见');
  await screen.go(`#/opinions/${PAST}`);
  await take(screen, await folder({ 'one.json': people.file }));
  await screen.click('button', '其余都同意');
  await chooses(screen, `word-${UNIT.code}-village.2-objects`);
  await refuses(screen, `why-${UNIT.code}-village.2`);
  await screen.see('删去后才能签名');
  assert.ok(await off(screen, '继续'));
  assert.deepEqual(await look(screen, 'personal-opinion'), []);
  await nothingIsKept(screen);
});

step('nothing stood on the console, nothing was asked of the network', () => Object.values(people).forEach((it) => it.browser?.quiet()));
