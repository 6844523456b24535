import { LANGUAGES, type Language } from '../../i18n/text.ts';
import type { ItemFault, ItemRule } from './item-rule.ts';
import { choiceWordings } from './wording.ts';

export const sameGrammar: ItemRule = {
  id: 'O6',
  level: 'warning',
  name: 'Choices are of one kind and one grammatical form',
  check: (item) =>
    LANGUAGES.flatMap((language): ItemFault[] => {
      const forms = choiceWordings(item, language).map((text) => formOf(text, language));
      const usual = mostFrequent(forms);
      const odd = forms.findIndex((each) => each !== usual);
      if (odd === -1 || usual === undefined) return [];
      const message = `this choice is ${SAYS[forms[odd] ?? 'phrase']}, most are ${SAYS[usual]}; give all one form`;
      return [{ path: ['choices', odd, 'text', language], message }];
    }),
};

type Form = 'number' | 'gerund' | 'infinitive' | 'sentence' | 'nominal' | 'phrase';

const SAYS: Record<Form, string> = {
  number: 'a number',
  gerund: 'a form in -ing',
  infinitive: 'an infinitive with "to"',
  sentence: 'a whole sentence',
  nominal: 'a verb in -기',
  phrase: 'a phrase',
};

/** Nouns that end as verbs made nouns do: breaker, period, size, stage. */
const NOUN_IN_GI = /(?:차단|감지|탐지|계산|처리|변환|주|시|크|초|분|대|동)기$/;
/** Words in -ing that are no verbs, and adjectives made of verbs. */
const NO_GERUND =
  /^(?:(?:no|some|any|every)?thing|during|string|spring|ring|existing|remaining|pending|rolling|running|missing|scaling)\b/i;

function formOf(text: string, language: Language): Form {
  const plain = text.trim();
  if (/^[\d\s.,:/%×–-]+(?:\p{L}{1,4})?$/u.test(plain)) return 'number';
  if (language === 'ko') {
    if (/(?:요|다|죠|까)[.?!]?$/.test(plain) && /\s/.test(plain)) return 'sentence';
    return /\s\S*[가-힣]기$/.test(plain) && !NOUN_IN_GI.test(plain) ? 'nominal' : 'phrase';
  }
  if (/[.?!]$/.test(plain)) return 'sentence';
  if (/^to [a-z]/i.test(plain)) return 'infinitive';
  return /^[a-z]{2,}ing\b/i.test(plain) && !NO_GERUND.test(plain) ? 'gerund' : 'phrase';
}

function mostFrequent(forms: readonly Form[]): Form | undefined {
  return forms.toSorted((a, b) => count(forms, b) - count(forms, a))[0];
}

function count(forms: readonly Form[], one: Form): number {
  return forms.filter((each) => each === one).length;
}
