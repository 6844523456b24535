import type { LabWords } from '../../i18n/lab-messages.ts';
import { stateOf } from './Berth.tsx';
import type { Mark, Marks } from './marks.ts';
import { type Berth, nameOf, type Pier } from './picture.ts';
import { grouped } from './say.ts';

type Props = {
  words: LabWords;
  piers: Pier[];
  at: string;
  picked: string | null;
  marks?: Marks | undefined;
  onPick: (task: string) => void;
};

/** The yard as a table: the same facts, the same buttons. */
export function YardTable({ words, piers, at, picked, marks, onPick }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard.
    <section class="scroll yard-table" aria-label={words.tableCaption(at)} tabIndex={0}>
      <table class="table">
        <caption class="vh">{words.tableCaption(at)}</caption>
        <thead>
          <tr>
            <th scope="col">{words.zone}</th>
            <th scope="col">{words.instance}</th>
            <th scope="col" class="n">
              CPU
            </th>
            <th scope="col" class="n">
              MiB
            </th>
            <th scope="col">{words.tasks}</th>
          </tr>
        </thead>
        <tbody>
          {piers.flatMap((pier) =>
            pier.berths.map((berth) => (
              <Row
                key={berth.instance.name}
                {...{ words, berth, pier, picked, onPick }}
                mark={marks?.[berth.instance.name]}
              />
            )),
          )}
        </tbody>
      </table>
    </section>
  );
}

type RowProps = Pick<Props, 'words' | 'picked' | 'onPick'> & { berth: Berth; pier: Pier; mark: Mark | undefined };

function Row({ words, berth, pier, picked, mark, onPick }: RowProps) {
  const { instance, used, containers } = berth;
  const state = stateOf(berth, words);
  const amount = (of: 'cpu' | 'memory') => {
    if (berth.phase === 'launching') return '–';
    return instance.waiting ? grouped(used[of]) : `${grouped(used[of])} / ${grouped(instance[of])}`;
  };
  return (
    <tr class={mark?.kind}>
      <td class="mono">{pier.availabilityZone || '–'}</td>
      <th scope="row">
        <code>{instance.name}</code>
        {instance.waiting && <span class="tag">{words.waitingRoom}</span>}
        {state && <span class={berth.phase === 'launching' ? 'tag' : 'tag bad'}>{state}</span>}
        {mark && <span class="tag">{mark.text}</span>}
      </th>
      <td class="n">{amount('cpu')}</td>
      <td class="n">{amount('memory')}</td>
      <td>
        {containers.length === 0 && <span class="faint">{words.none}</span>}
        {containers.map((container) => (
          <button
            type="button"
            class="in-table"
            key={container.task.name}
            aria-pressed={container.task.name === picked}
            onClick={() => onPick(container.task.name)}
          >
            {nameOf(container)}
          </button>
        ))}
      </td>
    </tr>
  );
}
