import { presentMessages } from '../../i18n/present-messages.ts';
import type { Language } from '../../i18n/text.ts';
import type { AskedPlain, QuestionKey } from '../../quiz-engine/asked/asked-question.ts';
import type { Asking } from '../../quiz-engine/asked/drawing.ts';
import { RunOfQuestion } from '../quiz/RunOfQuestion.tsx';
import { letterOf, partAt, Task } from './PaperQuestion.tsx';
import type { OnPaper } from './PaperRoom.tsx';

type Props = { langs: readonly Language[]; question: OnPaper };
type Plain = { lang: Language; asked: AskedPlain; key: QuestionKey };

/** The key of a question with a reason for everything that has one. */
export function PaperKey({ langs, question }: Props) {
  const askings = langs.flatMap((lang) => (question[lang] ? [{ lang, ...question[lang] }] : []));
  const first = askings[0];
  if (first === undefined) return null;
  if (first.asked.kind !== 'case') return <li class="paper-question">{<OneKey askings={askings as Plain[]} />}</li>;
  return (
    <li class="paper-question">
      <ol class="paper-parts">
        {first.asked.parts.map((part, i) => (
          <li key={part.id}>
            <OneKey askings={askings.map((asking) => partOf(asking, i))} />
          </li>
        ))}
      </ol>
    </li>
  );
}

function partOf({ lang, asked, key }: Asking & { lang: Language }, place: number): Plain {
  const part = partAt(asked, place) as AskedPlain;
  return { lang, asked: part, key: key.parts?.[part.id] ?? key };
}

function OneKey({ askings }: { askings: Plain[] }) {
  const [first] = askings;
  if (first === undefined) return null;
  const { asked, key } = first;
  const words = presentMessages[first.lang];
  const { short, reasons } = keyOf(asked, key);
  return (
    <>
      {short !== '' && (
        <p>
          {words.answerIs} <b class="num">{short}</b>
        </p>
      )}
      {asked.kind === 'scenario' && <Task langs={askings.map(({ lang }) => lang)} id={asked.scenario} isKey />}
      <dl class="paper-reasons">
        {reasons.map(({ id, label, right }) => (
          <div key={id}>
            <dt class={right ? 'is-right' : ''}>{label}</dt>
            {askings.map((each) => (
              <dd key={each.lang} lang={each.lang} dangerouslySetInnerHTML={{ __html: each.key.whyHtml[id] ?? '' }} />
            ))}
          </div>
        ))}
      </dl>
      <RunOfQuestion lang={first.lang} run={key.run} isPrinted />
    </>
  );
}

type Reason = { id: string; label: string; right: boolean };

/** The answer in as few letters as it takes, and what has a reason. */
function keyOf(asked: AskedPlain, { grading, whyHtml }: QuestionKey): { short: string; reasons: Reason[] } {
  const lists = { single: 'choices', multiple: 'choices', order: 'steps', match: 'left' } as const;
  if (asked.kind === 'number') {
    const value = grading?.kind === 'number' ? String(grading.value) : '';
    return { short: value, reasons: whyHtml.value ? [{ id: 'value', label: value, right: true }] : [] };
  }
  if (asked.kind === 'scenario') return { short: '', reasons: [] };
  const items = (asked as unknown as Record<string, readonly { id: string }[]>)[lists[asked.kind]] ?? [];
  const place = (id: string) => letterOf(items.findIndex((item) => item.id === id));
  const reasons = (label: (id: string) => string, isRight: (id: string) => boolean) =>
    items.filter(({ id }) => whyHtml[id]).map(({ id }) => ({ id, label: label(id), right: isRight(id) }));
  if (grading?.kind === 'order') {
    const short = grading.steps.map(place).join(' → ');
    return {
      short,
      reasons: reasons(
        (id) => `${place(id)} ${grading.steps.indexOf(id) + 1}.`,
        () => false,
      ),
    };
  }
  if (grading?.kind === 'match' && asked.kind === 'match') {
    const letter = (id: string) => letterOf(asked.right.findIndex((each) => each.id === grading.pairs[id]));
    const short = asked.left.map(({ id }, i) => `${i + 1} ${letter(id)}`).join(', ');
    return {
      short,
      reasons: reasons(
        (id) => `${items.findIndex((item) => item.id === id) + 1} ${letter(id)}`,
        () => false,
      ),
    };
  }
  const right =
    grading?.kind === 'single' || grading?.kind === 'multiple'
      ? grading.choices.filter(({ correct }) => correct).map(({ id }) => id)
      : [];
  return {
    short: right.map(place).toSorted().join(', '),
    reasons: reasons(place, (id) => right.includes(id)),
  };
}
