import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import type { LabWords } from '../../i18n/lab-messages.ts';
import type { Language } from '../../i18n/text.ts';
import { atReadingPace } from './at-reading-pace.ts';
import type { Asked } from './decision-model.ts';
import { Log } from './Log.tsx';
import type { LabAction, LabState, Tab } from './lab-model.ts';
import type { LabHandle } from './use-lab.ts';
import { useLoaded } from './use-loaded.ts';
import { WhyHere } from './WhyHere.tsx';

type Props = {
  lang: Language;
  words: LabWords;
  state: LabState;
  act: (action: LabAction) => void;
  asked: Asked;
  eventsOf: LabHandle['eventsOf'];
};

const TABS: Tab[] = ['here', 'now', 'log'];

/** Three questions about the moment: why is this task here, why does this happen now, what happened so far. */
export const Inspector = atReadingPace(Panels, ['asked']);

function Panels(props: Props) {
  const { words, state, act } = props;
  const list = useRef<HTMLDivElement>(null);
  const names: Record<Tab, string> = { here: words.whyHere, now: words.whyNow, log: words.log };
  const turn = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? TABS.length - 1 : 0;
    if (by === 0) return;
    event.preventDefault();
    const tab = TABS[(TABS.indexOf(state.tab) + by) % TABS.length] ?? 'here';
    act({ do: 'tab', tab });
    list.current?.querySelector<HTMLElement>(`#tab-${tab}`)?.focus();
  };
  return (
    <aside class="insp" aria-label={words.inspector}>
      <div class="tabs" role="tablist" aria-label={words.inspector} ref={list} onKeyDown={turn}>
        {TABS.map((tab) => (
          <button
            key={tab}
            type="button"
            role="tab"
            id={`tab-${tab}`}
            aria-controls="inspector-panel"
            aria-selected={state.tab === tab}
            tabIndex={state.tab === tab ? 0 : -1}
            onClick={() => act({ do: 'tab', tab })}
          >
            {names[tab]}
          </button>
        ))}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a tab panel takes focus after its tab. */}
      <div class="panel" role="tabpanel" id="inspector-panel" aria-labelledby={`tab-${state.tab}`} tabIndex={0}>
        {panelOf(props)}
      </div>
    </aside>
  );
}

const loadNow = () => import('./WhyNow.tsx');

/** The arithmetic is fetched by who asks for it. */
function NowPanel(props: Pick<Props, 'lang' | 'words' | 'state' | 'act'>) {
  const part = useLoaded(true, loadNow);
  if (part === 'failed') return <p class="fault-line">{props.words.partFailed}</p>;
  return part === undefined ? <p class="empty">{props.words.loading}</p> : <part.WhyNow {...props} />;
}

const loadLog = () => import('./LogPanel.tsx');

function LogTab(props: Pick<Props, 'lang' | 'words' | 'state' | 'act' | 'eventsOf'>) {
  const part = useLoaded(true, loadLog);
  if (part === 'failed') return <p class="fault-line">{props.words.partFailed}</p>;
  return part === undefined ? <p class="empty">{props.words.loading}</p> : <part.LogPanel {...props} />;
}

function panelOf({ lang, words, state, act, asked, eventsOf }: Props): ComponentChildren {
  if (state.tab === 'now') return <NowPanel lang={lang} words={words} state={state} act={act} />;
  if (state.tab === 'log') return <LogTab {...{ lang, words, state, act, eventsOf }} />;
  return (
    <>
      <WhyHere lang={lang} words={words} state={state} asked={asked} />
      {state.shown !== null && (
        <>
          <div class="row between log-head">
            <h2>{state.picked === null ? words.log : words.logOf(state.picked)}</h2>
            <button class="as-link small" type="button" onClick={() => act({ do: 'tab', tab: 'log' })}>
              {words.allEntries(state.shown.graded.grade.entries.length)}
            </button>
          </div>
          <Log lang={lang} words={words} state={state} act={act} whole={false} />
        </>
      )}
    </>
  );
}
