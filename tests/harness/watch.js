// Watches a page: anything on the console, any failed load, any request. Allows only what is named here, with why.
import assert from 'node:assert/strict';

/** Engines before the directive existed say so; the policy stays and they ignore it (see public/boot.js). */
const KNOWN = {
  86: [
    /unrecognized source expression: ''wasm-unsafe-eval''|The source list for Content Security Policy directive 'script-src' contains an invalid source: ''wasm-unsafe-eval''/,
  ],
};

export class Watch {
  constructor(page, engine = 'now') {
    this.complaints = [];
    this.requests = [];
    const known = KNOWN[engine] ?? [];
    page.on('console', (message) => {
      const kind = message.type();
      const text = message.text();
      if (!['error', 'warning', 'warn', 'assert'].includes(kind)) return;
      if (known.some((one) => one.test(text))) return;
      this.complaints.push(`console ${kind}: ${text} ${message.location()?.url ?? ''}`);
    });
    page.on('pageerror', (error) => this.complaints.push(`thrown: ${error?.stack ?? error}`));
    page.on('error', (error) => this.complaints.push(`crashed: ${error}`));
    page.on('requestfailed', (request) => {
      this.complaints.push(`not loaded: ${request.url()} ${request.failure()?.errorText}`);
    });
    page.on('response', (response) => {
      if (response.status() >= 400) this.complaints.push(`answered ${response.status()}: ${response.url()}`);
    });
    page.on('request', (request) => this.requests.push(request.url()));
  }

  /** Forgets the requests so far: call when the page has loaded. */
  loaded() {
    this.requests = [];
  }

  /** Nothing was complained about. */
  quiet() {
    assert.deepEqual(this.complaints, [], 'the console and the network must be silent');
  }
}
