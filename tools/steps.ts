import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/** What a command printed and how it ended. */
export type Finished = { code: number; output: string };

/** The script behind a package's command, so that no shell and no `.bin` link is needed. */
export function packageScript(name: string, command = name.split('/').at(-1) ?? name): string {
  const file = join(ROOT, 'node_modules', name, 'package.json');
  const { bin } = JSON.parse(readFileSync(file, 'utf8')) as { bin: string | Record<string, string> };
  const script = typeof bin === 'string' ? bin : bin[command];
  if (script === undefined) throw new Error(`${name} has no command ${command}`);
  return join(dirname(file), script);
}

/** Runs a script on this Node in the project's folder; `echo` passes its output through as it comes. */
export function runNode(
  args: readonly string[],
  options: { echo: boolean; env?: NodeJS.ProcessEnv },
): Promise<Finished> {
  return run(process.execPath, args, options);
}

export function run(
  command: string,
  args: readonly string[],
  options: { echo: boolean; env?: NodeJS.ProcessEnv },
): Promise<Finished> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      env: { ...process.env, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const take = (stream: NodeJS.WriteStream) => (chunk: Buffer) => {
      output += chunk.toString();
      if (options.echo) stream.write(chunk);
    };
    child.stdout.on('data', take(process.stdout));
    child.stderr.on('data', take(process.stderr));
    child.on('error', (error) => resolve({ code: 1, output: `${output}${error.message}\n` }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
