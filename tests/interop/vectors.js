// Reads the format's vectors: header lines, an empty line, the bytes of a file. Walks the folder, lists nothing.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../harness/settings.js';

function read(folder) {
  return readdirSync(join(root, folder)).sort().map((name) => {
    const file = readFileSync(join(root, folder, name));
    const end = file.indexOf('\n\n');
    const lines = file.subarray(0, end).toString().split('\n').map((line) => line.split(': '));
    return { name, header: Object.fromEntries(lines), bytes: file.subarray(end + 2) };
  });
}

/** Every vector of a bundle: `{ name, header, bytes }`. */
export const vectors = read('core/tests/vectors');

/** Every vector of an encrypted file, likewise. Not there yet while they are made for the first time. */
export const encrypted = existsSync(join(root, 'core/tests/encrypted')) ? read('core/tests/encrypted') : [];

/** Writes the bytes of vectors as files of their own: `{ paths, remove }`. */
export function asFiles(some) {
  const own = mkdtempSync(join(tmpdir(), 'cunping-vectors-'));
  const paths = some.map(({ name, bytes }) => {
    const path = join(own, name);
    writeFileSync(path, bytes);
    return path;
  });
  return { paths, remove: () => rmSync(own, { recursive: true }) };
}
