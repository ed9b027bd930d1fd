// The first visit: from the welcome to a workplace with a key, in the page's words. Asserts nothing.

/** The field that units are looked for with. */
export const FIND = '输入名称或 12 位统计用区划代码';
/** The button that ends the setup; its words follow the role. */
export const START = /^开始(自评|收集汇总|审看)$/;

/** Makes a workplace of a role for a unit that the page knows by name. */
export async function setUp(screen, { role = '村干部', unit = '通史嘎查村委员会' } = {}) {
  await screen.go('#/setup');
  await screen.click('radio', role);
  await screen.fill(FIND, unit);
  await screen.click('button', unit);
  await screen.click('button', START);
  await screen.until('the new workplace', () => screen.page.url().endsWith('#/'));
  await screen.see(unit);
}

/** Goes to work in the workplace of this profile that is called so. */
export async function switchTo(screen, name) {
  await screen.go('#/workplaces');
  await screen.until(`the workplace ${name}`, () =>
    screen.run((name) => {
      const item = [...document.querySelectorAll('.workplaces > li')].find((it) => it.querySelector('h2').innerText.includes(name));
      item?.querySelector('button:not(.quiet)')?.click();
      return Boolean(item);
    }, name),
  );
  await screen.until('the other workplace', () => screen.page.url().endsWith('#/'));
}
