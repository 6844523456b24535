import type { BuilderWords } from '../../i18n/builder-messages.ts';
import type { Text } from './builder-model.ts';
import { Field } from './Field.tsx';

type Props = {
  words: BuilderWords;
  /** What the text is. */
  label: string;
  text: Text;
  set: (text: Text) => void;
  /** What is wrong at a place below this text. */
  faultsAt: (path: string) => string[];
  path: string;
  long?: boolean;
  hint?: string;
};

/** One text in both languages, side by side where there is room. */
export function TextPair({ words, label, text, set, faultsAt, path, long = false, hint }: Props) {
  const kind = long ? 'long' : 'text';
  return (
    <div class="pair">
      <Field
        label={words.inEnglish(label)}
        kind={kind}
        lang="en"
        value={text.en}
        hint={hint}
        faults={faultsAt(`${path}.en`)}
        set={(value) => set({ ...text, en: String(value ?? '') })}
      />
      <Field
        label={words.inKorean(label)}
        kind={kind}
        lang="ko"
        value={text.ko}
        faults={faultsAt(`${path}.ko`)}
        set={(value) => set({ ...text, ko: String(value ?? '') })}
      />
    </div>
  );
}
