/** A room's code as a person types or scans it: capitals and digits only; undefined when it is none. */
export function readCode(text: string): string | undefined {
  const code = text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
  return /^[A-Z0-9]{6}$/.test(code) ? code : undefined;
}

/** In two halves, as it is read aloud: `KHT 7QW`. */
export function showCode(code: string): string {
  return `${code.slice(0, 3)} ${code.slice(3)}`;
}
