import type { ItemFault, ItemRule } from './item-rule.ts';
import { textsOf, visible } from './wording.ts';

/** Names that our Korean writes in Hangul, as AWS's Korean pages do. */
const HANGUL: Record<string, string> = {
  az: '영역',
  docker: '도커',
  kubernetes: '쿠버네티스',
  linux: '리눅스',
  windows: '윈도',
  spot: '스팟',
  id: '아이디',
};

/** What is a name: an inner capital, capitals only, a digit or a sign inside, or a product. */
const NAME =
  /^(?:[A-Za-z]+[a-z][A-Z][A-Za-z]*|[A-Z][A-Z0-9_]+|[A-Za-z][A-Za-z0-9]*[-.:_=]?[0-9][A-Za-z0-9.:_-]*|[a-z0-9]+[:=.][a-z0-9.]+|Fargate|Lambda|Docker|Kubernetes|Linux|Windows|Spot|Bottlerocket)$/;

export const sameNames: ItemRule = {
  id: 'X3-names',
  level: 'warning',
  name: 'Both languages name the same services, calls and fields',
  check: (question) =>
    textsOf(question).flatMap(({ path, text }): ItemFault[] => [
      ...missing(text.en, text.ko).map((name) => ({
        path: [...path, 'ko'],
        message: `the English text names ${name}, the Korean does not; name it in both`,
      })),
      ...missing(text.ko, text.en).map((name) => ({
        path: [...path, 'en'],
        message: `the Korean text names ${name}, the English does not; name it in both`,
      })),
    ]),
};

function missing(from: string, other: string): string[] {
  const there = visible(other).toLowerCase();
  return names(from).filter((name) => {
    const hangul = HANGUL[name.toLowerCase()];
    return !there.includes(name.toLowerCase()) && (hangul === undefined || !there.includes(hangul));
  });
}

function names(text: string): string[] {
  const inCode = [...text.matchAll(/`([^`]+)`/g)].flatMap(([, code]) => tokens(code ?? ''));
  const named = tokens(visible(text).replace(/\bmid-/g, '')).filter((token) => NAME.test(token) && !SHOUTED.has(token));
  return [...new Set([...inCode, ...named])];
}

function tokens(text: string): string[] {
  return (text.match(/[A-Za-z_][A-Za-z0-9_.:=-]*/g) ?? []).map((token) => token.replace(/[.:=-]+$/, ''));
}

/** Capitals that stress a word and name nothing. */
const SHOUTED = new Set(['ONE', 'TWO', 'THREE', 'FOUR', 'FIVE', 'NOT', 'EXCEPT']);
