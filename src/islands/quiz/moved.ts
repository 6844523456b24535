/** The list with the item at `from` moved to `to`; the same list when it would leave it. */
export function moved<T>(items: readonly T[], from: number, to: number): T[] {
  const result = [...items];
  const [item] = from < 0 || to < 0 || to >= items.length ? [] : result.splice(from, 1);
  if (item !== undefined) result.splice(to, 0, item);
  return result;
}
