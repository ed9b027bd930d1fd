// Clicks an element as a person does, who looks where it is first and presses again where the press met something else.
import { pause } from './wait.js';

/** Clicks an element: once it stands still and nothing covers it, and again where the click went elsewhere. */
export async function click(element) {
  for (let attempt = 0; ; attempt += 1) {
    await element.evaluate(standsStill);
    await element.evaluate(listen);
    await element.click();
    // A click that loads the page anew leaves nobody to ask.
    const met = await element.evaluate(() => window.__met).catch(() => true);
    if (met !== false) return;
    if (attempt > 4) throw new Error('the click meets something else: not clickable');
    await pause(50);
  }
}

/** Until the element has been in one place for two frames. Kept to what Chromium 86 understands. */
function standsStill(element) {
  element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  const place = () => {
    const box = element.getBoundingClientRect();
    return [box.left, box.top, box.width, box.height].join(' ');
  };
  // A page in the background draws no frames.
  const frame = () => new Promise((resolve) => { requestAnimationFrame(resolve); setTimeout(resolve, 100); });
  return (async () => {
    for (let before = null, frames = 0; before !== place() && frames < 60; frames += 1) {
      before = place();
      await frame();
    }
  })();
}

/** Notes whether the next click meets the element, or what it is in. */
function listen(element) {
  window.__met = false;
  const noted = (event) => {
    window.__met = event.composedPath().includes(element);
  };
  window.addEventListener('click', noted, { capture: true, once: true });
}
