// Looks at a screen wide and narrow: what axe finds, what sticks out, what is too small to hit, and a picture. Judges nothing.
import { axe } from './axe.js';
import { overflow, smallTargets } from './layout.js';
import { picture } from './picture.js';

/** Every finding on the screen that is shown, at 1280 and 360 px. */
export async function look(screen, name) {
  const found = [];
  for (const width of [360, 1280]) {
    await screen.page.setViewport({ width, height: 800 });
    await screen.settled();
    const all = [...(await axe(screen.page)), ...(await overflow(screen.page)), ...(await smallTargets(screen.page))];
    found.push(...all.map((line) => `${width}: ${line}`));
    await picture(screen.page, `${name}-${width}`);
  }
  return found;
}
