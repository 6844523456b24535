import type { LabWords } from '../../i18n/lab-messages.ts';
import type { LabAction, LabState, Notice as What } from './lab-model.ts';

type Props = { words: LabWords; state: LabState; act: (action: LabAction) => void };

/** One clear message about a link whose answer could not be taken over. */
export function Notice({ words, state, act }: Props) {
  return (
    <div role="alert" class="notice-place">
      {state.notice && (
        <div class="notice">
          <p>{say(words, state.notice)}</p>
          <button class="btn" type="button" onClick={() => act({ do: 'dismiss' })}>
            {words.dismiss}
          </button>
        </div>
      )}
    </div>
  );
}

function say(words: LabWords, notice: What): string {
  if (notice.kind === 'corrupt') return words.linkCorrupt;
  if (notice.kind === 'foreign') return words.linkForeign;
  if (notice.kind === 'not-drawn') return words.notDrawn;
  if (notice.kind === 'newer') return words.linkNewer(notice.version);
  const shown = notice.paths.slice(0, 3).map((path) => (path.length > 80 ? `${path.slice(0, 79)}…` : path));
  return words.linkPaths(shown.join(', '));
}
