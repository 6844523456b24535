import { useState } from 'preact/hooks';
import { labMessages } from '../../i18n/lab-messages.ts';
import type { SandboxWords } from '../../i18n/sandbox-messages.ts';
import type { Language } from '../../i18n/text.ts';

/** Copies a link that holds the whole world; the button's own word says what became of it. */
export function ShareButton({
  lang,
  words,
  fragment,
}: {
  lang: Language;
  words: SandboxWords;
  fragment: string | 'too-large';
}) {
  const lab = labMessages[lang];
  const [said, setSaid] = useState<string>('');
  const copy = () => {
    if (fragment === 'too-large') return setSaid(words.tooLarge);
    navigator.clipboard
      .writeText(`${location.origin}${location.pathname}#${fragment}`)
      .then(() => setSaid(lab.shared))
      .catch(() => setSaid(lab.notShared));
  };
  return (
    <>
      <button class="btn" type="button" onClick={copy} onBlur={() => setSaid('')}>
        {said === lab.shared ? lab.shared : lab.share}
      </button>
      <span class={said === '' || said === lab.shared ? 'vh' : 'small faint'} role="status">
        {said}
      </span>
    </>
  );
}
