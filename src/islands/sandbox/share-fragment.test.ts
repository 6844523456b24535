import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { halfTheFleet } from '../lab/scenario.fixture.ts';
import { MOST_CHARACTERS, readShare, writeShare } from './share-fragment.ts';

/** JSON values as a link may hold them. */
const json = fc
  .jsonValue({ maxDepth: 4 })
  .filter((value) => JSON.stringify(value) === JSON.stringify(JSON.parse(JSON.stringify(value))));

async function written(value: unknown): Promise<string> {
  const fragment = await writeShare(value);
  if (fragment === undefined) throw new Error('too large for a link');
  return fragment;
}

describe('a shared world', () => {
  it('comes back from its fragment as it was, whatever it holds', async () => {
    await fc.assert(
      fc.asyncProperty(json, async (value) => {
        const fragment = await written(value);
        expect(fragment).toMatch(/^s1;[zp][\w-]*$/);
        expect(await readShare(`#${fragment}`)).toEqual({ kind: 'value', value: JSON.parse(JSON.stringify(value)) });
      }),
    );
  });

  it('is short: a scenario with Korean in less than its JSON', async () => {
    expect((await written(halfTheFleet)).length).toBeLessThan(JSON.stringify(halfTheFleet).length * 0.7);
  });

  it('that was written with version 1 is read for ever', async () => {
    const plain = 's1;peyJtb2RlbCI6ImVjcyIsInRpdGxlIjoi7JW865OcIn0';
    const deflated = 's1;zq1bKzU9JzVGyUkpNLlbSUSrJLMlJVbJSejN1z-vJc5RqAQ';
    const value = { model: 'ecs', title: '야드' };
    expect(await readShare(plain)).toEqual({ kind: 'value', value });
    expect(await readShare(deflated)).toEqual({ kind: 'value', value });
  });

  describe('where the browser cannot compress', () => {
    afterEach(() => vi.unstubAllGlobals());
    it('travels as it is', async () => {
      vi.stubGlobal('CompressionStream', undefined);
      const fragment = await written(halfTheFleet);
      expect(fragment).toMatch(/^s1;p/);
      expect(await readShare(fragment)).toEqual({ kind: 'value', value: halfTheFleet });
    });
  });

  it('that is too large for a link gets none', async () => {
    const noise = Array.from({ length: 60_000 }, (_, i) => Math.sin(i));
    expect(await writeShare(noise)).toBeUndefined();
  });
});

describe('a fragment that is none', () => {
  it.each([
    ['', 'none'],
    ['#', 'none'],
    ['#main', 'foreign'],
    ["#v1;'/services/0/desiredCount':4", 'foreign'],
    ['#s1;', 'corrupt'],
    ['#s1;z', 'corrupt'],
    ['#s1;q1bKzU9J', 'corrupt'],
    ['#s1;p!!!', 'corrupt'],
    ['#s0;pe30', 'corrupt'],
    ['#s2;pe30', 'newer'],
    [`#s1;p${'e'.repeat(MOST_CHARACTERS)}`, 'huge'],
  ])('%.40s is %s', async (hash, kind) => {
    expect(await readShare(hash)).toMatchObject({ kind });
  });

  it('that deflates a few letters to more than any world holds is refused before it is unpacked', async () => {
    const stream = new Blob(['"', 'a'.repeat(30_000_000), '"'])
      .stream()
      .pipeThrough(new CompressionStream('deflate-raw'));
    const bomb = Buffer.from(await new Response(stream).arrayBuffer()).toString('base64url');
    expect(bomb.length).toBeLessThan(MOST_CHARACTERS);
    expect(await readShare(`#s1;z${bomb}`)).toEqual({ kind: 'huge' });
  });

  it('is told as one, and never thrown', async () => {
    const whole = await written(halfTheFleet);
    const changed = fc
      .tuple(fc.nat(whole.length - 1), fc.constantFrom(...'aZ0-_%#é'))
      .map(([at, letter]) => whole.slice(0, at) + letter + whole.slice(at + 1));
    const cut = fc.nat(whole.length - 1).map((at) => whole.slice(0, at));
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          changed,
          cut,
          fc.string(),
          fc.string().map((text) => `s1;z${text}`),
        ),
        async (hash) => {
          const read = await readShare(hash);
          expect(['none', 'value', 'corrupt', 'huge', 'newer', 'foreign']).toContain(read.kind);
        },
      ),
    );
  });
});
