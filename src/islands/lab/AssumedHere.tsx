import type { LabWords } from '../../i18n/lab-messages.ts';
import type { Language } from '../../i18n/text.ts';
import type { EntryType } from '../../simulator/run.ts';
import { Assumed } from './Assumed.tsx';
import { assumedBy } from './working-model.ts';

type Props = { lang: Language; words: LabWords; type: EntryType; ids: readonly string[] };

/** Which rules that AWS does not document an entry of this type may have leaned on; nothing where there is none. */
export function AssumedHere({ lang, words, type, ids }: Props) {
  const assumed = assumedBy(type, ids);
  if (assumed.length === 0) return null;
  return (
    <div class="assumed small">
      <span class="tag note">{words.assumptions}</span>
      <Assumed lang={lang} ids={assumed} />
    </div>
  );
}
