import { useState } from 'preact/hooks';
import type { Language } from '../../i18n/text.ts';
import { yourDataMessages } from '../../i18n/your-data-messages.ts';
import { writeLogFile } from '../../quiz-engine/log-file.ts';
import { useFileDrop } from '../file-place/use-file-drop.ts';
import { changeMark } from '../progress-store/log-mark.ts';
import type { StoredLog } from '../progress-store.ts';
import { fileNameOf, type Opened, openBackup, saveFile, withoutBackup } from './backup-model.ts';

/** The log as a file: saved, and opened again here or on another device. */
export function Backup({ log, lang }: { log: StoredLog | undefined; lang: Language }) {
  const words = yourDataMessages[lang];
  const [said, setSaid] = useState('');
  const [fault, setFault] = useState('');
  const attempts = log?.attempts ?? [];
  const due = withoutBackup(attempts);

  function save() {
    const now = new Date();
    const name = fileNameOf('drydock', now);
    saveFile(name, writeLogFile(attempts));
    changeMark(() => ({ exported: { atMs: now.getTime(), attempts: attempts.length } }));
    setFault('');
    setSaid(words.exported(name, attempts.length));
  }
  async function take(file: File | undefined) {
    if (file === undefined) return;
    setFault('');
    setSaid(words.importing(file.name));
    const opened = await openBackup(file);
    if (opened.done === 'failed') setFault(sayFault(opened.fault, lang));
    setSaid(opened.done === 'imported' ? sayImported(opened, lang) : '');
  }
  const drop = useFileDrop(([file]) => void take(file));
  return (
    <section class="card pad drop-place" id="backup" aria-labelledby="backup-title" {...drop}>
      <h2 id="backup-title">{words.backupTitle}</h2>
      <p>{words.backupLead}</p>
      {due && <p class="callout">{due.never ? words.backupNever(due.count) : words.backupSince(due.count)}</p>}
      <div class="row">
        <button class={due ? 'btn ink' : 'btn'} type="button" disabled={attempts.length === 0} onClick={save}>
          {words.export}
        </button>
        <label class="btn file-button">
          {words.import}
          <input
            type="file"
            accept=".json,application/json"
            onChange={(event) => {
              const input = event.currentTarget;
              void take(input.files?.[0]).then(() => {
                // So that the same file can be opened again.
                input.value = '';
              });
            }}
          />
        </label>
        <span class="small faint drop-hint">{words.drop}</span>
      </div>
      <p role="status">{said}</p>
      <p role="alert" class="fault">
        {fault}
      </p>
    </section>
  );
}

function sayImported(opened: Extract<Opened, { done: 'imported' }>, lang: Language): string {
  const words = yourDataMessages[lang];
  const { added, known, unreadable } = opened;
  return [words.imported(added, known), ...(unreadable > 0 ? [words.unreadable(unreadable)] : [])].join(' ');
}

function sayFault(fault: Extract<Opened, { done: 'failed' }>['fault'], lang: Language): string {
  const words = yourDataMessages[lang];
  return {
    'too-large': words.tooLarge,
    'not-json': words.notJson,
    'not-a-log': words.notALog,
    newer: words.newerFile,
    unread: words.unread,
    refused: words.importRefused,
    'not-kept': words.importNewer,
  }[fault];
}
