import { useEffect, useMemo, useReducer, useRef, useState } from 'preact/hooks';
import { otherLanguage, pathIn } from '../../i18n/paths.ts';
import { type PresentWords, presentMessages } from '../../i18n/present-messages.ts';
import { questionSetMessages } from '../../i18n/question-set-messages.ts';
import type { Language } from '../../i18n/text.ts';
import type { ExamCard } from '../exam/exam-card.ts';
import type { SetChoice } from '../question-set/set-choice.ts';
import { type KeyRow, KeysDialog } from './KeysDialog.tsx';
import { keepPlace, readPlace } from './kept-place.ts';
import { loadAskings } from './load-slides.ts';
import { PresentFoot } from './PresentFoot.tsx';
import { PresentHead } from './PresentHead.tsx';
import { countedOf, type Slide, slidesOf, stateOf, stepPresent } from './present-model.ts';
import { SlideView } from './SlideView.tsx';
import { usePresentKeys } from './use-present-keys.ts';
import { useTimer } from './use-timer.ts';

type Props = { lang: Language; cards: readonly ExamCard[]; choice: SetChoice; hash: string; title: string };

/** Fetches the questions, all at once, so that the presentation goes on without a network. */
export function Presenting(props: Props) {
  const { lang, choice, cards } = props;
  const words = questionSetMessages[lang];
  const [slides, setSlides] = useState<Slide[] | 'failed'>();
  const load = async () => {
    setSlides(undefined);
    const askings = await loadAskings(lang, choice, cards);
    setSlides(askings ? slidesOf(askings) : 'failed');
  };
  useEffect(() => void load(), []);
  if (typeof slides === 'object' && slides.length > 0) return <Show {...props} slides={slides} />;
  return (
    <div class="wrap page" role="status">
      {slides === undefined && <p class="faint present-wait">{words.loading}</p>}
      {slides === 'failed' && (
        <div class="card stack">
          <p>{words.failed}</p>
          <button class="btn go" type="button" onClick={() => void load()}>
            {words.tryAgain}
          </button>
        </div>
      )}
      {typeof slides === 'object' && <Nothing words={presentMessages[lang]} />}
    </div>
  );
}

function Nothing({ words }: { words: PresentWords }) {
  return (
    <div class="card stack">
      <p>{words.noSet}</p>
      <p>
        <a class="btn go" href="#choose">
          {words.choose}
        </a>
      </p>
    </div>
  );
}

function Show({ lang, hash, title, slides }: Props & { slides: readonly Slide[] }) {
  const words = presentMessages[lang];
  const [state, act] = useReducer(stepPresent, hash, readPlace);
  const [showsKeys, showKeys] = useState(false);
  const timer = useTimer(60);
  const heading = useRef<HTMLHeadingElement>(null);
  const at = Math.min(state.at, slides.length - 1);
  const slide = slides[at] as Slide;
  const now = stateOf(state, slide.id);
  useEffect(() => keepPlace(hash, state), [state]);
  const go = (to: number) => {
    if (to < 0 || to >= slides.length || to === at) return;
    act({ do: 'go', to });
    timer.stop();
    requestAnimationFrame(() => heading.current?.focus());
  };
  const counted = useMemo(() => countedOf(slide), [slide]);
  const moves = {
    next: () => go(at + 1),
    back: () => go(at - 1),
    go,
    reveal: () => act({ do: 'reveal', slide: slide.id }),
    voteAgain: () => act({ do: 'vote-again', slide: slide.id }),
    hand: (place: number, by: 1 | -1) => {
      const of = counted[place];
      if (of !== undefined) act({ do: 'hand', slide: slide.id, of, by });
    },
    timer: timer.toggle,
    fullScreen: toggleFullScreen,
    language: () => location.assign(pathIn(otherLanguage(lang), '/live/present/') + hash),
    keys: () => showKeys((open) => !open),
  };
  usePresentKeys(moves, showsKeys);
  return (
    <div class="present">
      <PresentHead {...{ lang, words, title, hash, at, timer, moves }} of={slides.length} />
      <div class="present-main">
        <SlideView
          key={slide.id}
          {...{ lang, words, slide, moves, heading }}
          state={now}
          place={words.place(at + 1, slides.length)}
        />
      </div>
      <PresentFoot {...{ words, slide, at, moves }} state={now} of={slides.length} />
      {showsKeys && (
        <KeysDialog
          title={words.keysTitle}
          closeWord={words.close}
          rows={keyRows(words)}
          close={() => showKeys(false)}
        />
      )}
    </div>
  );
}

export type PresentMoves = {
  next: () => void;
  back: () => void;
  go: (to: number) => void;
  reveal: () => void;
  voteAgain: () => void;
  hand: (place: number, by: 1 | -1) => void;
  timer: () => void;
  fullScreen: () => void;
  language: () => void;
  keys: () => void;
};

/** A browser that has no full screen, or refuses it, shows the page as it is. */
function toggleFullScreen(): void {
  if (document.fullscreenElement) void document.exitFullscreen();
  else document.documentElement.requestFullscreen?.().catch(() => undefined);
}

function keyRows(words: PresentWords): KeyRow[] {
  return [
    [['→', 'Page Down', 'N'], words.keyNext],
    [['←', 'Page Up', 'P'], words.keyBack],
    [['R'], words.keyReveal],
    [['1', '2', '…'], words.keyHand],
    [[`${words.shift} 1`, `${words.shift} 2`, '…'], words.keyLess],
    [['V'], words.keyVote],
    [['T'], words.keyTimer],
    [['F'], words.keyFull],
    [['L'], words.keyLanguage],
    [['?'], words.keyKeys],
  ];
}
