import { describe, expect, it } from 'vitest';
import { readQuestions } from '../quiz-engine/question-schema.ts';
import { loadYaml } from './load-yaml.ts';
import { versionOf } from './question-version.ts';
import { SOUND } from './small-library.fixture.ts';

const TEXT = SOUND['src/content/questions/spreading.yaml'];
const versionWith = (wrote: string, instead: string): string => {
  const { questions } = readQuestions(loadYaml(TEXT.replace(wrote, instead), 'q.yaml').value);
  const [first] = questions;
  if (first === undefined) throw new Error(`no question with ${instead}`);
  return versionOf(first.question);
};

describe('the version of a question', () => {
  const sources = '  sources: [ecs-placement]';

  it('is another once it is reworded, so that answers to the old words are known as such', () => {
    expect(versionWith('keeps the zones even', 'keeps both zones even')).not.toBe(versionWith('', ''));
  });

  it('is the same when its explanation gets a run to look at, or its difficulty is fitted again', () => {
    expect(versionWith(sources, `  run: { scenario: placement/even }\n${sources}`)).toBe(versionWith('', ''));
    expect(versionWith(sources, `${sources}\n  difficulty: 0.4`)).toBe(versionWith('', ''));
  });
});
