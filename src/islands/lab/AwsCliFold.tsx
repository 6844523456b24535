import { useState } from 'preact/hooks';
import type { LabWords } from '../../i18n/lab-messages.ts';
import type { Language } from '../../i18n/text.ts';
import type { LabAction, LabState } from './lab-model.ts';
import { useLoaded } from './use-loaded.ts';

type Props = { lang: Language; words: LabWords; state: LabState; act: (action: LabAction) => void };

/** The answer as AWS CLI commands, to copy and to paste. What it needs is fetched when it is opened. */
export function AwsCliFold({ lang, words, state, act }: Props) {
  const [open, setOpen] = useState(false);
  const part = useLoaded(open, () => import('./AwsCliField.tsx'));
  return (
    <details class="more json" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.awsCli}</summary>
      {part === 'failed' && <p class="fault-line">{words.partFailed}</p>}
      {part === undefined && open && <p class="faint small">{words.loading}</p>}
      {part !== undefined && part !== 'failed' && <part.AwsCliField lang={lang} state={state} act={act} />}
    </details>
  );
}
