// Starts a real Chromium on a profile of its own, watches its pages, closes or kills it. Knows no screen.
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import puppeteer from 'puppeteer-core';
import { BEGINS, setClock } from './clock.js';
import { installFinder } from './dom.js';
import { browsers } from './settings.js';
import { until } from './wait.js';
import { Watch } from './watch.js';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-features=Translate,OptimizationHints,MediaRouter,AutofillServerCommunication',
  '--lang=zh-CN',
  // Nothing here needs another machine, and nothing may reach one.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

/** A new, empty profile folder. */
export const newProfile = () => mkdtemp(join(tmpdir(), 'cunping-profile-'));

/** Until the page draws its first screen. */
export const started = (page) =>
  until(
    () => page.evaluate(() => `the page to start; it says: ${document.body.innerText}`),
    () => page.evaluate(() => !document.getElementById('boot') && document.body.innerText.trim() !== ''),
  );

/** Every browser that runs, so that a test that failed in the middle leaves none behind. */
const running = new Set();

export class Browser {
  /**
   * Starts one. `engine` is `now`, 86 or 109; `profile` a folder that outlives the browser when it is given; `clock` the
   * moment at which the clock of its pages begins.
   */
  static async open({ engine = 'now', profile, clock = BEGINS, flags = [] } = {}) {
    const self = new Browser();
    self.engine = engine;
    self.clock = clock;
    self.ownProfile = !profile;
    self.profile = profile ?? (await newProfile());
    self.downloads = await mkdtemp(join(tmpdir(), 'cunping-downloads-'));
    // Few tests need the driver of old engines, and every file would wait for it.
    const driver = engine === 'now' ? puppeteer : (await import('pc13')).default;
    self.driver = await driver.launch({
      executablePath: browsers[engine],
      headless: true,
      userDataDir: self.profile,
      args: [...FLAGS, ...flags],
      defaultViewport: { width: 1280, height: 800 },
      env: { ...process.env, LC_ALL: 'C.UTF-8', TZ: 'Asia/Shanghai' },
    });
    self.watches = [];
    running.add(self);
    return self;
  }

  /** A new, empty page, its clock set, watched: `page.watch`; `page.cdp` speaks the protocol itself. */
  async blank({ width = 1280, height = 800 } = {}) {
    const page = await this.driver.newPage();
    await page.setViewport({ width, height });
    await setClock(page, this.clock);
    await page.evaluateOnNewDocument(installFinder);
    page.watch = new Watch(page, this.engine);
    this.watches.push(page.watch);
    page.cdp = page.createCDPSession ? await page.createCDPSession() : await page.target().createCDPSession();
    await page.cdp.send('Page.setDownloadBehavior', { behavior: 'allow', downloadPath: this.downloads });
    return page;
  }

  /** A new page on `url`, started. `before` runs in it before any of its own scripts. */
  async page(url, { before, ...size } = {}) {
    const page = await this.blank(size);
    if (before) await page.evaluateOnNewDocument(before);
    await page.goto(url, { waitUntil: 'load' });
    await started(page);
    return page;
  }

  /** The file that `act` makes the browser download: `{ name, path, bytes }`, put aside so that names may repeat. */
  async download(act) {
    await act();
    const name = await until('a downloaded file', async () => {
      const files = (await readdir(this.downloads, { withFileTypes: true })).filter((one) => one.isFile());
      if (files.some((file) => file.name.endsWith('.crdownload'))) return null;
      return files.map((file) => file.name).find((file) => !file.startsWith('.'));
    });
    const aside = await mkdtemp(join(this.downloads, 'taken-'));
    const path = join(aside, name);
    await rename(join(this.downloads, name), path);
    return { name, path, bytes: await readFile(path) };
  }

  /** Nothing on any page's console. */
  quiet() {
    for (const watch of this.watches) watch.quiet();
  }

  /** SIGKILL to the whole process group, as a power cut does it. */
  async kill() {
    running.delete(this);
    const child = this.driver.process();
    const ended = once(child, 'exit');
    process.kill(-child.pid, 'SIGKILL');
    await ended;
    // The group's other processes hold the profile until they are gone.
    await until('the process group to end', () => {
      try {
        process.kill(-child.pid, 0);
        return false;
      } catch {
        return true;
      }
    });
    await rm(this.downloads, { recursive: true, force: true });
  }

  /** Closes it in order; a profile that was not handed in is removed. */
  async close() {
    running.delete(this);
    await this.driver.close();
    await rm(this.downloads, { recursive: true, force: true });
    if (this.ownProfile) await rm(this.profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }

  /** Closes whatever still runs. */
  static async closeAll() {
    await Promise.all([...running].map((one) => one.close()));
  }
}

// A browser that a failed test left open would keep its file from ever ending. The bench runs without the test runner.
if (process.env.NODE_TEST_CONTEXT) after(() => Browser.closeAll());
