import './your-data.css';
import type { Language } from '../../i18n/text.ts';
import { yourDataMessages } from '../../i18n/your-data-messages.ts';
import { acceptLoss } from '../progress-store.ts';
import { useLog } from './use-log.ts';

/** The browser cleared what it had promised to keep: how much, and what to do. */
export function LossNotice({ lang }: { lang: Language }) {
  const words = yourDataMessages[lang];
  const lost = useLog()?.lost ?? 0;
  if (lost === 0) return null;
  return (
    <section class="callout warn your-data loss" role="alert" aria-labelledby="lost">
      <h2 id="lost">{words.lostTitle(lost)}</h2>
      <p>{words.lost}</p>
      <p class="row">
        <a class="btn ink" href="#backup">
          {words.import}
        </a>
        <button class="btn" type="button" onClick={() => void acceptLoss()}>
          {words.lostRead}
        </button>
      </p>
    </section>
  );
}
