// What the township's office does on its screens, in the page's words. Asserts nothing.
import { until } from '../harness/wait.js';

/** Makes the example and goes to its township's table of a period. */
export async function openExample(screen, period) {
  await screen.go('#/');
  await screen.click('button', '先看示例');
  await screen.see('示例：单位和数据都是虚构的');
  // From another screen, so that the change of workplace is seen to have ended.
  await screen.go('#/data');
  // A click while the module with that screen takes over would reach nobody.
  await screen.see('数据在哪里');
  await screen.click('button', '看汇总');
  await screen.until('the other workplace', () => screen.page.url().endsWith('#/'));
  await openTable(screen, period);
}

/** Opens the table of a period, every file of it reviewed. */
export async function openTable(screen, period) {
  await screen.go(`#/township/${period}`);
  await screen.find('table', '各单位各项目结果');
  await screen.gone('正在重新核验');
}

/** Chooses files in the file dialog. */
export async function choose(screen, paths) {
  await (await screen.find('file', '选择文件')).uploadFile(...paths);
}

/** Drops files from the desktop onto the middle of the window. */
export async function drop(screen, paths) {
  const data = { items: [], files: paths, dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop']) {
    await screen.page.cdp.send('Input.dispatchDragEvent', { type, x: 400, y: 400, data });
  }
}

/** Pastes text into the field for it. */
export async function paste(screen, text) {
  const name = '把收到的文字粘贴到这里';
  await screen.find('button', '粘贴文字');
  const open = async () => (await screen.count('textbox', name)) > 0 && (await screen.find('textbox', name)).evaluate((it) => window.__find.shown(it));
  if (!(await open())) await screen.click('button', '粘贴文字');
  const field = await screen.find('textbox', name);
  await field.focus();
  await screen.page.keyboard.sendCharacter(text);
  await screen.click('button', '导入粘贴的文字');
}

/** Until the import has come to these numbers. */
export const imported = (screen, fresh, same, refused) =>
  screen.see(`新导入 ${fresh} 份，重复 ${same} 份，未导入 ${refused} 份`);

/** The six numbers of how the units stand, by name. */
export async function standing(screen) {
  const pairs = await screen.run(() => [...document.querySelectorAll('main dt')].map((name) => [name.innerText, Number(name.nextElementSibling.innerText)]));
  return Object.fromEntries(pairs);
}

/** The lines of the list of targets. */
export const targets = (screen) =>
  screen.run(() => window.__find.all('listitem', null).map((item) => window.__find.plain(item.innerText)).filter((text) => text.includes('：要求 ')));

/** Every row of the table as it reads, by the name of its unit. */
export async function table(screen) {
  const rows = await screen.run(() =>
    [...window.__find.all('table', { text: '各单位各项目结果' })[0].querySelectorAll('tbody tr')].map((row) => [...row.children].map((cell) => window.__find.plain(cell.innerText))),
  );
  return Object.fromEntries(rows.map(([name, ...cells]) => [name, cells]));
}

/** Everything that the numbers, the targets and the table say. */
export const everything = async (screen) => ({ standing: await standing(screen), targets: await targets(screen), table: await table(screen) });

/** Until the six numbers are these. */
export const stands = (screen, wanted) =>
  until(
    async () => `${JSON.stringify(wanted)}, on the screen ${JSON.stringify(await standing(screen))}`,
    async () => JSON.stringify(await standing(screen)) === JSON.stringify(wanted),
  );
