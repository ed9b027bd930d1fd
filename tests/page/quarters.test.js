// A township whose document rates by quarter: the year's share of the fourth quarter, and of every quarter beside it.
import assert from 'node:assert/strict';
import { axe } from '../harness/axe.js';
import { opening } from '../harness/people.js';
import { steps } from '../harness/steps.js';
import { folder } from '../pages/reports.js';
import { setUp } from '../pages/setup.js';
import { choose, imported, openTable, stands, targets } from '../pages/township.js';
import { file, incident, units } from '../pages/whole.js';

/** The last year for which the document sets a share: 85% of its villages. */
const YEAR = '2023';
const PACK = 'sangcun-liuhao-jiuwu-2021';
const VILLAGES = units('370406103', '370406103000');
/** 85% of twenty. */
const NEEDED = 17;

let browser;
let office;
opening(async (enter) => {
  ({ browser, screen: office } = await enter());
});

const step = steps();
async function take(period, villages, incidents) {
  const texts = await Promise.all(villages.map((unit) => file({ incidents, level: 'village', pack: PACK, period, unit })));
  await openTable(office, period);
  await choose(office, await folder(Object.fromEntries(texts.map((text, at) => [`${villages[at].code}.json`, text]))));
  await imported(office, texts.length, 0, 0);
}

/** The targets' marks and numbers: of the fourth quarter, of every quarter. */
const numbers = async () => (await targets(office)).map((line) => [line[0], ...line.match(/\d+(?= 个)/g).map(Number)]);

step('the township opens with its document’s quarters', async () => {
  await setUp(office, { role: '乡镇级平安办', unit: '桑村镇' });
  assert.equal(VILLAGES.length, 20);
  await openTable(office, `${YEAR}-Q4`);
  await stands(office, { 应报: 20, 已报: 0, 达标: 0, 未达标: 0, 待定: 0, 未报: 20 });
  assert.deepEqual((await numbers()).map(([mark, needed]) => [mark, needed]), [['？', NEEDED], ['？', NEEDED]]);
});

step('a quarter after the end of the document’s scheme is named with the clause, and the last one within is not', async () => {
  const told = () => office.run(() => [...document.querySelectorAll('main .notice.open')].map((it) => it.innerText).filter((it) => it.startsWith('文件只写到')));
  await openTable(office, '2024-Q2');
  assert.deepEqual(await told(), []);
  await openTable(office, '2024-Q3');
  const [over] = await told();
  assert.match(over, /^文件只写到2024年6月30日（.+），这一期在这以后。解读：/);
});

step('one short of the share in the fourth quarter is still open, with it the year is reached', async () => {
  await take(`${YEAR}-Q4`, VILLAGES.slice(0, NEEDED - 1));
  assert.deepEqual((await numbers())[0].slice(0, 4), ['？', NEEDED, NEEDED - 1, 1]);
  await take(`${YEAR}-Q4`, VILLAGES.slice(NEEDED - 1, NEEDED));
  assert.equal((await numbers())[0][0], '✓');
  // Nobody has reported the other quarters, so nobody is sure to have held out all year.
  assert.deepEqual((await numbers())[1].slice(0, 3), ['？', NEEDED, 0]);
});

step('the stricter share counts villages that qualified in every quarter, and one bad quarter is enough', async () => {
  for (const quarter of ['Q1', 'Q2', 'Q3']) await take(`${YEAR}-${quarter}`, VILLAGES.slice(0, 3));
  await openTable(office, `${YEAR}-Q4`);
  assert.deepEqual((await numbers())[1].slice(0, 3), ['？', NEEDED, 3]);
  // Four villages with a homicide in the third quarter: at most sixteen can have held out.
  const broken = VILLAGES.slice(3, 7);
  await take(`${YEAR}-Q3`, broken, [incident(1, 'crime/homicide', `${YEAR}-Q3`)]);
  await openTable(office, `${YEAR}-Q4`);
  const [year, every] = await numbers();
  assert.equal(year[0], '✓', 'the fourth quarter is as it was');
  assert.equal(every[0], '–', 'an aim that is missed is not broken');
  await office.settled();
  assert.deepEqual(await axe(office.page), []);
  browser.quiet();
});
