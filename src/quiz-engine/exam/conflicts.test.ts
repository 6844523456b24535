import { describe, expect, it } from 'vitest';
import type { Text } from '../../i18n/text.ts';
import type { ChoiceQuestion, Question } from '../question-schema.ts';
import { conflictsOf } from './conflicts.ts';

const same = (text: string): Text => ({ en: text, ko: text });
const question = (id: string, stem: Text, key: Text, apart?: string[]): Question =>
  ({
    id,
    kind: 'single',
    stem,
    choices: [
      { id: 'a', correct: true, text: key, why: same('') },
      { id: 'b', text: same('Something else entirely, told at length'), why: same('') },
    ],
    ...(apart ? { apart } : {}),
  }) as unknown as ChoiceQuestion;
const pairs = (bank: Question[]) => [...conflictsOf(bank)].flatMap(([id, others]) => others.map((to) => `${id} ${to}`));

describe('questions that give each other away', () => {
  it('are found where a right choice stands in another stem, whatever its marks and capitals', () => {
    const told = question('told', same('A team gave the task **execution role** access. What next?'), same('Nothing'));
    const asked = question('asked', same('Which one?'), same('The task `execution role`.'));
    expect(pairs([told, asked])).toEqual(['told asked', 'asked told']);
  });

  it('are found in one language alone', () => {
    const told = question('told', { en: 'Something.', ko: '태스크 실행 역할을 고쳤어요.' }, same('No'));
    const asked = question('asked', same('Which?'), { en: 'The execution role of it', ko: '태스크 실행 역할' });
    expect(pairs([told, asked])).toHaveLength(2);
  });

  it('are not those that share a short word, a wrong choice or half a word', () => {
    const stem = same('Something else entirely, told at length, with 100 percent of tasks.');
    const bank = [
      question('stem', stem, same('No')),
      question('short', same('How many?'), { en: '100 percent', ko: '100 퍼센트' }),
      question('half', same('How?'), same('cent of tasks')),
    ];
    expect(pairs(bank)).toEqual([]);
  });

  it('are those that an author keeps apart, both ways, and none that does not exist', () => {
    const bank = [question('a', same('A?'), same('1'), ['b', 'gone']), question('b', same('B?'), same('2'))];
    expect(pairs(bank)).toEqual(['a b', 'b a']);
  });

  it('are found in the parts of a case', () => {
    const part = question('part', same('Which one?'), same('The task execution role'));
    const story = { ...part, id: 'story', kind: 'case', parts: [part], stem: same('A story.') } as unknown as Question;
    const told = question('told', same('Given the task execution role, what next?'), same('Nothing'));
    expect(pairs([story, told])).toEqual(['story told', 'told story']);
  });
});
