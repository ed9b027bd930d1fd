// Where the tested things lie, by environment. Starts nothing; what is absent is skipped here and fails in CI.
import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Whether an absent thing is a failure: in CI, and whenever `cargo xtask test` has set everything up. */
const strict = process.env.CI === 'true' || Boolean(process.env.CUNPING_BIN);

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

const first = (...paths) => paths.find((path) => path && existsSync(path));

/** The binaries that were built by hand, the newest first: an old one knows other documents than the page. */
const built = ['release', 'debug'].map((kind) => join(root, 'target', kind, 'cunping')).filter((path) => existsSync(path));
built.sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);

/** The binary that ships, the page inside. */
export const binary = first(process.env.CUNPING_BIN, ...built);

/** A folder to serve instead of the page inside the binary: for trying the tests on a page in the making. */
export const folder = process.env.CUNPING_DIR;

/** The page as one file that opens from disk. */
export const oneFile = first(...[folder, process.env.CUNPING_DIST, join(root, 'dist')].map((it) => it && join(it, 'cunping.html')));

/** The browsers, by version; `now` is the one of today. */
export const browsers = {
  now: first(process.env.CUNPING_CHROMIUM, '/usr/bin/chromium', '/usr/bin/google-chrome'),
  86: first(process.env.CUNPING_CHROMIUM_86),
  109: first(process.env.CUNPING_CHROMIUM_109),
};

/** The Pythons that have another JOSE library each, and the variable that names each. */
export const pythons = {
  joserfc: { path: first(process.env.CUNPING_JOSE_PYTHON), variable: 'CUNPING_JOSE_PYTHON' },
  jwcrypto: { path: first(process.env.CUNPING_JWCRYPTO_PYTHON), variable: 'CUNPING_JWCRYPTO_PYTHON' },
};

/** Whether tests that have a short form run in their long one: `cargo xtask long`. */
export const LONG = Boolean(process.env.CUNPING_LONG);

/** Whether pictures of the screens are taken, for people to look at; no test needs them. */
export const pictures = Boolean(process.env.CUNPING_SCREENS);

/** Where they go, and what is printed. */
export const screens = process.env.CUNPING_SCREENS ?? join(root, 'target/screens');

/**
 * Options for a test that needs `thing`, which the variable `name` points to: skips it with the reason when it is
 * absent, unless the run is strict.
 */
export function needs(thing, name) {
  if (thing || strict) return {};
  return { skip: `${name} is not set; \`cargo xtask test\` sets it` };
}
