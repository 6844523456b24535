import type { BrowserContext } from '@playwright/test';

/** Everything a browser complains about, and every request that leaves the site, as it happens. */
export async function complaintsOf(context: BrowserContext, home: string): Promise<string[]> {
  const complaints: string[] = [];
  await context.exposeBinding('complain', ({ page }, what: string) => void complaints.push(`${page.url()}: ${what}`));
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => {
      const { complain } = window as unknown as { complain: (what: string) => void };
      complain(`${event.effectiveDirective} refuses ${event.blockedURI} ${event.sample}`);
    });
  });
  context.on('console', (message) => {
    // The address that is not there is asked for on purpose; the browser reports its own document.
    const asked = message.location().url.endsWith('/no-such-page/') && message.text().includes('404');
    if (message.type() === 'error' && !asked) complaints.push(`${message.page()?.url()}: ${message.text()}`);
  });
  context.on('weberror', (error) => complaints.push(`${error.page()?.url()}: ${error.error().message}`));
  context.on('request', (request) => {
    const url = new URL(request.url());
    const inside = ['data:', 'blob:'].includes(url.protocol);
    if (!inside && url.origin !== home) complaints.push(`a request to ${url.href}`);
  });
  return complaints;
}
