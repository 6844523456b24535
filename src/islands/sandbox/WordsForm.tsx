import type { PartProps } from './BuilderForm.tsx';
import { NO_TEXT } from './builder-model.ts';
import { Field } from './Field.tsx';
import { TextPair } from './TextPair.tsx';

/** Title, brief, and where in the lessons it belongs. */
export function WordsForm({ words, draft, form, edit, set, lessons, faultsAt }: PartProps) {
  const title = { ...NO_TEXT, ...draft.title };
  return (
    <>
      <TextPair
        words={words}
        label={words.title}
        text={title}
        path="title"
        faultsAt={(path) => [...faultsAt(path), ...(path === 'title.en' ? faultsAt('title') : [])]}
        set={(next) => edit({ ...draft, title: next })}
      />
      <TextPair
        words={words}
        label={words.brief}
        hint={words.briefHint}
        text={form.brief}
        path="challenge.brief"
        faultsAt={faultsAt}
        set={(brief) => set({ ...form, brief })}
        long
      />
      <div class="pair">
        <Field
          label={words.lesson}
          kind="text"
          isCode={false}
          value={draft.lesson}
          offered={lessons}
          hint={words.lessonHint}
          faults={faultsAt('lesson')}
          set={(value) => {
            const { lesson: _, ...rest } = draft;
            edit(value === undefined ? rest : { ...rest, lesson: String(value) });
          }}
        />
        <Field
          label={words.level}
          kind="choice"
          value={draft.level === undefined ? '' : String(draft.level)}
          choices={[
            { value: '', label: '–' },
            ...['1', '2', '3'].map((value) => ({ value, label: words.levelIs(value) })),
          ]}
          faults={faultsAt('level')}
          set={(value) => {
            const { level: _, ...rest } = draft;
            edit(value === undefined ? rest : { ...rest, level: Number(value) as 1 | 2 | 3 });
          }}
        />
      </div>
    </>
  );
}
