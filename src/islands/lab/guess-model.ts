/** What a learner typed for a prediction: a number, or `2:45` for a second of the run. Undefined when it is neither. */
export function readGuess(text: string): number | undefined {
  const trimmed = text.trim();
  const clockLike = /^(\d{1,4}):([0-5]\d)$/.exec(trimmed);
  if (clockLike) return Number(clockLike[1]) * 60 + Number(clockLike[2]);
  return /^-?\d{1,9}(\.\d{1,4})?$/.test(trimmed) ? Number(trimmed) : undefined;
}
