import '../quiz/quiz.css';
import type { ComponentType, RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { PresentWords } from '../../i18n/present-messages.ts';
import type { Language } from '../../i18n/text.ts';
import type { AskedPlain, AskedScenario } from '../../quiz-engine/asked/asked-question.ts';
import { gradeAsked } from '../../quiz-engine/asked/grade-asked.ts';
import { rightResponse } from '../../quiz-engine/asked/right-response.ts';
import type { Response } from '../../quiz-engine/grade.ts';
import { OneKind } from '../quiz/OneKind.tsx';
import { sayTask } from '../quiz/say-kind.ts';
import { HandChoices, HandCounts } from './HandChoices.tsx';
import type { PresentMoves } from './Presenting.tsx';
import { commonestWrong, type Slide, type SlideState } from './present-model.ts';
import type { ScenarioProps } from './ScenarioSlide.tsx';

type Props = {
  lang: Language;
  words: PresentWords;
  slide: Slide;
  state: SlideState;
  place: string;
  moves: PresentMoves;
  heading: RefObject<HTMLHeadingElement>;
};

/** One question as the last row reads it. */
export function SlideView(props: Props) {
  const { lang, words, slide, state, place, heading } = props;
  const { asked, storyHtml } = slide;
  return (
    <article class="slide">
      <header class="row">
        <h1 class="slide-place" ref={heading} tabIndex={-1}>
          {place}
        </h1>
        <span class="tag">{sayTask(lang, asked)}</span>
      </header>
      {storyHtml && (
        <section class="slide-story" aria-label={words.story} dangerouslySetInnerHTML={{ __html: storyHtml }} />
      )}
      <div class="stem" id="slide-stem" dangerouslySetInnerHTML={{ __html: asked.stemHtml }} />
      {(asked.kind === 'single' || asked.kind === 'multiple') && <HandChoices {...props} asked={asked} />}
      {asked.kind === 'scenario' && <Task {...props} asked={asked} />}
      {(asked.kind === 'order' || asked.kind === 'match' || asked.kind === 'number') && (
        <Other {...props} asked={asked} />
      )}
      {state.revealed && <AfterReveal {...props} />}
    </article>
  );
}

/** Steps, pairs and numbers are answered on the screen as the class says; those who had it right raise their hands. */
function Other({ lang, words, slide, state, moves, asked }: Props & { asked: AskedPlain }) {
  const [given, respond] = useState<Response | null>(null);
  // Where nobody answered on the screen the key stands alone, without a word about who was wrong.
  const response = given ?? (state.revealed && asked.kind !== 'number' ? rightResponse(slide.key) : null);
  const verdict = state.revealed ? gradeAsked(asked, slide.key, response, {}) : undefined;
  return (
    <>
      <div class={given === null ? 'q slide-kind unanswered' : 'q slide-kind'}>
        <OneKind
          question={asked}
          lang={lang}
          response={response}
          respond={respond}
          told={verdict && { verdict, key: slide.key, isOver: true }}
          locked={state.revealed}
          tells={false}
          stem="slide-stem"
          runs={{}}
          onRun={() => undefined}
        />
      </div>
      {state.revealed && <HandCounts {...{ words, state, moves }} />}
    </>
  );
}

function Task({ lang, words, state, moves, asked }: Props & { asked: AskedScenario }) {
  const Loaded = useLater<ScenarioProps>(() => import('./ScenarioSlide.tsx').then((loaded) => loaded.ScenarioSlide));
  return (
    <>
      {Loaded && <Loaded lang={lang} words={words} id={asked.scenario} revealed={state.revealed} />}
      {state.revealed && <HandCounts {...{ words, state, moves }} />}
    </>
  );
}

/** What changed since the exam's wording, the runs of the commonest wrong choice and the right one, and the lesson. */
function AfterReveal({ lang, slide, state }: Props) {
  const After = useLater(() => import('../quiz/After.tsx').then((loaded) => loaded.After));
  const { asked, key } = slide;
  if (After === undefined || asked.kind === 'scenario') return null;
  const wrong = commonestWrong(key, state.votes.at(-1) ?? {});
  const response = wrong === undefined ? null : [wrong];
  const verdict = gradeAsked(asked, key, response, {});
  return (
    <div class="q slide-after">
      <After question={asked} lang={lang} told={{ verdict, key, isOver: true }} response={response} isClass />
    </div>
  );
}

/** A view that is fetched when it is first shown; nothing where it cannot be had. */
function useLater<P>(load: () => Promise<ComponentType<P>>): ComponentType<P> | undefined {
  const [view, setView] = useState<{ View: ComponentType<P> }>();
  useEffect(() => {
    load().then(
      (View) => setView({ View }),
      () => undefined,
    );
  }, []);
  return view?.View;
}
