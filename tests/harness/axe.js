// Asks axe-core about the screen as it stands. Its source goes through the driver, which the page's policy permits.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const source = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** One line for each thing that axe finds. */
export async function axe(page) {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  return page.evaluate(async () => {
    // What is still arriving has not its own colours yet.
    for (const motion of document.getAnimations()) {
      if (Number.isFinite(motion.effect.getComputedTiming().endTime)) motion.finish();
    }
    const { violations } = await window.axe.run(document, { resultTypes: ['violations'] });
    return violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help} — ${node.target.join(' ')} ${node.html.slice(0, 160)}`));
  });
}
