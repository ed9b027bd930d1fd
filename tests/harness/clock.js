// Sets the clock of every page, so that a test does the same on every day of the year. Timers keep their own pace.

/** When a page's clock begins unless a test says otherwise: three quarters of a year are over, and the last has begun. */
export const BEGINS = '2026-11-15T10:00:00+08:00';

/** The same for all pages of a test, so that they agree, and none goes back when it is loaded anew. */
const begun = Date.now();

/** Sets the clock of a page that nothing is loaded into yet; it flows from there. Workers are left out: ours read no clock. */
export const setClock = (page, begins) => page.evaluateOnNewDocument(install, Date.parse(begins) - begun);

/** Runs in the page before its scripts: the clock shows what the machine's does, and `__ahead` milliseconds more. */
function install(ahead) {
  window.__ahead = ahead;
  const now = Date.now;
  Date.now = () => now.call(Date) + window.__ahead;
  window.Date = new Proxy(Date, {
    apply: (date) => new date(date.now()).toString(),
    construct: (date, given, made) => Reflect.construct(date, given.length > 0 ? given : [date.now()], made),
  });
}

/** Puts the clock of pages forward, as if time had passed while nothing ran; it stays so over a reload. */
export async function pass(pages, ms) {
  for (const page of pages) {
    const ahead = (await page.evaluate(() => window.__ahead)) + ms;
    const put = (ahead) => void (window.__ahead = ahead);
    await page.evaluateOnNewDocument(put, ahead);
    await page.evaluate(put, ahead);
  }
}
