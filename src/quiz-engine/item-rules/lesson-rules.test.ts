import { describe, expect, it } from 'vitest';
import { LESSON_RULES } from './all-rules.ts';
import { checkItem } from './check-items.ts';
import { itemOf } from './item.ts';
import { ownWords } from './own-words.ts';
import { question } from './question.fixture.ts';

const LESSON = {
  en: 'The scheduler counts the tasks of each zone and takes the zone with the fewest of them, **always** in this order.',
  ko: '스케줄러는 영역마다 태스크를 세고 그중 가장 적은 영역을 골라서 새 태스크를 차례로 시작해요.',
};
const stem = (en: string, ko: string) => question({ stem: { en, ko } });

describe('C3: a question is a new situation in its own words', () => {
  it.each([
    ['other words', question(), []],
    ['a stem too short to compare', stem('The zone with the fewest?', '가장 적은 영역은?'), []],
    [
      'the sentence of the lesson, in other marks and capitals',
      stem(
        'the scheduler counts the tasks of each zone and takes *the zone* with the fewest of them. Which?',
        '스케줄러는 영역마다 태스크를 세고, 그중 가장 적은 영역을 골라서 새 태스크를 시작해요. 무엇인가요?',
      ),
      ['stem.en', 'stem.ko'],
    ],
    [
      'a few of its words in a longer story',
      stem(
        `The scheduler counts the tasks of each zone first. ${'Six new tasks of a shop start in two zones on a Monday. '.repeat(2)}Where?`,
        '어디인가요?',
      ),
      [],
    ],
  ])('%s', (_, asked, faults) => {
    expect(ownWords.check(itemOf(asked), LESSON).map((fault) => fault.path.join('.'))).toEqual(faults);
  });

  it('is reported with the question, unless the question is excepted from it', () => {
    const copied = stem(LESSON.en.replace('.', '?'), '무엇인가요?');
    const found = checkItem(copied, () => LESSON).filter(({ rule }) => rule === 'C3');
    expect(found).toMatchObject([
      {
        path: ['stem', 'en'],
        level: 'error',
        message: '100 % of this stem stands in the lesson word for word; ask about another situation, in other words',
      },
    ]);
    const exceptions = [{ rule: 'C3', reason: 'the sentence is what is asked about' }];
    expect(checkItem({ ...copied, exceptions }, () => LESSON).filter(({ rule }) => rule === 'C3')).toEqual([]);
  });

  it('is not asked where the lesson cannot be read, and an exception then stays', () => {
    const exceptions = [{ rule: 'C3', reason: 'the sentence is what is asked about' }];
    expect(checkItem(question({ exceptions }))).toEqual([]);
    expect(checkItem(question({ exceptions }), () => LESSON).map(({ message }) => message)).toEqual([
      'rule C3 finds nothing here; remove the exception',
    ]);
  });

  it('is the only rule that needs a lesson', () => {
    expect(LESSON_RULES).toEqual([ownWords]);
  });
});
