// What monitoring units and offices do with files of several kinds, in the page's words. Asserts nothing.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { until } from '../harness/wait.js';
import { choose, imported } from './township.js';

/** The path of the downloaded file whose name holds a text; there is one, sooner or later. */
export async function downloaded(browser, part) {
  const name = await until(`a download of ${part}`, async () => (await readdir(browser.downloads)).find((it) => it.includes(part) && it.endsWith('.cunping.json')) ?? null);
  return join(browser.downloads, name);
}

/** The texts of the bundles in a file, one a line. */
export const bundles = async (path) => (await readFile(path, 'utf8')).trim().split('\n');

/** Makes a workplace of a monitoring unit. */
export async function monitor(screen, { unit = '苏力德苏木', office = '苏木镇公安派出所', name } = {}) {
  await screen.go('#/setup');
  await screen.click('radio', '监控单位');
  await screen.fill('输入名称或 12 位统计用区划代码', unit);
  await screen.click('button', unit);
  await screen.click('radio', office);
  if (name) await screen.fill('本部门的名称', name);
  await screen.click('button', '开始审看');
  await screen.until('the new workplace', () => screen.page.url().endsWith('#/'));
  await screen.see('签署意见');
}

/** Takes files in on the screen that is shown. */
export async function take(screen, paths, fresh = paths.length, same = 0, refused = 0) {
  await choose(screen, paths);
  await imported(screen, fresh, same, refused);
}

/** Does something with the element of an id as soon as it is there: files that were taken in are drawn a moment later. */
const once = (screen, id, act) =>
  screen.until(`the element ${id}`, () =>
    screen.run((id, act) => {
      const element = document.getElementById(id);
      element?.[act]();
      return Boolean(element);
    }, id, act),
  );

/** Chooses the answer with an id. */
export const chooses = (screen, id) => once(screen, id, 'click');

/** Sets the focus on the field with an id. */
const focuses = (screen, id) => once(screen, id, 'focus');

/** Objects to a criterion of a unit, with a reason, on the monitor's screen. */
export async function objects(screen, unit, rule, why) {
  await chooses(screen, `word-${unit}-${rule}-objects`);
  await focuses(screen, `why-${unit}-${rule}`);
  await screen.type(why);
}
