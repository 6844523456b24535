/** A set of questions that an instructor keeps, on this device and as a file. */
export type SavedList = { name: string; ids: string[] };

/** `drydock-list-….json`. */
type ListFile = { format: 'drydock-question-list'; version: 1; lists: SavedList[] };

const KEY = 'drydock-question-lists';
const MOST = 200;

/** Storage that is refused keeps nothing; what is there and is no list is left out. */
export function readLists(): SavedList[] {
  try {
    return soundLists(JSON.parse(localStorage.getItem(KEY) ?? '[]'));
  } catch {
    return [];
  }
}

/** False when the device does not take it. */
export function keepLists(lists: readonly SavedList[]): boolean {
  try {
    localStorage.setItem(KEY, JSON.stringify(lists));
    return true;
  } catch {
    return false;
  }
}

/** The lists with one more; one of the same name is replaced. */
export function withList(lists: readonly SavedList[], list: SavedList): SavedList[] {
  return [...lists.filter(({ name }) => name !== list.name), list].sort((a, b) => (a.name < b.name ? -1 : 1));
}

export function writeListFile(lists: readonly SavedList[]): string {
  const file: ListFile = { format: 'drydock-question-list', version: 1, lists: [...lists] };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** The lists of a file; undefined when it is no such file. Ids that this Drydock does not know stay in their list. */
export function readListFile(text: string): SavedList[] | undefined {
  try {
    const file = JSON.parse(text) as Partial<ListFile> | null;
    if (file?.format !== 'drydock-question-list' || file.version !== 1) return undefined;
    const lists = soundLists(file.lists);
    return lists.length > 0 ? lists : undefined;
  } catch {
    return undefined;
  }
}

function soundLists(value: unknown): SavedList[] {
  const found = (Array.isArray(value) ? value : []).slice(0, MOST).flatMap((each: unknown) => {
    if (typeof each !== 'object' || each === null) return [];
    const { name, ids } = each as Record<string, unknown>;
    if (typeof name !== 'string' || name.trim() === '' || !Array.isArray(ids)) return [];
    const sound = ids.filter((id): id is string => typeof id === 'string' && /^[\w.-]{1,100}$/.test(id));
    return sound.length > 0 ? [{ name: name.trim().slice(0, 80), ids: [...new Set(sound)].slice(0, 500) }] : [];
  });
  return found.reduce<SavedList[]>(withList, []);
}
