import type { LabWords } from '../../i18n/lab-messages.ts';
import type { Language } from '../../i18n/text.ts';
import type { LabAction, LabState } from './lab-model.ts';
import { useLoaded } from './use-loaded.ts';

type Props = {
  lang: Language;
  words: LabWords;
  state: LabState;
  act: (action: LabAction) => void;
  /** Pixels of the stage. */
  width: number | undefined;
};

/** Keeps a run, and shows the one that was kept beside the present one. What it needs is fetched with the first. */
export function CompareBar({ lang, words, state, act, width }: Props) {
  const part = useLoaded(state.kept !== null, () => import('./Compare.tsx'));
  if (state.shown === null) return null;
  if (state.kept === null)
    return (
      <p class="keep-row">
        <button class="btn" type="button" onClick={() => act({ do: 'keep' })}>
          {words.keepRun}
        </button>
      </p>
    );
  if (part === 'failed') return <p class="fault-line">{words.partFailed}</p>;
  if (part === undefined) return <p class="faint small">{words.loading}</p>;
  return (
    <part.Compare
      lang={lang}
      words={words}
      state={state}
      act={act}
      kept={state.kept}
      shown={state.shown}
      width={width}
    />
  );
}
