import { spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { sayListenError } from './main.ts';

const error = (code: string) => Object.assign(new Error(code), { code });

describe('starting the server', () => {
  it.each([
    ['EADDRINUSE', 'Port 80 is in use; stop the other program, or choose another port: PORT=4322 npm start'],
    ['EACCES', 'This account may not listen on port 80; choose one above 1023: PORT=4321 npm start'],
    [
      'EADDRNOTAVAIL',
      'HOST is "here", which is no address of this machine; leave it out, or use 0.0.0.0 for every address.',
    ],
  ])('says %s in one sentence', (code, sentence) => {
    expect(sayListenError(error(code), 80, 'here')).toBe(sentence);
  });

  it('ends with 1 and one line when PORT is not a port', () => {
    const { status, stderr } = serveWith({ PORT: 'eighty' });
    expect(status).toBe(1);
    expect(stderr.trim()).toBe('PORT is "eighty"; write a whole number from 1 to 65535.');
  });

  it('ends with 1 and one line when the port is taken', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const address = other.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const { status, stderr } = serveWith({ PORT: String(port) });
    other.close();
    expect(status).toBe(1);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});

function serveWith(env: Record<string, string>) {
  return spawnSync(process.execPath, ['tools/serve.ts'], {
    env: { ...process.env, ...env },
    encoding: 'utf8',
    timeout: 20_000,
  });
}
