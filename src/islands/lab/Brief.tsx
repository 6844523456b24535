import { useState } from 'preact/hooks';
import type { LabWords } from '../../i18n/lab-messages.ts';
import { Prose } from './Prose.tsx';

/** The task in words. On a phone two lines of it, so that the yard leads. */
export function Brief({ words, text }: { words: LabWords; text: string }) {
  const [open, setOpen] = useState(false);
  return (
    <section class={open ? 'brief open' : 'brief'} aria-label={words.brief}>
      <h2>{words.brief}</h2>
      <div class="brief-text">
        <Prose text={text} />
      </div>
      <button class="as-link fold" type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? words.less : words.more}
      </button>
    </section>
  );
}
