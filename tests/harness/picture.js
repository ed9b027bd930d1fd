// Takes pictures of screens for people to look at. Compares nothing.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pictures, screens } from './settings.js';

mkdirSync(screens, { recursive: true });

/** The whole screen as `NAME.png`, when pictures are asked for: one of a long screen takes longer than all else on it. */
export async function picture(page, name) {
  if (pictures) await page.screenshot({ path: join(screens, `${name}.png`), fullPage: true });
}

/** The screen on A4 paper: `{ pdf, pages }`, its pages as `NAME-1.png` and so on, its text by poppler. */
export async function paper(page, name) {
  const pdf = join(screens, `${name}.pdf`);
  writeFileSync(pdf, await page.pdf({ format: 'A4', preferCSSPageSize: true, printBackground: false }));
  execFileSync('pdftoppm', ['-r', '80', '-png', pdf, join(screens, name)]);
  const text = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' });
  const size = /Page size:\s+([\d.]+) x ([\d.]+)/.exec(execFileSync('pdfinfo', [pdf], { encoding: 'utf8' }));
  return { pdf, text, width: Number(size[1]), height: Number(size[2]), pages: text.split('\f').length - 1 };
}
