// Runs one command of the binary and returns what it said. Judges nothing.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { binary } from './settings.js';

/** Runs `cunping ARGS`, with `input` on standard input: `{ code, out, err }`. */
export async function cunping(args, { input } = {}) {
  const child = spawn(binary, args, { stdio: ['pipe', 'pipe', 'pipe'] });
  const out = [];
  const err = [];
  child.stdout.on('data', (bytes) => out.push(bytes));
  child.stderr.on('data', (bytes) => err.push(bytes));
  // A command that refuses its input may close the pipe before all of it is written.
  child.stdin.on('error', () => {});
  child.stdin.end(input ?? '');
  const [code, signal] = await once(child, 'close');
  return { code, signal, out: Buffer.concat(out), err: Buffer.concat(err).toString() };
}
