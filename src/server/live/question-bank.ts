import { LANGUAGES, type Language } from '../../i18n/text.ts';
import type { BankLine, NewRoom } from '../../live/commands.ts';
import type { LiveQuestion } from '../../live/live-question.ts';
import type { AskedQuestion, QuestionKey, QuestionSet } from '../../quiz-engine/asked/asked-question.ts';
import { type Asking, askWith } from '../../quiz-engine/asked/drawing.ts';
import type { Bank } from '../../quiz-engine/exam/bank.ts';
import { randomFrom, shuffle } from '../../random/random.ts';
import type { ReadData } from './question-source.ts';

/** A question of the built site in both languages, as pages show it, with its key. */
type Banked = {
  id: string;
  set: string;
  isPublic: boolean;
  text: Record<Language, Asking>;
  /** Questions of which one gives the other away. */
  apart: readonly string[];
};

export type QuestionBank = ReadonlyMap<string, Banked>;

/** Everything a room can be asked: the questions of the site, and those that the site never shows. */
export async function readQuestionBank(read: ReadData): Promise<QuestionBank> {
  const bank = (await read('bank.json')) as Bank | undefined;
  const apart = new Map(bank?.questions.map((line) => [line.id, line.apart]));
  const sets = [...new Set(bank?.questions.map(({ set }) => set))];
  const live = ((await read('live/sets.json')) as string[] | undefined) ?? [];
  const found: Banked[] = [];
  for (const set of sets) found.push(...(await readSet(read, '', set)));
  for (const set of live) found.push(...(await readSet(read, 'live/', set)));
  return new Map(found.map((one) => [one.id, { ...one, apart: apart.get(one.id) ?? [] }]));
}

async function readSet(read: ReadData, folder: 'live/' | '', set: string): Promise<Banked[]> {
  const path = (lang: Language) => (folder === '' ? `${lang}/questions/${set}.json` : `live/${lang}/${set}.json`);
  const [en, ko] = (await Promise.all(LANGUAGES.map((lang) => read(path(lang))))) as (QuestionSet | undefined)[];
  if (en === undefined || ko === undefined) return [];
  return Object.keys(en.asked).flatMap((id) => {
    const texts = { en: askingOf(en, id), ko: askingOf(ko, id) };
    if (texts.en === undefined || texts.ko === undefined) return [];
    return [{ id, set, isPublic: folder === '', text: { en: texts.en, ko: texts.ko }, apart: [] }];
  });
}

function askingOf({ asked, questions }: QuestionSet, id: string): Asking | undefined {
  const [question, key] = [asked[id], questions[id]];
  return question === undefined || key === undefined ? undefined : { asked: question, key };
}

/** What a host chooses from, without keys. */
export function bankLines(bank: QuestionBank): BankLine[] {
  return [...bank.values()].map(({ id, set, isPublic, text }) => ({
    id,
    set,
    kind: text.en.asked.kind,
    topic: { en: text.en.key.lessonTitle, ko: text.ko.key.lessonTitle },
    stem: { en: plainText(text.en.asked.stemHtml), ko: plainText(text.ko.asked.stemHtml) },
    isPublic,
  }));
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#34': '"', nbsp: ' ' };

/** HTML of our own Markdown as one line of text. */
export function plainText(html: string): string {
  return html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(#?\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole)
    .replace(/\s+/g, ' ')
    .replace(/ ([.,;:!?)])/g, '$1')
    .trim();
}

/**
 * The questions a host wished for: by id in that order, or so many of some topics (question files; of all when none is named),
 * never two of which one gives the other away. Undefined with the first id that is not in the bank.
 */
export function chooseQuestions(
  bank: QuestionBank,
  wish: NewRoom['questions'],
  seed: number,
): { ids: string[] } | { unknown: string } {
  if ('ids' in wish) {
    const ids = [...new Set(wish.ids)];
    const unknown = ids.find((id) => !bank.has(id));
    return unknown === undefined ? { ids } : { unknown };
  }
  const fitting = [...bank.values()].filter(
    ({ set, text }) =>
      (wish.topics.length === 0 || wish.topics.includes(set)) &&
      (wish.kinds === undefined || wish.kinds.length === 0 || wish.kinds.includes(text.en.asked.kind)),
  );
  const chosen: Banked[] = [];
  for (const one of shuffle(fitting, randomFrom('room', seed))) {
    if (chosen.length >= wish.count) break;
    if (!chosen.some(({ id, apart }) => apart.includes(one.id) || one.apart.includes(id))) chosen.push(one);
  }
  return { ids: chosen.map(({ id }) => id) };
}

/** Questions as one room asks them: drawn and ordered once, for both languages the same. */
export function freezeQuestions(bank: QuestionBank, ids: readonly string[], seed: number): LiveQuestion[] {
  return ids.flatMap((id) => {
    const found = bank.get(id);
    if (found === undefined) return [];
    const frozen = (lang: Language): Asking => {
      const { asked, key } = askWith(found.text[lang].asked, found.text[lang].key, seed);
      return { asked: withoutHints(asked), key: withoutDrawings(key) };
    };
    return [{ id, set: found.set, isPublic: found.isPublic, text: { en: frozen('en'), ko: frozen('ko') } }];
  });
}

/** In a class the host gives hints. */
function withoutHints(asked: AskedQuestion): AskedQuestion {
  const { hintsHtml: _, ...rest } = asked;
  if (rest.kind !== 'case') return rest as AskedQuestion;
  return { ...rest, parts: rest.parts.map((part) => withoutHints(part)) } as AskedQuestion;
}

/** All the other drawings of a question are no business of a room that drew one. */
function withoutDrawings(key: QuestionKey): QuestionKey {
  const { drawn: _, parts, ...rest } = key;
  if (parts === undefined) return rest;
  return { ...rest, parts: Object.fromEntries(Object.entries(parts).map(([id, part]) => [id, withoutDrawings(part)])) };
}
