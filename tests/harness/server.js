// Starts the binary's file server on a free port and stops it. Knows nothing of the page.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { binary, folder } from './settings.js';

/** A running server: `url` ends in a slash. */
export async function serve(more = []) {
  if (!binary) throw new Error('CUNPING_BIN is not set and there is no target/*/cunping: run `cargo xtask test`');
  const args = ['serve', '--listen', '127.0.0.1:0', ...(folder ? ['--dir', folder] : []), ...more];
  const child = spawn(binary, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = once(child, 'exit');
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text) => (complaint += text));
  const url = await new Promise((resolve, reject) => {
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      said += text;
      const address = /http:\/\/[\d.]+:\d+\//.exec(said);
      if (address) resolve(address[0]);
    });
    ended.then(([code]) => reject(new Error(`the server ended with ${code}: ${complaint}`)));
  });
  return {
    url,
    child,
    async stop() {
      child.kill('SIGTERM');
      return ended;
    },
  };
}
