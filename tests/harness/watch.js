// Watches a page: anything on the console, any failed load, any request after the start. Allows only what is named here, with why.
import assert from 'node:assert/strict';

/** Engines before the directive existed say so; the policy stays and they ignore it (see public/boot.js). */
const KNOWN = {
  86: [
    /unrecognized source expression: ''wasm-unsafe-eval''|The source list for Content Security Policy directive 'script-src' contains an invalid source: ''wasm-unsafe-eval''/,
  ],
};

/**
 * What may be asked for after the start: what never leaves the browser, the tab's icon, which browsers fetch when they
 * draw the tab, the chunk with the other screens when one of them is first shown, and the worker's own files when it is
 * first used.
 */
const EXPECTED = /^(blob:|data:)|\/(icon|manifest|rest|worker|worker-loader|worker_bg)-[0-9a-f]{16}\.\w+$/;

/** Old engines compile in a worker, after the load, and their driver tells of a reload's files late. */
const EXPECTED_OLD = /\/(boot|compile|page|page_bg|style)-[0-9a-f]{16}\.\w+$/;

export class Watch {
  constructor(page, engine = 'now') {
    this.complaints = [];
    this.late = [];
    let loaded = false;
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
    page.on('load', () => (loaded = true));
    page.on('request', (request) => {
      if (request.isNavigationRequest()) loaded = false;
      const expected = EXPECTED.test(request.url()) || (engine !== 'now' && EXPECTED_OLD.test(request.url()));
      if (loaded && !expected) this.late.push(request.url());
    });
  }

  /** Nothing was complained about, and nothing was asked of the network once the page was there. */
  quiet() {
    assert.deepEqual(this.complaints, [], 'the console and the network must be silent');
    assert.deepEqual(this.late, [], 'nothing may be asked of the network after the start');
  }
}
