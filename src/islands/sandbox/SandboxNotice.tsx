import { labMessages } from '../../i18n/lab-messages.ts';
import type { SandboxWords } from '../../i18n/sandbox-messages.ts';
import type { Language } from '../../i18n/text.ts';
import { FaultList } from './FaultList.tsx';
import type { SandboxAction, SandboxNotice as What } from './sandbox-model.ts';

type Props = { lang: Language; words: SandboxWords; notice: What | null; act: (action: SandboxAction) => void };

/** Why what a link brought was not taken over. What was there is there still. */
export function SandboxNotice({ lang, words, notice, act }: Props) {
  return (
    <div role="alert" class="notice-place">
      {notice && (
        <div class="notice">
          <div>
            <p>{say(words, notice)}</p>
            {notice.kind === 'refused' && <FaultList words={words} faults={notice.faults} />}
          </div>
          <button class="btn" type="button" onClick={() => act({ do: 'dismiss' })}>
            {labMessages[lang].dismiss}
          </button>
        </div>
      )}
    </div>
  );
}

function say(words: SandboxWords, notice: What): string {
  if (notice.kind === 'newer') return words.linkNewer(notice.version);
  return {
    corrupt: words.linkCorrupt,
    huge: words.linkHuge,
    foreign: words.linkForeign,
    'not-loaded': words.notLoaded,
    refused: words.linkRefused,
  }[notice.kind];
}
