// A document that did not come with the program: loaded, marked, followed; a new edition re-asks only what it decides otherwise.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dump } from '../harness/database.js';
import { canonical, flipped, newKey, payloadOf, signBundle } from '../harness/forge.js';
import { look } from '../harness/look.js';
import { click } from '../harness/mouse.js';
import { opening } from '../harness/people.js';
import { root } from '../harness/settings.js';
import { steps } from '../harness/steps.js';
import { answer, answerAll, answerNone, NONE, openQuestion, saved, sign, today, VILLAGE, year } from '../pages/clerk.js';
import { downloaded, take } from '../pages/offices.js';
import { folder } from '../pages/reports.js';
import { setUp } from '../pages/setup.js';
import { openTable } from '../pages/township.js';

const released = () => JSON.parse(readFileSync(join(root, 'packs/released/sulide-bawu-2022@1.json'), 'utf8'));
const village = (pack) => pack.levels.find(({ id }) => id === 'village');
const criterion = (pack, id) => village(pack).criteria.find((one) => one.id === id);

let key;
const people = {};
opening(async (enter) => {
  key = await newKey();
  for (const name of ['village', 'office', 'fresh']) people[name] = await enter();
});

/** The second edition: a fire counts from 50,000 yuan on, and only large frauds do. */
function second() {
  const pack = released();
  pack.version = 2;
  const text = canonical(pack)
    .replace('{"at_least":10000,"is":"loss-yuan"}', '{"at_least":50000,"is":"loss-yuan"}')
    .replace('{"none":"telecom-fraud"},"id":"village.5"', '{"none":"telecom-fraud","only":{"at_least":500000,"is":"amount-yuan"}},"id":"village.5"');
  return JSON.parse(text);
}

/** A document of nobody's program: the first one's village level under another id and name. */
function another() {
  const pack = released();
  pack.id = 'example-bawu-2026';
  pack.source = { ...pack.source, short: '示例标准', title: '关于示例标准的通知' };
  return pack;
}

const signed = (pack, more = {}) =>
  signBundle(
    { kind: 'pack', format: 1, party: { unit: '150626200000' }, stated_at: `${today()}T09:30:00+08:00`, software: 'example', pack, ...more },
    key,
    { typ: 'vnd.cunping.pack.v1+json' },
  );

/** Chooses the file of a document in the library. */
async function choose(screen, text) {
  await screen.go('#/library');
  await (await screen.find('file', '选择标准文件')).uploadFile(...(await folder({ 'document.cunping.json': text })));
}

async function load(screen, text) {
  await choose(screen, text);
  await screen.click('button', '核对过了，载入');
  await screen.see('已载入并保存');
}

const loaded = async (screen) => (await dump(screen.page)).tables.packs.length;
/** How many statements are kept. */
const statements = async (screen) => (await dump(screen.page)).tables.statements.length;

/** How many buttons of a name a criterion has on the sheet, and pressing the first; others may have the same. */
const wire = (name) => (name instanceof RegExp ? { pattern: name.source, flags: name.flags } : { text: name });
const buttons = (screen, rule, name) =>
  screen.run((rule, name) => window.__find.all('button', name, document.querySelector(`[data-rule="${rule}"]`)).length, rule, wire(name));
async function press(screen, rule, name) {
  const first = (rule, name) => window.__find.all('button', name, document.querySelector(`[data-rule="${rule}"]`))[0];
  for (let attempt = 0; ; attempt += 1) {
    await screen.until(`“${name}” at ${rule}`, async () => (await buttons(screen, rule, name)) > 0);
    try {
      return await click((await screen.page.evaluateHandle(first, rule, wire(name))).asElement());
    } catch (error) {
      // Drawn anew between finding and clicking.
      if (attempt > 4) throw error;
    }
  }
}

/** What can be read at a criterion of the sheet. */
const reads = (screen, rule) => screen.run((rule) => document.querySelector(`[data-rule="${rule}"]`).innerText, rule);

const step = steps();

step('a file that is no document, was changed, or is play data is refused and said why', async () => {
  const { screen } = people.village;
  await setUp(screen);
  await answerAll(screen);
  const good = await signed(second());
  const wrong = [
    ['{}', '不是本软件的文件'],
    [flipped(good), '签名'],
    [await signed(second(), { example: true }), '这是示例，不能载入'],
    [await signed(released()), '这份标准已经在本机'],
    [await signed({ ...another(), id: released().id }), '内容却不同，没有载入'],
  ];
  for (const [text, said] of wrong) {
    await choose(screen, text);
    await screen.see(said);
    assert.equal(await screen.count('button', '核对过了，载入'), 0);
  }
  assert.equal(await loaded(screen), 0);
});

