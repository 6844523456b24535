import { browserWorld } from './browser-world.ts';
import { ask } from './live-request.ts';
import { readCode } from './room-code.ts';

/** The page that leads into a room: takes the code, and says so where there is no server for rooms. */
export async function watchLanding(page: Document): Promise<void> {
  const form = page.querySelector<HTMLFormElement>('[data-live-join]');
  const field = form?.querySelector('input');
  const fault = form?.querySelector('[data-fault]');
  form?.addEventListener('submit', (event) => {
    event.preventDefault();
    const code = readCode(field?.value ?? '');
    if (code !== undefined) location.assign(`${form.action}#${code}`);
    else if (fault) fault.textContent = form.dataset.bad ?? '';
    field?.setAttribute('aria-invalid', String(code === undefined));
  });
  const lang = page.documentElement.lang === 'ko' ? 'ko' : 'en';
  const reply = await ask<{ live?: boolean } | undefined>(browserWorld, '', { lang, method: 'GET' });
  const isHere = reply.kind === 'ok' && reply.body?.live === true;
  for (const part of page.querySelectorAll<HTMLElement>('[data-live-missing]')) part.hidden = isHere;
}
