// Makes signed assessments of any facts, the claim as the binary finds it. Checks nothing and signs with another's code.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cunping } from './binary.js';
import { canonical, newKey, signBundle } from './forge.js';

let known;
/** The documents inside the binary, by id: `{ digest, id, version }`. */
export async function packs() {
  known ??= cunping(['pack', 'list', '--json']).then(({ out }) => {
    const all = out.toString().trim().split('\n').map((line) => JSON.parse(line));
    return new Map(all.map(({ digest, id, version }) => [id, { digest, id, version }]));
  });
  return known;
}

/** What `cunping evaluate --json` says of `facts`: `{ code, line }`, the line as it was printed. */
export async function evaluated(facts, about) {
  const { code, lines } = await evaluatedTogether([facts], about);
  return { code, line: lines[0] };
}

/** What one run of it says of facts of several units: `{ code, lines }`, a line for each; the code is that of the worst. */
export async function evaluatedTogether(all, { pack, level, as_of: asOf, overlays = [] }) {
  const files = await Promise.all(overlays.map(kept));
  const supplements = files.flatMap((path) => ['--overlay', path]);
  const args = ['evaluate', '--json', '--pack', pack, '--level', level, '--as-of', asOf, ...supplements, '-'];
  const { code, out, err } = await cunping(args, { input: all.map(canonical).join('\n') });
  assert.ok([0, 2, 4, 5].includes(code), `evaluate ended with ${code}: ${err}`);
  const lines = out.toString().trim().split('\n');
  assert.equal(lines.length, all.length, 'one line for each');
  return { code, lines };
}

/** The digest of an overlay: SHA-256 of its canonical form. */
const digest = (overlay) => createHash('sha256').update(canonical(overlay)).digest('hex');

/** An overlay as a file. */
async function kept(overlay) {
  const path = join(tmpdir(), `cunping-overlay-${digest(overlay)}.json`);
  await writeFile(path, canonical(overlay));
  return path;
}

/** The members of a line of `evaluate` or a payload that say what was found, as canonical bytes. */
export const claim = ({ evaluator, findings, score, verdict }) => canonical({ evaluator, findings, verdict, ...(score && { score }) });

/** The payload of an assessment of `facts` as a unit would send it. */
export async function payload(facts, about, more) {
  const { line } = await evaluated(facts, about);
  return payloadClaiming(line, facts, about, more);
}

/** The same of facts that were evaluated before; `line` is what was said of them. */
export async function payloadClaiming(line, facts, about, more = {}) {
  const { evaluator, findings, score, verdict } = JSON.parse(line);
  const { format, unit, period, ...own } = facts;
  const level = unit.endsWith('000000') ? 'county' : unit.endsWith('000') ? 'township' : 'village';
  return {
    as_of: about.as_of,
    evaluator,
    facts: own,
    findings,
    format,
    kind: 'assessment',
    level: about.level,
    overlays: (about.overlays ?? []).map(digest).sort(),
    pack: (await packs()).get(about.pack),
    party: { unit },
    period,
    sequence: 1,
    software: 'tests',
    stated_at: `${latest(own)}T12:00:00+08:00`,
    unit: { code: unit, level, name: `单位${unit}` },
    verdict,
    ...(score && { score }),
    ...more,
  };
}

/** A signed assessment of `facts`. */
export async function assessment(facts, about, more) {
  return signBundle(await payload(facts, about, more), await newKey());
}

/** No file is signed before its last statement was made. */
function latest({ statements, incidents }) {
  const days = [...statements.map((one) => one.made_on), ...incidents.map((one) => one.stated_on), '2026-01-01'];
  return days.sort().at(-1);
}
