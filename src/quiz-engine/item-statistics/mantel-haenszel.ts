import type { ItemWithRest } from './scores.ts';

/** χ² with one degree of freedom is this large or larger by chance in 5 % of cases. */
const CRITICAL = 3.841458820694124;

/** Whether a question is harder in one language than in the other for learners who are equally strong. */
export type LanguageDifference = {
  /** Learners who answered in English, and in Korean. */
  en: number;
  ko: number;
  /** Strata of the total in which both languages occur. */
  strata: number;
  /** Mantel and Haenszel's common odds ratio; above 1 the question is easier in English, Infinity when it is so without exception. */
  alpha: number | undefined;
  /** −2.35 ln α, the scale of ETS: negative is harder in Korean, positive harder in English. */
  delta: number | undefined;
  /** Mantel and Haenszel's χ² with continuity correction, and whether it passes at 5 %. */
  chiSquare: number | undefined;
  significant: boolean;
};

/** In one stratum: right and wrong in English (a, b) and in Korean (c, d). */
type Stratum = { a: number; b: number; c: number; d: number };

/**
 * Mantel–Haenszel over strata of the total (Holland and Thayer 1988): α = Σ AD/N ÷ Σ BC/N. The studied item is part of the
 * total; totals that are no whole numbers are rounded. `right[i]` and `korean[places[i]]` (1 or 0; −1 unknown) belong to `total[i]`.
 */
export function languageDifference(
  { own: right, total, places }: Pick<ItemWithRest, 'own' | 'total' | 'places'>,
  korean: Int8Array,
): LanguageDifference {
  const strata: Stratum[] = [];
  let [en, ko] = [0, 0];
  for (let i = 0; i < total.length; i++) {
    const language = korean[places[i] as number] as number;
    if (language < 0) continue;
    const stratum = stratumOf(Math.round(total[i] as number), strata);
    if (language === 1) {
      ko++;
      if (right[i]) stratum.c++;
      else stratum.d++;
    } else {
      en++;
      if (right[i]) stratum.a++;
      else stratum.b++;
    }
  }
  const both = strata.filter((stratum) => stratum.a + stratum.b > 0 && stratum.c + stratum.d > 0);
  return { en, ko, strata: both.length, ...compare(both) };
}

/** Totals are a few small whole numbers: their strata stand in a list. */
function stratumOf(level: number, strata: Stratum[]): Stratum {
  while (strata.length <= level) strata.push({ a: 0, b: 0, c: 0, d: 0 });
  return strata[level] as Stratum;
}

function compare(strata: readonly Stratum[]): Omit<LanguageDifference, 'en' | 'ko' | 'strata'> {
  let [easier, harder, observed, expected, spread] = [0, 0, 0, 0, 0];
  for (const { a, b, c, d } of strata) {
    const n = a + b + c + d;
    easier += (a * d) / n;
    harder += (b * c) / n;
    observed += a;
    expected += ((a + b) * (a + c)) / n;
    spread += ((a + b) * (c + d) * (a + c) * (b + d)) / (n * n * (n - 1));
  }
  const alpha = easier + harder > 0 ? easier / harder : undefined;
  const apart = Math.max(0, Math.abs(observed - expected) - 0.5);
  const chiSquare = spread > 0 ? (apart * apart) / spread : undefined;
  return {
    alpha,
    delta: alpha === undefined ? undefined : -2.35 * Math.log(alpha) + 0,
    chiSquare,
    significant: chiSquare !== undefined && chiSquare > CRITICAL,
  };
}
