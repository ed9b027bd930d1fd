// One HTTP request with exactly the headers given, the answer as it came over the wire: nothing is decoded.
import { request } from 'node:http';

/** Asks `path` of the server at `base`: `{ status, headers, body }`. */
export function ask(base, path, { method = 'GET', headers = {} } = {}) {
  const { hostname, port } = new URL(base);
  return new Promise((resolve, reject) => {
    const asking = request({ hostname, port, path, method, headers, agent: false }, (answer) => {
      const parts = [];
      answer.on('data', (part) => parts.push(part));
      answer.on('end', () => resolve({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(parts) }));
    });
    asking.on('error', reject);
    asking.end();
  });
}
