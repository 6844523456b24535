import type { LabWords } from '../../i18n/lab-messages.ts';
import { Container } from './Container.tsx';
import type { TaskNow, YardWorld } from './moment.ts';
import { familyOf, revisionOf } from './moment.ts';
import { hueOf, type StateWord } from './picture.ts';

const STATES: StateWord[] = ['PENDING', 'RUNNING', 'HEALTHY', 'UNHEALTHY', 'STOPPING'];

/** What hue, ribs and lamps mean: only the revisions that this world has. */
export function Legend({ words, world }: { words: LabWords; world: YardWorld }) {
  const names = Object.keys(world.taskDefinitions);
  const ours = names.filter((name) => world.focus.includes(familyOf(name)) || names.length === 1).slice(0, 6);
  const shown = ours.length > 0 ? ours : names.slice(0, 4);
  const last = hueOf(revisionOf(shown.at(-1) ?? ''));
  return (
    <section class="legend" aria-label={words.legend}>
      {shown.map((name) => (
        <Key key={name} revision={hueOf(revisionOf(name))} state="HEALTHY" text={name} bare />
      ))}
      {names.length > shown.length && <Key revision={0} state="HEALTHY" text={words.anotherService} bare />}
      <span class="vr" />
      {STATES.map((state) => (
        <Key key={state} revision={last} state={state} text={state} />
      ))}
    </section>
  );
}

function Key({ revision, state, text, bare }: { revision: number; state: StateWord; text: string; bare?: boolean }) {
  const task: TaskNow = {
    name: text,
    group: '',
    taskDefinition: text,
    instance: '',
    state: 'RUNNING',
    health: 'UNKNOWN',
    since: 0,
    placedBy: -1,
    at: { cpu: 0, memory: 0 },
  };
  return (
    <span class={bare ? 'key bare' : 'key'}>
      <svg viewBox="0 0 38 34" aria-hidden="true">
        <Container
          container={{ task, from: 0, length: 1, revision, state }}
          distance="middle"
          berthPx={0}
          picked={false}
        />
      </svg>
      {text}
    </span>
  );
}
