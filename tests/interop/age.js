// The ordinary age tool: encrypts to a recipient, opens with an identity. Uses no code of ours.
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

function run(args, input) {
  const ran = spawnSync('age', args, { input, maxBuffer: 1 << 26 });
  if (ran.status !== 0) throw new Error(`age ${args.join(' ')}: ${ran.error ?? ran.stderr}`);
  return ran.stdout;
}

/** Encrypts to a recipient; armored unless `binary`. */
export const encrypt = (text, recipient, { binary = false } = {}) => run([...(binary ? [] : ['-a']), '-r', recipient], text);

/** Opens with an identity; throws where it does not. */
export async function open(bytes, identity) {
  const folder = await mkdtemp(join(tmpdir(), 'cunping-age-'));
  try {
    const key = join(folder, 'key.txt');
    await writeFile(key, `${identity}\n`);
    return run(['-d', '-i', key], bytes).toString();
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The recipient of an identity, by the tool's own `age-keygen`. */
export function recipientOf(identity) {
  const ran = spawnSync('age-keygen', ['-y'], { input: `${identity}\n`, encoding: 'utf8' });
  if (ran.status !== 0) throw new Error(`age-keygen: ${ran.error ?? ran.stderr}`);
  return ran.stdout.trim();
}

/** A new identity, made by the tool's own `age-keygen`. */
export function newIdentity() {
  const ran = spawnSync('age-keygen', [], { encoding: 'utf8' });
  if (ran.status !== 0) throw new Error(`age-keygen: ${ran.error ?? ran.stderr}`);
  return /AGE-SECRET-KEY-1\w+/.exec(ran.stdout)[0];
}
