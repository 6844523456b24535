import { useState } from 'preact/hooks';
import type { LiveHostWords } from '../../i18n/live-host-messages.ts';
import type { Language } from '../../i18n/text.ts';
import { saveFile } from '../question-set/save-file.ts';
import { exportRoom } from './export-room.ts';
import type { KeptRoom } from './kept-rooms.ts';

type Props = { lang: Language; words: LiveHostWords; room: KeptRoom };

/** The results as files; fetched with the host's key, so that no link holds it. */
export function Results({ lang, words, room }: Props) {
  const [said, setSaid] = useState('');
  const forms = [
    ['csv', words.asCsv],
    ['xlsx', words.asXlsx],
    ['json', words.asJson],
    ['log', words.asLog],
  ] as const;
  const take = async (form: (typeof forms)[number][0]) => {
    setSaid('');
    const file = await exportRoom(room, form, lang);
    if (file === undefined) return setSaid(words.exportFailed);
    saveFile(file.name, file.content);
    setSaid(words.exported(file.name));
  };
  return (
    <section class="host-results" aria-labelledby="host-results">
      <h3 id="host-results">{words.results}</h3>
      <div class="row">
        {forms.map(([form, name]) => (
          <button key={form} class="btn" type="button" onClick={() => void take(form)}>
            {name}
          </button>
        ))}
      </div>
      <p class="small" role="status">
        {said}
      </p>
    </section>
  );
}
