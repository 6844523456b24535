import { useMemo } from 'preact/hooks';
import { type FlowWords, flowMessages } from '../../i18n/flow-messages.ts';
import type { Language } from '../../i18n/text.ts';
import type { Run } from '../../simulator/run.ts';
import { type Entrance, flowAt, flowsOf, type QueueFlow, type TargetGroupFlow } from './flow-model.ts';
import { grouped } from './say.ts';

type Props = { lang: Language; run: Pick<Run, 'series' | 'input'>; second: number };

/** What flows into the yard: a post with a pipe for each load balancer, a trough of crates for each queue. Words and figures. */
export function Flows({ lang, run, second }: Props) {
  const words = flowMessages[lang];
  const flows = useMemo(() => flowsOf(run), [run]);
  if (flows.entrances.length + flows.queues.length === 0) return null;
  return (
    <ul class="flows" aria-label={words.flows}>
      {flows.entrances.map((entrance) => (
        <EntranceLine key={`${entrance.kind} ${entrance.name}`} words={words} entrance={entrance} second={second} />
      ))}
      {flows.queues.map((queue) => (
        <QueueLine key={queue.name} words={words} queue={queue} second={second} />
      ))}
    </ul>
  );
}

function EntranceLine({ words, entrance, second }: { words: FlowWords; entrance: Entrance; second: number }) {
  const { name, kind, requests, groups } = entrance;
  const sent = flowAt(requests?.sent, second);
  return (
    <li class="flow" data-flow={name}>
      <span class="post">
        <b>{name}</b> <abbr title={words.kind(kind)}>{words.short(kind)}</abbr>
      </span>
      <span class={sent ? 'pipe' : 'pipe off'}>
        <span class="num">{requests ? words.perSecond(rate(sent ?? 0)) : words.noRequests}</span>
      </span>
      <span class="ends">
        {requests && <Outcome words={words} requests={requests} second={second} />}
        {groups.map((group) => (
          <Targets key={group.name} words={words} group={group} second={second} isOnly={groups.length === 1} />
        ))}
      </span>
    </li>
  );
}

type Requests = NonNullable<Entrance['requests']>;

function Outcome({ words, requests, second }: { words: FlowWords; requests: Requests; second: number }) {
  const failed = flowAt(requests.failed, second) ?? 0;
  const served = flowAt(requests.served, second) ?? 0;
  if (failed > 0) return <span class="fails">× {words.failed(rate(failed))}</span>;
  return <span class="fine">{words.served(rate(served))}</span>;
}

const STATES = ['healthy', 'unhealthy', 'initial', 'draining'] as const;

function Targets({
  words,
  group,
  second,
  isOnly,
}: {
  words: FlowWords;
  group: TargetGroupFlow;
  second: number;
  isOnly: boolean;
}) {
  const counts = STATES.map((state) => ({ state, count: flowAt(group.targets[state], second) ?? 0 }));
  const sent = flowAt(group.sent, second);
  const some = counts.filter(({ count, state }) => count > 0 || state === 'healthy');
  return (
    <span class="targets">
      <code>{group.name}</code>
      {!isOnly && sent !== undefined && <span class="num"> {words.perSecond(rate(sent))}</span>}
      {some.map(({ state, count }) => (
        <span class={`target ${state}`} key={state}>
          <svg viewBox="0 0 14 14" aria-hidden="true">
            <Lamp state={state} />
          </svg>
          {count} {words.target(state)}
        </span>
      ))}
    </span>
  );
}

/** The lamps of the containers: disc, diamond, ring, square. */
function Lamp({ state }: { state: (typeof STATES)[number] }) {
  if (state === 'unhealthy') return <path d="M7 1l6 6-6 6-6-6z" />;
  if (state === 'draining') return <rect x="2" y="2" width="10" height="10" />;
  return <circle cx="7" cy="7" r="5" />;
}

/** Past twelve messages, one crate and a number. */
const MOST_CRATES = 12;

function QueueLine({ words, queue, second }: { words: FlowWords; queue: QueueFlow; second: number }) {
  const visible = flowAt(queue.visible, second) ?? 0;
  const age = flowAt(queue.oldestAge, second);
  const crates = visible > MOST_CRATES ? 1 : visible;
  return (
    <li class="flow" data-flow={queue.name}>
      <span class="post trough">
        <b>{queue.name}</b> <span>{words.queue}</span>
        <svg class="crates" viewBox="0 0 160 16" aria-hidden="true">
          {Array.from({ length: crates }, (_, i) => (
            <rect class="crate" key={i} x={147 - i * 13} y="1" width="10" height="13" />
          ))}
          {visible > MOST_CRATES && (
            <text x="140" y="13" text-anchor="end">
              {grouped(visible)} ×
            </text>
          )}
        </svg>
      </span>
      <span class={visible > 0 ? 'pipe' : 'pipe off'}>
        <span class="num">{words.inFlight(grouped(flowAt(queue.inFlight, second) ?? 0))}</span>
      </span>
      <span class="ends">
        <span>{words.visible(grouped(visible))}</span>
        {age !== undefined && <span>{words.oldest(grouped(Math.round(age)))}</span>}
        {queue.consumer !== undefined && <span>{words.readBy(queue.consumer)}</span>}
      </span>
    </li>
  );
}

/** Requests a second, whole where they are: a second may serve parts of several. */
function rate(value: number): string {
  return grouped(Math.round(value));
}
