import './your-data.css';
import type { Language } from '../../i18n/text.ts';
import { Backup } from './Backup.tsx';
import { DeleteAll } from './DeleteAll.tsx';
import { KeptHere } from './KeptHere.tsx';
import { NotesList } from './NotesList.tsx';
import { SetAside } from './SetAside.tsx';
import { useLog } from './use-log.ts';
import { usePlaces } from './use-places.ts';

/** What is kept on this device: how much, backup, notes, what could not be read, and the one button that deletes it. */
export function YourData({ lang }: { lang: Language }) {
  const log = useLog();
  const places = usePlaces(lang, log?.attempts ?? []);
  return (
    <div class="your-data">
      <KeptHere log={log} places={places} lang={lang} />
      <Backup log={log} lang={lang} />
      <NotesList attempts={log?.attempts ?? []} places={places} lang={lang} />
      <SetAside count={log?.setAside ?? 0} lang={lang} />
      <DeleteAll lang={lang} />
    </div>
  );
}