step('a signed document is shown with its fingerprint before it is loaded, and marked afterwards', async () => {
  const { screen } = people.village;
  const text = await signed(second());
  await choose(screen, text);
  await screen.see('没有登记过这把密钥');
  const shown = await screen.text();
  assert.match(shown, /[0-9a-f]{64}/);
  assert.match(shown, /苏力德苏木 150626200000/);
  assert.deepEqual(await look(screen, 'edition-candidate'), []);
  assert.equal(await loaded(screen), 0);
  await load(screen, text);
  await screen.see('不随本软件发布');
  assert.equal(await loaded(screen), 1);
  assert.deepEqual(await look(screen, 'edition-library'), []);
});

step('the new edition is offered, with what it changes, and taken by nobody in silence', async () => {
  const { screen } = people.village;
  await screen.page.reload({ waitUntil: 'load' });
  await screen.go(`#/tasks/${year()}`);
  await screen.see('有新版：第 2 版，现在按第 1 版');
  await screen.see('不随本软件发布');
  await screen.see('8/8 已答');
  assert.deepEqual(await look(screen, 'edition-offer'), []);
});

step('changing over re-asks the two criteria that changed; the other answers stay, with their day', async () => {
  const { screen } = people.village;
  const before = await statements(screen);
  await screen.click('button', '改用第 2 版');
  await screen.see('新版改动的项里，还有 2 项请再看一遍');
  assert.equal(await statements(screen), before, 'nothing that was stated is lost');
  for (const id of VILLAGE) {
    await openQuestion(screen, year(), id);
    const changed = ['village.5', 'village.8'].includes(id);
    const marked = changed ? /请再看一遍/ : /沿用 \d{4}年\d+月\d+日 的回答/;
    await screen.until(`the mark of ${id}`, async () => marked.test(await reads(screen, id)));
    assert.equal(await buttons(screen, id, '看过了，确认不变'), changed ? 1 : 0, id);
  }
  await screen.go(`#/tasks/${year()}`);
  assert.deepEqual(await look(screen, 'edition-again'), []);
});

step('one is confirmed, one is answered anew, and nothing else was asked', async () => {
  const { screen } = people.village;
  await openQuestion(screen, year(), 'village.8');
  await press(screen, 'village.8', '看过了，确认不变');
  await screen.until('the confirmation to be gone', async () => (await buttons(screen, 'village.8', '看过了，确认不变')) === 0);
  await saved(screen);
  await openQuestion(screen, year(), 'village.5');
  assert.equal(await buttons(screen, 'village.5', '看过了，确认不变'), 1, 'the other is still to be looked at');
  await answer(screen, 'village.5', NONE);
  await screen.until('the mark to be gone', async () => (await screen.count('button', '看过了，确认不变')) === 0);
  await saved(screen);
  await screen.go(`#/tasks/${year()}`);
  await screen.gone('请再看一遍');
  await screen.see('8/8 已答');
  await sign(screen, year());
  const file = payloadOf((await dump(screen.page)).tables.texts.map(([, text]) => text).find((text) => payloadOf(text).kind === 'assessment'));
  assert.deepEqual([file.pack.id, file.pack.version, file.verdict], ['sulide-bawu-2022', 2, file.verdict]);
});

step('an office without that edition says so, and recomputes the file once it is loaded', async () => {
  const { screen } = people.office;
  await setUp(screen, { role: '乡镇级平安办', unit: '苏力德苏木' });
  await openTable(screen, year());
  await take(screen, [await downloaded(people.village.browser, '八无')]);
  await screen.go(`#/township/${year()}/150626200205`);
  await screen.see('这里没有它所用的标准版本，不计入');
  await load(screen, await signed(second()));
  await openTable(screen, year());
  await screen.go(`#/township/${year()}/150626200205`);
  await screen.see('依据的文件和版本都有');
  await screen.see('重新计算，结果一致');
  assert.deepEqual(await look(screen, 'edition-office'), []);
});

step('from a clean profile a document that never shipped is loaded first, and a village set up with it', async () => {
  const { screen } = people.fresh;
  await load(screen, await signed(another()));
  await screen.go('#/setup');
  await screen.click('radio', '村干部');
  await screen.fill('输入名称或 12 位统计用区划代码', '通史嘎查村委员会');
  await screen.click('button', '通史嘎查村委员会');
  await screen.see('关于示例标准的通知');
  await screen.click('checkbox', /^八无/);
  await screen.click('button', '开始自评');
  await screen.until('the new workplace', () => screen.page.url().endsWith('#/'));
  await screen.page.reload({ waitUntil: 'load' });
  await answerNone(screen, year(), 'village.1');
  await screen.go(`#/tasks/${year()}`);
  await screen.see('1/8 已答');
  await screen.go('#/library');
  await screen.see('有工作单位在用，不能移除');
});

step('one that nobody follows is removed; nothing stood on the console', async () => {
  const { screen } = people.fresh;
  await load(screen, await signed(second()));
  await screen.click('button', '从本机移除');
  await screen.until('one document', async () => (await loaded(screen)) === 1);
  Object.values(people).forEach(({ browser }) => browser.quiet());
});
