// A page's clock, put forward from outside as if time had passed while nothing ran. Timers keep their own pace.

/** Runs in the page before its scripts: the clock shows what the machine's does, and `__later` milliseconds more. */
export function movableClock() {
  window.__later = 0;
  const now = Date.now;
  Date.now = () => now.call(Date) + window.__later;
}

/** Puts the clock of pages forward; it stays so over a reload. */
export async function pass(pages, ms) {
  for (const page of pages) {
    const later = (await page.evaluate(() => window.__later)) + ms;
    const put = (later) => void (window.__later = later);
    await page.evaluateOnNewDocument(put, later);
    await page.evaluate(put, later);
  }
}
