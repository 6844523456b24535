import { useEffect, useState } from 'preact/hooks';
import type { QuestionSetWords } from '../../i18n/question-set-messages.ts';
import type { BuilderProps } from './SetBuilder.tsx';
import { saveFile } from './save-file.ts';
import { keepLists, readListFile, readLists, type SavedList, withList, writeListFile } from './saved-lists.ts';
import type { SetChoice } from './set-choice.ts';

type Props = BuilderProps & { choice: Extract<SetChoice, { by: 'ids' }>; words: QuestionSetWords };

/** Questions by their ids, and the lists that are kept on this device. */
export function ByIds({ lines, choice, setChoice, words }: Props) {
  const [text, setText] = useState(choice.ids.join('\n'));
  const typed = text.split(/[\s,]+/).filter((id) => id !== '');
  const unknown = typed.filter((id) => !lines.some((line) => line.id === id));
  const type = (value: string) => {
    setText(value);
    const ids = [...new Set(value.split(/[\s,]+/).filter((id) => /^[\w.-]{1,100}$/.test(id)))];
    setChoice({ by: 'ids', ids });
  };
  const use = ({ name, ids }: SavedList) => {
    setText(ids.join('\n'));
    setChoice({ by: 'ids', ids, title: name });
  };
  return (
    <>
      <div class="field">
        <label for="set-ids">{words.ids}</label>
        <textarea
          class="input mono set-ids"
          id="set-ids"
          rows={6}
          spellcheck={false}
          aria-describedby="set-ids-hint"
          value={text}
          onInput={({ currentTarget }) => type(currentTarget.value)}
        />
        <p class="hint" id="set-ids-hint">
          {words.idsHint}
        </p>
        <p class="fault" role="status">
          {unknown.length > 0 ? words.unknownIds(unknown.join(', ')) : ''}
        </p>
      </div>
      <Lists words={words} use={use} ids={typed.filter((id) => !unknown.includes(id))} />
    </>
  );
}

type ListsProps = { words: QuestionSetWords; use: (list: SavedList) => void; ids: readonly string[] };

function Lists({ words, use, ids }: ListsProps) {
  const [lists, setLists] = useState<SavedList[]>([]);
  const [said, setSaid] = useState('');
  const [gone, setGone] = useState<SavedList>();
  useEffect(() => setLists(readLists()), []);
  const change = (next: SavedList[], say: string) => {
    setLists(next);
    setSaid(keepLists(next) ? say : words.notKept);
    setGone(undefined);
  };
  const open = async (file: File | undefined) => {
    if (file === undefined) return;
    const found = readListFile(await file.text().catch(() => ''));
    if (found) change(found.reduce<SavedList[]>(withList, readLists()), words.imported(found.length));
    else setSaid(words.notAList);
  };
  return (
    <section aria-labelledby="set-lists" class="stack">
      <h3 id="set-lists">{words.lists}</h3>
      {lists.length === 0 && <p class="small faint">{words.noLists}</p>}
      <ul class="set-lists">
        {lists.map((list) => (
          <li key={list.name}>
            <span>{words.listOf(list.name, list.ids.length)}</span>
            <button class="btn" type="button" aria-label={`${words.useList}: ${list.name}`} onClick={() => use(list)}>
              {words.useList}
            </button>
            <button
              class="btn plain"
              type="button"
              aria-label={`${words.deleteList}: ${list.name}`}
              onClick={() => {
                change(
                  lists.filter((each) => each !== list),
                  words.deleted(list.name),
                );
                setGone(list);
              }}
            >
              {words.deleteList}
            </button>
          </li>
        ))}
      </ul>
      <p class="row" role="status">
        {said && <span>{said}</span>}
        {gone && (
          <button class="btn" type="button" onClick={() => change(withList(lists, gone), '')}>
            {words.undo}
          </button>
        )}
      </p>
      <KeepList words={words} ids={ids} keep={(list) => change(withList(readLists(), list), words.kept(list.name))} />
      <p class="row">
        <label class="btn set-file">
          {words.importLists}
          <input
            type="file"
            accept=".json,application/json"
            class="vh"
            onChange={({ currentTarget }) => {
              void open(currentTarget.files?.[0]);
              currentTarget.value = '';
            }}
          />
        </label>
        {lists.length > 0 && (
          <button
            class="btn"
            type="button"
            onClick={() =>
              saveFile('drydock-lists.json', new Blob([writeListFile(lists)], { type: 'application/json' }))
            }
          >
            {words.exportLists}
          </button>
        )}
      </p>
    </section>
  );
}

type KeepProps = { words: QuestionSetWords; ids: readonly string[]; keep: (list: SavedList) => void };

/** The questions as they stand, under a name. */
function KeepList({ words, ids, keep }: KeepProps) {
  const [name, setName] = useState('');
  if (ids.length === 0) return null;
  return (
    <form
      class="field"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() === '') return;
        keep({ name: name.trim(), ids: [...ids] });
        setName('');
      }}
    >
      <label for="set-list-name">{words.keepAs}</label>
      <div class="row">
        <input
          class="input"
          id="set-list-name"
          required
          maxLength={80}
          placeholder={words.listName}
          value={name}
          onInput={({ currentTarget }) => setName(currentTarget.value)}
        />
        <button class="btn" type="submit">
          {words.keep}
        </button>
      </div>
    </form>
  );
}
