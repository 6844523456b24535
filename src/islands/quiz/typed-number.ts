/** A number as people write it: `1,024`, `-3`, `2.5`; null for anything else. */
export function readTypedNumber(text: string): number | null {
  const trimmed = text.trim();
  const plain = /^[-−]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(trimmed) ? trimmed.replaceAll(',', '') : trimmed;
  return /^[-−]?(\d{1,15}(\.\d*)?|\.\d+)$/.test(plain) ? Number(plain.replace('−', '-')) : null;
}
