// Facts of units that have done all that a document asks, moved from the golden cases to any unit and period. Asserts nothing.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assessment } from '../harness/assessment.js';
import { goldenCases } from '../harness/cases.js';
import { root } from '../harness/settings.js';

const next = (day) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

/** The first and the last day of a period such as `2023` or `2023-Q4`. */
export function days(period) {
  const [year, quarter] = period.split('-Q');
  if (!quarter) return { first: `${year}-01-01`, last: `${year}-12-31` };
  const month = Number(quarter) * 3;
  const last = new Date(Date.UTC(Number(year), month, 0)).toISOString().slice(0, 10);
  return { first: `${year}-${String(month - 2).padStart(2, '0')}-01`, last };
}

/** Facts with which a unit qualifies at a level of a document, but for `incidents`. */
export function whole({ pack, level, unit, period, incidents = [] }) {
  const plain = ({ facts }) => facts.statements.every(({ from, to }) => from === facts.statements[0].from && to === facts.statements[0].to);
  const good = goldenCases().find((one) => one.pack === pack && one.level === level && one.expect.verdict === 'qualified' && !one.overlays && plain(one));
  const { first, last } = days(period);
  const statements = good.facts.statements.map((one) => ({ ...one, from: first, made_on: next(last), to: last }));
  return { ...good.facts, incidents, period, remarks: {}, statements, unit };
}

/** An incident of a period, with nothing known of it but what is given. */
export function incident(number, category, period, attributes = {}) {
  const { first } = days(period);
  return { attributes, categories: [category], day: first, id: number.toString(16).padStart(32, '0'), stated_on: first };
}

/** A signed file of a unit that has done all, but for `incidents`. */
export const file = ({ pack, level, unit: { code, name }, period, incidents }) =>
  assessment(whole({ pack, level, unit: code, period, incidents }), { as_of: days(period).last, level, pack }, {
    unit: { code, level: code.endsWith('000') ? 'township' : 'village', name },
  });

/** The units of a file of `packs/units` under a code: its villages, or the townships of a county: `{ code, name }`. */
export function units(name, under) {
  const lines = readFileSync(join(root, 'packs/units', `${name}.csv`), 'utf8').trim().split('\n').slice(1).map((line) => line.split(','));
  const pairs = lines.flatMap(([code, village, township, townshipName]) => [[code, village], [township, townshipName]]);
  const below = under.endsWith('000000') ? /000$/ : /(?!000)\d{3}$/;
  const inside = pairs.filter(([code]) => code !== under && code.startsWith(under.replace(/(000)+$/, '')) && below.test(code));
  return [...new Map(inside)].sort().map(([code, name]) => ({ code, name }));
}
