import type { StoredAttempt } from '../attempt.ts';
import { mergeLogs } from '../log-file.ts';

/**
 * Who is one learner. A file is a learner, without a name; files that share an attempt are exports of the same log, from two
 * devices or two days, and count as one. Every attempt has a key of its own, so strangers never share one.
 */
export function learnersOf(files: readonly (readonly StoredAttempt[])[]): StoredAttempt[][] {
  const parent = files.map((_, index) => index);
  const rootOf = (index: number): number => {
    let root = index;
    while (parent[root] !== root) root = parent[root] as number;
    parent[index] = root;
    return root;
  };
  const owner = new Map<string, number>();
  for (const [index, attempts] of files.entries()) {
    for (const { key } of attempts) {
      const first = owner.get(key);
      if (first === undefined) owner.set(key, index);
      else parent[Math.max(rootOf(first), rootOf(index))] = Math.min(rootOf(first), rootOf(index));
    }
  }
  const learners = new Map<number, StoredAttempt[]>();
  for (const [index, attempts] of files.entries()) {
    const root = rootOf(index);
    const known = learners.get(root);
    learners.set(root, known === undefined ? [...attempts] : mergeLogs(known, attempts));
  }
  return [...learners.values()];
}
