/**
 * How probable a value of χ² this large or larger is by chance alone: the upper tail of the distribution
 * with `degrees` degrees of freedom, from the series of the lower incomplete gamma function
 * (Abramowitz and Stegun 6.5.29).
 */
export function chiSquareTail(value: number, degrees: number): number {
  const a = degrees / 2;
  const x = value / 2;
  if (x <= 0) return 1;
  const first = Math.exp(a * Math.log(x) - x);
  // Beyond what a double can hold the series would sum to nothing; there the tail itself is 0.
  if (first === 0) return 0;
  let term = first / gammaOfHalves(a + 1);
  let lower = 0;
  for (let n = 1; term > 1e-17 || n <= x; n++) {
    lower += term;
    term *= x / (a + n);
  }
  return Math.max(0, 1 - lower);
}

/** Γ at whole and half numbers, upwards from Γ(1) = 1 and Γ(½) = √π. */
function gammaOfHalves(value: number): number {
  let gamma = Number.isInteger(value) ? 1 : Math.sqrt(Math.PI);
  for (let step = Number.isInteger(value) ? 1 : 0.5; step < value; step++) gamma *= step;
  return gamma;
}

/** How probable it is that `least` or more of independent events happen, each with a probability of its own. */
export function atLeastTail(probabilities: readonly number[], least: number): number {
  let exactly = [1];
  for (const p of probabilities) {
    exactly = [...exactly, 0].map((chance, count) => chance * (1 - p) + (exactly[count - 1] ?? 0) * p);
  }
  return exactly.slice(least).reduce((sum, chance) => sum + chance, 0);
}
