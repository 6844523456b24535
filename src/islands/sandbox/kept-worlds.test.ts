import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { deleteDatabase } from '../progress-store/database.ts';
import { forgetWorld, keepWorld, keptWorlds } from './kept-worlds.ts';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

describe('worlds that are kept on the device', () => {
  it('come back, the newest first, and one of the same name replaces the other', async () => {
    await keepWorld({ name: 'shop', atMs: 1, draft: { model: 'ecs' } });
    await keepWorld({ name: 'quiz', atMs: 2, draft: 2 });
    await keepWorld({ name: 'shop', atMs: 3, draft: 3 });
    expect(await keptWorlds()).toEqual([
      { name: 'shop', atMs: 3, draft: 3 },
      { name: 'quiz', atMs: 2, draft: 2 },
    ]);
    await forgetWorld('shop');
    expect((await keptWorlds()).map(({ name }) => name)).toEqual(['quiz']);
  });

  it('go with everything else when the learner deletes all data', async () => {
    await keepWorld({ name: 'shop', atMs: 1, draft: 1 });
    await deleteDatabase();
    expect(await keptWorlds()).toEqual([]);
  });

  it('are none where the device has no storage, and keeping one says so', async () => {
    globalThis.indexedDB = undefined as unknown as IDBFactory;
    expect(await keptWorlds()).toEqual([]);
    await expect(keepWorld({ name: 'shop', atMs: 1, draft: 1 })).rejects.toThrow();
  });
});
