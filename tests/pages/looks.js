// Every way in which a screen is shown: both languages, both type sizes, two widths. Asserts nothing.
import { axe } from '../harness/axe.js';
import { overflow, smallTargets } from '../harness/layout.js';
import { picture } from '../harness/picture.js';

const WIDTHS = [1280, 360];
const LOOKS = [
  { lang: 'zh', large: false },
  { lang: 'zh', large: true },
  { lang: 'en', large: false },
  { lang: 'en', large: true },
];

/** Looks at every screen in every way: what is wrong; `screens` names each by its address, with what to do there first. */
export async function walk(screen, screens) {
  const wrong = [];
  for (const { lang, large } of LOOKS) {
    await dress(screen, lang, large);
    for (const width of WIDTHS) {
      await screen.page.setViewport({ width, height: 800 });
      for (const [name, hash, act] of screens) {
        await screen.go(hash);
        await screen.settled();
        if (act) {
          await act(lang);
          await screen.settled();
        }
        const found = [
          ...(await axe(screen.page)).map((line) => `axe: ${line}`),
          ...(await overflow(screen.page)).map((line) => `sticks out: ${line}`),
          ...(await smallTargets(screen.page)).map((line) => `too small: ${line}`),
        ];
        wrong.push(...found.map((line) => `${name} ${lang}${large ? ' large' : ''} ${width}: ${line}`));
        if (!large) await picture(screen.page, lang === 'zh' ? `${name}-${width}` : `${name}-${lang}-${width}`);
      }
    }
  }
  return wrong;
}

/** Switches language and type size with the buttons at the top. */
export async function dress(screen, lang, large) {
  const now = await screen.run(() => document.documentElement.lang);
  if (!now.startsWith(lang)) await screen.click('button', lang === 'en' ? /^English/ : /^中文/);
  await screen.until(`the language ${lang}`, () => screen.run((lang) => document.documentElement.lang.startsWith(lang), lang));
  const button = await screen.find('button', /^(大字|Large type)$/);
  if ((await button.evaluate((element) => element.getAttribute('aria-pressed'))) !== String(large)) await button.click();
}
