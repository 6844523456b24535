import { checkDraws } from '../../simulator/scenario/draws-schema.ts';
import { readExpression } from '../../simulator/scenario/expression.ts';
import type { Fault } from '../../simulator/scenario/fault.ts';
import { readScenario } from '../../simulator/scenario/scenario-schema.ts';
import type { NumberQuestion } from './number-schema.ts';

/** Arithmetic names what is drawn, texts name it too, and an inline world can be read. */
export function checkNumber(question: NumberQuestion): Fault[] {
  const names = Object.keys(question.draws ?? {});
  const { answer, distractors } = question;
  return [
    ...checkDraws(question.draws ?? {}),
    ...checkValue(answer.value, ['answer', 'value'], names),
    ...distractors.flatMap(({ value }, i) => checkValue(value, ['distractors', i, 'value'], names)),
    ...(['en', 'ko'] as const).flatMap((language) => checkNames(question.stem[language], ['stem', language], names)),
    ...checkWorld(question),
    ...(question.kind === 'single' && distractors.length < 2
      ? [
          {
            path: ['distractors'],
            message: `there is ${distractors.length}; a single choice needs two wrong values or more`,
          },
        ]
      : []),
  ];
}

function checkValue(value: number | string | undefined, path: (string | number)[], names: readonly string[]): Fault[] {
  if (typeof value !== 'string') return [];
  const { fault } = readExpression(value, names);
  return fault ? [{ path, message: `at column ${fault.column}: ${fault.message}` }] : [];
}

function checkNames(text: string, path: (string | number)[], names: readonly string[]): Fault[] {
  const used = [...text.matchAll(/\{([a-z][a-zA-Z0-9]*)\}/g)].map((match) => match[1] ?? '');
  const unknown = used.filter((name) => !names.includes(name));
  return unknown.map((name) => ({
    path,
    message: `{${name}} is not drawn; ${names.length > 0 ? `the drawn names are ${names.join(', ')}` : 'write draws'}`,
  }));
}

function checkWorld({ answer, draws }: NumberQuestion): Fault[] {
  const scenario = answer.simulate?.scenario;
  if (scenario === undefined || typeof scenario === 'string' || draws !== undefined) return [];
  const faults = readScenario(scenario).faults ?? [];
  return faults.map((fault) => ({ ...fault, path: ['answer', 'simulate', 'scenario', ...fault.path] }));
}
