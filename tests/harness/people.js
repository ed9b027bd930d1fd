// The opening of a page test: the server, and whoever takes part, each in a browser on a profile of its own. Knows no screen.
import { after, before } from 'node:test';
import { Browser } from './browser.js';
import { Screen } from './screen.js';
import { serve } from './server.js';

/**
 * Before the tests of a file serves the page and lets `begin` prepare; after them closes every browser and the server. `begin`
 * gets `enter`, which lets somebody in, `{ browser, screen }`, with what a browser is opened with and a script that runs `before`
 * the page's own, and the address of the page.
 */
export function opening(begin) {
  let server;
  before(async () => {
    server = await serve();
    const enter = async ({ before, ...options } = {}) => {
      const browser = await Browser.open(options);
      return { browser, screen: new Screen(await browser.page(server.url, { before })) };
    };
    await begin(enter, server.url);
  });
  after(async () => {
    await Browser.closeAll();
    await server?.stop();
  });
}
