import type { GradingKey } from '../grade.ts';
import type { AskedItem, AskedQuestion, Drawn, QuestionKey } from './asked-question.ts';
import { shownOrder } from './shown-order.ts';

/** A question as it is asked with one seed, and the key that goes with it. */
export type Asking = { asked: AskedQuestion; key: QuestionKey };

/**
 * The question of one asking: values drawn, choices and steps in their order. The same seed gives the same asking on
 * every device. Seeds that follow each other give every drawing once before one comes again.
 */
export function askWith(asked: AskedQuestion, key: QuestionKey, seed: number): Asking {
  const drawn = drawWith(asked, key, seed);
  return { asked: shownOrder(drawn.asked, seed), key: drawn.key };
}

/**
 * Which drawing of its scenario a question is asked in: another with each seed where its run is made and told on the spot
 * (`tells`), the values as written where many are asked the same and judged later.
 */
export function drawOf(asked: AskedQuestion, seed: number, tells: boolean): number {
  return tells && asked.kind === 'scenario' && asked.drawings !== undefined ? seed % asked.drawings : 0;
}

function drawWith(asked: AskedQuestion, key: QuestionKey, seed: number): Asking {
  if (asked.kind === 'case') {
    const parts = asked.parts.map((part) => drawWith(part, key.parts?.[part.id] ?? key, seed));
    return {
      asked: { ...asked, parts: parts.map((part) => part.asked) } as AskedQuestion,
      key: { ...key, ...caseKey(parts) },
    };
  }
  const drawing = key.drawn?.drawings[seed % key.drawn.drawings.length];
  if (key.drawn === undefined || drawing === undefined) return { asked, key };
  return fillDrawing(asked, key, key.drawn, drawing);
}

function caseKey(parts: Asking[]): Pick<QuestionKey, 'grading' | 'parts'> {
  const gradings = parts.flatMap(({ asked, key }) => (key.grading ? [[asked.id, key.grading] as const] : []));
  return {
    grading: { kind: 'case', parts: Object.fromEntries(gradings) as Record<string, GradingKey> },
    parts: Object.fromEntries(parts.map(({ asked, key }) => [asked.id, key])),
  };
}

function fillDrawing(
  asked: AskedQuestion,
  key: QuestionKey,
  drawn: Drawn,
  { values, key: value, usual }: Drawn['drawings'][number],
): Asking {
  const fill = (html: string) => fillHtml(html, values);
  const texts = {
    stemHtml: fill(drawn.stemHtml),
    ...(drawn.hintsHtml ? { hintsHtml: drawn.hintsHtml.map(fill) } : {}),
  };
  const wrong = usual.map((number, i) => ({ value: number, whyHtml: fill(drawn.usualWhyHtml[i] ?? '') }));
  if (asked.kind !== 'single') {
    const grading: GradingKey = { kind: 'number', value, tolerance: drawn.tolerance };
    const filled: QuestionKey = { ...key, grading, whyHtml: { value: fill(drawn.whyHtml) }, usual: wrong };
    return { asked: { ...asked, ...texts }, key: filled };
  }
  const reasons = [[numberId(value), fill(drawn.whyHtml)], ...wrong.map((one) => [numberId(one.value), one.whyHtml])];
  const choices = choicesOf([value, ...usual], drawn.unitHtml);
  return {
    asked: { ...asked, ...texts, choices },
    key: {
      ...key,
      grading: {
        kind: 'single',
        choices: choices.map(({ id }) => ({ id, ...(id === numberId(value) ? { correct: true } : {}) })),
      },
      whyHtml: Object.fromEntries(reasons) as Record<string, string>,
    },
  };
}

/** Numbers stand from the least to the greatest, which says nothing about the right one and is quick to read. */
function choicesOf(numbers: readonly number[], unit?: string): AskedItem[] {
  return numbers
    .toSorted((a, b) => a - b)
    .map((number) => ({ id: numberId(number), html: unit === undefined ? String(number) : `${number} ${unit}` }));
}

/** A choice of a drawn question is named by its number, so that a response says what was chosen. */
function numberId(value: number): string {
  return String(value);
}

/** `{name}` becomes the drawn value. */
function fillHtml(html: string, values: Readonly<Record<string, number>>): string {
  return html.replace(/\{([a-z][a-zA-Z0-9]*)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : whole,
  );
}
