// npm run dev: the site with hot reload of lessons, questions and scenarios.
import { spawn } from 'node:child_process';
import { packageScript, ROOT } from './steps.ts';

const port = process.env.PORT ?? '4321';
const child = spawn(
  process.execPath,
  [packageScript('astro'), 'dev', '--port', port, '--host', process.env.HOST ?? '127.0.0.1'],
  {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
  },
);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
child.on('exit', (code) => {
  process.exitCode = code ?? 1;
});
