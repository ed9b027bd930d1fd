// The golden cases spelled out, which a chore makes of the documents' cases. Judges nothing.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './settings.js';

const path = process.env.CUNPING_CASES ?? join(root, 'target/golden/cases.json');

let read;

/**
 * Every golden case, a document's together and in its order: `{ pack, name, level, as_of, facts, expect }` and, where a
 * case has them, `overlays`. Read once; fails when nobody made them, and says how.
 */
export function goldenCases() {
  if (!read) {
    if (!existsSync(path)) throw new Error(`there are no golden cases at ${path}: \`cargo xtask cases --spell\` makes them`);
    read = JSON.parse(readFileSync(path, 'utf8'));
  }
  return read;
}
