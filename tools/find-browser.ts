import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';
import { run } from './steps.ts';

// The headless shell first: the same engine without the desktop around it, in half the time.
const NAMES = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
];
const PLACES = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/** What to do when no browser can be found or installed. */
export const NO_BROWSER =
  'No Chromium was found: install Chrome or Chromium (on Debian "apt-get install chromium-headless-shell fonts-noto-cjk"), or set CHROMIUM_PATH to one.';

/** A Chromium that is already here: CHROMIUM_PATH, an installed one, or Playwright's own download. */
export function findBrowser(env: NodeJS.ProcessEnv = process.env): string | undefined {
  if (env.CHROMIUM_PATH) return existsSync(env.CHROMIUM_PATH) ? env.CHROMIUM_PATH : undefined;
  const folders = (env.PATH ?? '').split(delimiter);
  const onPath = NAMES.flatMap((name) =>
    folders.map((folder) => join(folder, process.platform === 'win32' ? `${name}.exe` : name)),
  );
  return [...onPath, ...PLACES, chromium.executablePath()].find((file) => existsSync(file));
}

/**
 * Finds a browser, or installs one where the system lets us: Debian, as root. There the headless shell is installed
 * beside a whole Chromium too, because it halves the time of the browser tests; without it they only take longer.
 */
export async function findOrInstallBrowser(): Promise<string | undefined> {
  const found = findBrowser();
  if (process.env.CHROMIUM_PATH || found?.includes('headless-shell')) return found;
  if (process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('Installing Chromium from the system’s packages …');
    await run('apt-get', ['update', '-qq'], { echo: false });
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    const install = ['install', '-y', '-qq', '--no-install-recommends', 'fonts-noto-cjk'];
    const shell = await run('apt-get', [...install, 'chromium-headless-shell'], { echo: false, env });
    if (shell.code !== 0 && found === undefined) await run('apt-get', [...install, 'chromium'], { echo: false, env });
  }
  return findBrowser();
}
