import { CompletionContext } from '@codemirror/autocomplete';
import { json } from '@codemirror/lang-json';
import { EditorState } from '@codemirror/state';
import { describe, expect, it } from 'vitest';
import { controlsOf } from './controls-model.ts';
import { completeJson } from './json-completion.ts';
import { halfTheFleet, MIN } from './scenario.fixture.ts';

const STRATEGY = '/services/0/placementStrategy';
const controls = controlsOf(halfTheFleet.world as never, [
  { path: MIN, label: { en: 'least', ko: '최소' }, min: 0, max: 100 },
  { path: STRATEGY, label: { en: 'strategy', ko: '전략' } },
]);
const asked: string[] = [];
const offering = () => ({
  controls,
  lang: 'en' as const,
  fieldsAt: async (pointer: string) => {
    asked.push(pointer);
    return pointer === `${STRATEGY}/1` ? { fields: ['type', 'field'], values: [] } : { fields: [], values: ['spread'] };
  },
});

/** What is offered where `|` stands, and the text after the first offer is taken. */
async function at(written: string): Promise<{ offers: string[]; taken: string } | null> {
  const pos = written.indexOf('|');
  const doc = written.replace('|', '');
  const state = EditorState.create({ doc, extensions: [json()] });
  const result = await completeJson(offering)(new CompletionContext(state, pos, true));
  const first = result?.options[0];
  if (!result || !first) return null;
  return {
    offers: result.options.map(({ label }) => label),
    taken: doc.slice(0, result.from) + String(first.apply) + doc.slice(result.to),
  };
}

describe('completion in the JSON of an answer', () => {
  it('offers paths where a key begins, in the middle of one, and after a comma', async () => {
    const paths = [JSON.stringify(MIN), JSON.stringify(STRATEGY)];
    for (const written of ['{|}', '{ "/ser|" }', '{ "|": 5 }', `{ "x": 1, | }`, '{ /serv| }'])
      expect((await at(written))?.offers, written).toEqual(paths);
    expect((await at('{ "/ser|" }'))?.taken).toBe(`{ "${MIN}":  }`);
    expect((await at('{ "|": 5 }'))?.taken).toBe(`{ "${MIN}": 5 }`);
  });

  it('offers the value that stands there where a value begins', async () => {
    expect(await at(`{ "${MIN}": | }`)).toEqual({ offers: ['90', '"spread"'], taken: `{ "${MIN}": 90 }` });
  });

  it('asks for the fields and values of the very item of a list that is being written', async () => {
    expect((await at(`{ "${STRATEGY}": [ { "type": "random" }, { "| } ] }`))?.offers).toEqual(['"type"', '"field"']);
    asked.length = 0;
    expect((await at(`{ "${STRATEGY}": [ { "type": "sp|" } ] }`))?.offers).toEqual(['"spread"']);
    expect(asked).toEqual([`${STRATEGY}/0/type`]);
  });

  it('offers nothing where nothing may be written', async () => {
    expect(await at(`{ "${MIN}": 90 } |`)).toBeNull();
    expect(await at('|')).toBeNull();
  });
});
