// The ways in which a screen is shown: both languages, both type sizes, two widths. Three of the eight have each of them,
// and each language at the narrow width; `cargo xtask long` looks at all eight. Asserts nothing.
import { axe } from '../harness/axe.js';
import { overflow, smallTargets } from '../harness/layout.js';
import { picture } from '../harness/picture.js';
import { LONG } from '../harness/settings.js';

const BOTH = [1280, 360];
const ALL = [
  { lang: 'zh', large: false, widths: BOTH },
  { lang: 'zh', large: true, widths: BOTH },
  { lang: 'en', large: false, widths: BOTH },
  { lang: 'en', large: true, widths: BOTH },
];
const SOME = [
  { lang: 'zh', large: false, widths: [1280] },
  { lang: 'zh', large: true, widths: [360] },
  { lang: 'en', large: false, widths: [360] },
];
const LOOKS = LONG ? ALL : SOME;

/** Looks at every screen in each way: what is wrong; `screens` names each by its address, with what to do there first. */
export async function walk(screen, screens) {
  const wrong = [];
  for (const { lang, large, widths } of LOOKS) {
    await dress(screen, lang, large);
    for (const width of widths) {
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
