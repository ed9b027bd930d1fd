// Reads bundles with other people's libraries: three that verify, one that validates. Uses no code and no rule of ours.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import Ajv from 'ajv/dist/2020.js';
import { calculateJwkThumbprint, flattenedVerify, importJWK } from 'jose';
import { pythons, root } from '../harness/settings.js';

/** The payload of a bundle as npm's jose reads it by its own defaults; throws where the signature, the key or the form is wrong. */
export async function readWithJose(text) {
  const jws = JSON.parse(text);
  const { payload, protectedHeader: header } = await flattenedVerify(jws, async (header) => {
    if ((await calculateJwkThumbprint(header.jwk)) !== header.kid) throw new Error('kid is not the thumbprint of jwk');
    return importJWK(header.jwk, header.alg);
  });
  return { header, payload: new TextDecoder('utf-8', { fatal: true }).decode(payload) };
}

/** The payloads of the files as PyPI's `library` reads them, in the same order: `{ payload }` or `{ error }` each. */
export function readWithPython(library, paths) {
  return runPython(library, `read_with_${library}.py`, paths).map((line) => JSON.parse(line));
}

/** The lines that a script beside this file prints. */
export function runPython(library, script, args, input) {
  const run = spawnSync(pythons[library].path, [join(root, 'tests/interop', script), ...args], { encoding: 'utf8', input, maxBuffer: 1 << 28 });
  if (run.status !== 0) throw new Error(`${library} did not run: ${run.stderr}`);
  return run.stdout.trim().split('\n');
}

/** A validator for one of docs/schemas. */
export async function schema(name) {
  const text = await readFile(join(root, 'docs/schemas', name), 'utf8');
  return new Ajv({ strict: true, allErrors: true, allowUnionTypes: true }).compile(JSON.parse(text));
}
