import type { LabWords } from '../../i18n/lab-messages.ts';
import { stateOf } from './Berth.tsx';
import type { Mark, Marks } from './marks.ts';
import { memo } from './memo.ts';
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
  const hasInterfaces = piers.some(({ berths }) => berths.some(({ interfaces }) => interfaces !== undefined));
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
            {hasInterfaces && (
              <th scope="col" class="n">
                ENI
              </th>
            )}
            <th scope="col">{words.tasks}</th>
            <th scope="col">{words.ports}</th>
          </tr>
        </thead>
        <tbody>
          {piers.flatMap((pier) =>
            pier.berths.map((berth) => (
              <Line
                key={berth.instance.name}
                {...{ words, berth, onPick, hasInterfaces }}
                zone={pier.availabilityZone}
                picked={berth.containers.some(({ task }) => task.name === picked) ? picked : null}
                mark={marks?.[berth.instance.name]}
              />
            )),
          )}
        </tbody>
      </table>
    </section>
  );
}

type RowProps = Pick<Props, 'words' | 'picked' | 'onPick'> & {
  berth: Berth;
  zone: string;
  mark: Mark | undefined;
  hasInterfaces: boolean;
};

/** A row whose instance did not change is not made again while the run plays. */
const Line = memo(Row);

function Row({ words, berth, zone, picked, mark, hasInterfaces, onPick }: RowProps) {
  const { instance, used, containers, interfaces, ports } = berth;
  const state = stateOf(berth, words);
  const amount = (of: 'cpu' | 'memory') => {
    if (berth.phase === 'launching') return '–';
    return instance.waiting ? grouped(used[of]) : `${grouped(used[of])} / ${grouped(instance[of])}`;
  };
  return (
    <tr class={mark?.kind}>
      <td class="mono">{zone || '–'}</td>
      <th scope="row">
        <code>{instance.name}</code>
        {instance.waiting && <span class="tag">{words.waitingRoom}</span>}
        {state && <span class={berth.phase === 'launching' ? 'tag' : 'tag bad'}>{state}</span>}
        {mark && <span class="tag">{mark.text}</span>}
      </th>
      <td class="n">{amount('cpu')}</td>
      <td class="n">{amount('memory')}</td>
      {hasInterfaces && <td class="n">{interfaces === undefined ? '–' : `${used.interfaces} / ${interfaces}`}</td>}
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
      <td class="mono">{ports.length > 0 ? ports.join(' ') : '–'}</td>
    </tr>
  );
}
