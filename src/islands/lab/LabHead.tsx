import { useState } from 'preact/hooks';
import type { LabWords } from '../../i18n/lab-messages.ts';
import type { Language } from '../../i18n/text.ts';
import { NotesButton } from '../notes/NotesButton.tsx';
import type { LabAction, LabState } from './lab-model.ts';
import { UndoRedo } from './UndoRedo.tsx';

type Props = {
  lang: Language;
  words: LabWords;
  state: LabState;
  act: (action: LabAction) => void;
  drawNext: () => void;
  links: { list: string; topic: string; topicName: string; place: string; lesson: string | null };
};

/** Title, place in the lab, and what acts on the answer as a whole. */
export function LabHead({ lang, words, state, act, drawNext, links }: Props) {
  const { title, level } = state.lab.source;
  const { drawings = 1 } = state.lab;
  return (
    <header class="lab-head">
      <div class="meta">
        <h1>{title?.[lang] ?? state.lab.id}</h1>
        <p class="small faint">
          <a href={links.list}>{words.lab}</a> / <a href={links.topic}>{links.topicName}</a> / {links.place}
        </p>
      </div>
      <div class="row small">
        {level !== undefined && <span class="tag">{words.level(level)}</span>}
        {drawings > 1 && (
          <span class="tag" role="status">
            {words.drawing((state.draw % drawings) + 1, drawings)}
          </span>
        )}
        {drawings > 1 && (
          <button class="as-link" type="button" onClick={drawNext}>
            {words.drawNext}
          </button>
        )}
        {links.lesson && <a href={links.lesson}>{words.toLesson}</a>}
        {state.lab.shared === undefined && (
          <NotesButton id={state.lab.id} kind="scenario" lang={lang} on={title?.[lang]} />
        )}
      </div>
      <div class="row end-b">
        <UndoRedo words={words} state={state} act={act} />
        <button
          class="btn"
          type="button"
          disabled={Object.keys(state.answer).length === 0}
          onClick={() => act({ do: 'reset' })}
        >
          {words.reset}
        </button>
        <Share words={words} />
      </div>
    </header>
  );
}

/** Copies the address, which holds the answer; the button's own word says what became of it. */
function Share({ words }: { words: LabWords }) {
  const [said, setSaid] = useState<'shared' | 'notShared'>();
  const copy = () => {
    navigator.clipboard
      .writeText(location.href)
      .then(() => setSaid('shared'))
      .catch(() => setSaid('notShared'));
  };
  return (
    <>
      <button class="btn" type="button" onClick={copy} onBlur={() => setSaid(undefined)}>
        {said === 'shared' ? words.shared : words.share}
      </button>
      <span class={said === 'notShared' ? 'small faint' : 'vh'} role="status">
        {said ? words[said] : ''}
      </span>
    </>
  );
}
