import { useState } from 'preact/hooks';
import type { SandboxWords } from '../../i18n/sandbox-messages.ts';
import type { Language, Text } from '../../i18n/text.ts';
import { loadScenario } from '../quiz/load-scenario.ts';
import type { SimulationFault } from '../simulation/protocol.ts';
import { type Draft, emptyDraft, worldOnly } from './draft.ts';
import { FaultList } from './FaultList.tsx';
import { TEMPLATES } from './templates.ts';
import type { OpenOutcome } from './use-sandbox.ts';

export type ListedScenario = { id: string; title: Text };

type Props = {
  lang: Language;
  words: SandboxWords;
  scenarios: readonly ListedScenario[];
  open: (candidate: unknown) => Promise<OpenOutcome>;
  /** Back to the world that is open, where there is one. */
  back: (() => void) | undefined;
  /** In the builder a scenario comes with its task. */
  withTask: boolean;
  children?: preact.ComponentChildren;
};

/** Where a world begins: a template, any scenario of the lab, nothing at all, or one that was kept. */
export function Begin({ lang, words, scenarios, open, back, withTask, children }: Props) {
  const [chosen, setChosen] = useState(scenarios[0]?.id ?? '');
  const [waiting, setWaiting] = useState<string>();
  const [failed, setFailed] = useState<SimulationFault[] | 'not-loaded'>();
  const load = async (id: string) => {
    setWaiting(id);
    setFailed(undefined);
    const source = await loadScenario(id);
    setWaiting(undefined);
    if (source === undefined) return setFailed('not-loaded');
    const outcome = await open(withTask ? source : worldOnly(source as Draft));
    if (outcome !== 'opened') setFailed(outcome.faults);
  };
  return (
    <div class="begin">
      <div class="row between base">
        <p class="lead">{withTask ? words.builderLead : words.beginLead}</p>
        {back && (
          <button class="btn" type="button" onClick={back}>
            {words.backToWorld}
          </button>
        )}
      </div>
      <ul class="templates">
        {TEMPLATES.map(({ id, from }) => (
          <li key={id}>
            <button class="template" type="button" aria-busy={waiting === from} onClick={() => void load(from)}>
              <TemplateDrawing id={id} />
              <b>{words.template(id)}</b>
              <span>{words.templateSays(id)}</span>
            </button>
          </li>
        ))}
        <li>
          <button class="template empty-one" type="button" onClick={() => void open(emptyDraft())}>
            <TemplateDrawing id="empty" />
            <b>{words.emptyWorld}</b>
            <span>{words.emptyWorldSays}</span>
          </button>
        </li>
      </ul>
      <div role="status">
        {failed === 'not-loaded' && <p class="fault-line">{words.notLoaded}</p>}
        {Array.isArray(failed) && <FaultList words={words} faults={failed} />}
      </div>
      <div class="other-ways">
        <div class="field any-scenario">
          <label for="any-scenario">{words.anyScenario}</label>
          <div class="row">
            <select
              class="input"
              id="any-scenario"
              value={chosen}
              onChange={(event) => setChosen(event.currentTarget.value)}
            >
              {scenarios.map(({ id, title }) => (
                <option key={id} value={id}>
                  {title[lang]} ({id})
                </option>
              ))}
            </select>
            <button class="btn" type="button" onClick={() => void load(chosen)}>
              {words.open}
            </button>
          </div>
        </div>
        {children}
      </div>
    </div>
  );
}

/** Piers with berths and containers: how each template's yard looks from far away. A row is a pier, a number its containers' hue. */
const DRAWINGS: Record<string, readonly (readonly number[])[]> = {
  rolling: [
    [1, 2],
    [1, 2],
  ],
  zones: [
    [1, 3, 1],
    [1, 3],
    [1, 3],
  ],
  fargate: [
    [1, 1, 1, 2],
    [1, 1, 2],
  ],
  provider: [[1, 1], [1, 1], [0]],
  green: [
    [1, 1, 4],
    [1, 1, 4],
  ],
  queue: [
    [3, 3, 3, 3, 3],
    [3, 3, 3, 3],
  ],
  empty: [[], []],
};

function TemplateDrawing({ id }: { id: string }) {
  const piers = DRAWINGS[id] ?? [];
  const height = piers.length * 20 + 4;
  return (
    <svg viewBox={`0 0 150 ${height}`} class="template-yard" preserveAspectRatio="xMinYMid" aria-hidden="true">
      {piers.map((hues, row) => (
        <g key={row} transform={`translate(2 ${row * 20 + 2})`}>
          <rect class="quay" width="146" height="16" rx="2" />
          {hues.map((hue, i) =>
            hue === 0 ? (
              <rect key={i} class="gap" x="5.5" y="3.5" width="60" height="9" rx="1" />
            ) : (
              <rect key={i} class={`box r${hue}`} x={5 + i * 28} y="3" width="24" height="10" rx="1" />
            ),
          )}
        </g>
      ))}
    </svg>
  );
}
