// Which office an opinion is from: one that calls itself otherwise counts, none changes another, one press gives one its part.
import assert from 'node:assert/strict';
import { newKey, payloadOf, signed } from '../harness/forge.js';
import { look } from '../harness/look.js';
import { opening } from '../harness/people.js';
import { steps } from '../harness/steps.js';
import { enrolByNumber, enrolling, introduce } from '../pages/keys.js';
import { bundles, downloaded, monitor, take } from '../pages/offices.js';
import { folder, PAST, report, UNITS } from '../pages/reports.js';
import { setUp } from '../pages/setup.js';
import { openTable } from '../pages/township.js';

const [UNIT] = UNITS;
const PAGE = `#/township/${PAST}/${UNIT.code}`;
/** What the document's own text calls the police station of its table. */
const STATION = '苏力德派出所';
const JUSTICE = { id: 'justice', name: '示例司法所' };
const UNHEARD = '已收到、没有计入的意见';

const at = {};
const enrolments = {};
const files = {};
opening(async (enter) => {
  for (const name of ['office', 'police', 'health']) at[name] = await enter();
  files.report = await folder({ 'one.json': await report(UNIT) });
});

const step = steps();

/** A monitoring unit agrees with all that it is asked, and introduces itself. */
async function agree(who, office) {
  const { browser, screen } = at[who];
  await monitor(screen, office);
  enrolments[who] = await introduce(screen);
  await screen.go(`#/opinions/${PAST}`);
  await take(screen, files.report);
  await screen.click('button', '其余都同意');
  await screen.click('button', '继续');
  await screen.click('button', '检查无误，签名');
  await screen.see('意见已签名');
  files[who] = await downloaded(browser, '意见');
  browser.quiet();
}

/** The unit's page, once it says so of all opinions. */
async function says(counts) {
  const { screen } = at.office;
  await screen.go(PAGE);
  await screen.see(counts);
  await screen.settled();
  const text = await screen.text();
  assert.ok(!text.includes('没有指定单位'), 'every part is somebody’s');
  return text;
}

/** Who is still awaited, and what did not count, each as a list of lines. */
const listed = (heading) =>
  at.office.screen.run((heading) => {
    const strong = [...document.querySelectorAll('main strong')].find((it) => it.innerText === heading);
    return strong ? [...strong.closest('div').querySelectorAll('li')].map((it) => window.__find.plain(it.innerText)) : [];
  }, heading);

step('before a key is enrolled the opinions are there, each with why it does not count', async () => {
  await agree('police', { name: STATION });
  await agree('health', { office: '卫生院（中心）' });
  const { screen } = at.office;
  await setUp(screen, { role: '乡镇级平安办', unit: '苏力德苏木' });
  await openTable(screen, PAST);
  await take(screen, [...files.report, files.police, files.health], 3);
  await says('未收到 12 条');
  const unheard = await listed(UNHEARD);
  assert.equal(unheard.length, 2, unheard.join('\n'));
  for (const line of unheard) assert.match(line, /没有登记过这把密钥/);
});

step('enrolling one office’s key counts its opinion, and changes nothing for another', async () => {
  const { screen } = at.office;
  await enrolByNumber(screen, enrolments.health);
  await says('同意 1 条，未收到 11 条');
  assert.equal((await listed(UNHEARD)).length, 1);
  const awaited = (await listed('还在等')).join('\n');
  for (const name of ['苏木镇平安办', '苏木镇公安派出所', '司法所', '妇联', '团委']) assert.ok(awaited.includes(name), `${name} in ${awaited}`);
  assert.ok(!awaited.includes('卫生院'), awaited);
});

step('an office under a name of its own counts as the one that the document means', async () => {
  const { screen } = at.office;
  assert.notEqual(payloadOf((await bundles(files.police))[0]).party.office, 'sumu-police', 'it has an id of its own');
  await enrolByNumber(screen, enrolments.police);
  await says('同意 6 条，未收到 6 条');
  assert.deepEqual(await listed(UNHEARD), []);
  const awaited = (await listed('还在等')).join('\n');
  assert.ok(!awaited.includes('派出所') && awaited.includes('苏木镇平安办'), awaited);
});

step('one whose id no document knows is given its part by one press, and nobody else’s changes', async () => {
  const { screen } = at.office;
  const key = await newKey();
  const own = { office: JUSTICE.id, unit: '150626200000' };
  const said = payloadOf((await bundles(files.health))[0]);
  assert.deepEqual(said.says.map((it) => it.criterion), ['village.3']);
  await enrolByNumber(screen, await enrolling(own, JUSTICE.name, key));
  await openTable(screen, PAST);
  await take(screen, await folder({ 'justice.json': await signed({ ...said, party: own }, key) }));
  await says('同意 6 条，未收到 6 条');
  const [line] = await listed(UNHEARD);
  assert.match(line, /名录里没有写明签名的部门承担文件里的这个职责/);
  assert.ok(line.includes(JUSTICE.name), line);
  const offered = await screen.run(() => [...document.querySelectorAll('button')].map((it) => it.innerText).filter((it) => it.includes('写明承担')));
  assert.deepEqual(offered.map((it) => /“(.*)”/.exec(it)[1]).sort(), ['司法所', '团委'].sort(), 'no part in which another office speaks');
  assert.deepEqual(await look(screen, 'parts-unheard'), []);
  await screen.click('button', '写明承担“司法所”的职责');
  assert.ok((await says('同意 7 条，未收到 5 条')).includes(JUSTICE.name));
  assert.deepEqual(await listed(UNHEARD), []);
  const awaited = (await listed('还在等')).join('\n');
  assert.ok(!awaited.includes('司法所') && awaited.includes('妇联') && awaited.includes('团委'), awaited);
  await screen.page.reload({ waitUntil: 'load' });
  await says('同意 7 条，未收到 5 条');
  at.office.browser.quiet();
});
