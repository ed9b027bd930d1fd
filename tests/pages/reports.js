// Signed reports of the units of the first document's township, good as any, and folders of files. Asserts nothing.
import { readFileSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assessment } from '../harness/assessment.js';
import { root } from '../harness/settings.js';
import { year } from './clerk.js';

/** The units of the township of the first document: `{ code, name }`. */
export const UNITS = readFileSync(join(root, 'packs/units/150626200.csv'), 'utf8').trim().split('\n').slice(1).map((line) => {
  const [code, name] = line.split(',');
  return { code, name };
});

/** The year before this one: all its days can be stated. */
export const PAST = String(Number(year()) - 1);

const ASKED = ['petition/unlawful', 'crime', 'telecom-fraud', 'special-group-lapse', 'unlawful-act/women-children-elderly', 'gang', 'cult/activity', 'fire'];

/** Facts of a unit: nothing happened, but for `incidents`; `silent` leaves one question open. */
export function facts(unit, { incidents = [], silent } = {}) {
  const made = `${year()}-01-05`;
  const stated = ASKED.filter((about) => about !== silent).sort();
  const statements = stated.map((about) => ({ about, from: `${PAST}-01-01`, made_on: made, says: 'complete', to: `${PAST}-12-31` }));
  return { format: 1, incidents, period: PAST, remarks: {}, statements, unit };
}

/** One theft in a unit. */
export const crime = { attributes: {}, categories: ['crime'], day: `${PAST}-05-01`, id: '0'.repeat(31) + '1', stated_on: `${PAST}-05-02` };

export const about = { as_of: `${PAST}-12-31`, level: 'village', pack: 'sulide-bawu-2022' };

/** A signed file of a unit. */
export const report = ({ code, name }, options, more) =>
  assessment(facts(code, options), about, { unit: { code, level: 'village', name }, ...more });

/** A folder of files by name. */
export async function folder(files) {
  const own = await mkdtemp(join(tmpdir(), 'cunping-files-'));
  const paths = Object.entries(files).map(async ([name, bytes]) => {
    const path = join(own, name);
    await writeFile(path, bytes);
    return path;
  });
  return Promise.all(paths);
}
