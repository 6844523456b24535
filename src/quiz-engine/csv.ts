/** What a table holds; undefined is an empty cell. */
export type Cell = string | number | boolean | undefined;

/** A table as a file: RFC 4180, each line ends with CR LF. Fractions have nine places, truth is yes or no. */
export function csvText(rows: readonly (readonly Cell[])[]): string {
  return rows.map((row) => `${row.map(textOf).join(',')}\r\n`).join('');
}

function textOf(cell: Cell): string {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return Number.isInteger(cell) ? String(cell) : String(Number(cell.toFixed(9)));
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no';
  const safe = safeCell(cell);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * Text that no spreadsheet takes for a formula: names and answers come from strangers. What begins with `= + - @`, a tab or a
 * return, also after spaces, gets an apostrophe (OWASP, CSV Injection).
 */
export function safeCell(text: string): string {
  return /^[ \u00a0]*[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
}
