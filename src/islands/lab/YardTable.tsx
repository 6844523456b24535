import type { LabWords } from '../../i18n/lab-messages.ts';
import type { Marks } from './marks.ts';
import { nameOf, type Pier } from './picture.ts';
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
            pier.berths.map(({ instance, used, containers, draining, lost }) => (
              <tr key={instance.name} class={marks?.[instance.name]?.kind}>
                <td class="mono">{pier.availabilityZone}</td>
                <th scope="row">
                  <code>{instance.name}</code>
                  {(lost || draining) && <span class="tag bad">{lost ? words.lost : words.draining}</span>}
                  {marks?.[instance.name] && <span class="tag">{marks[instance.name]?.text}</span>}
                </th>
                <td class="n">
                  {grouped(used.cpu)} / {grouped(instance.cpu)}
                </td>
                <td class="n">
                  {grouped(used.memory)} / {grouped(instance.memory)}
                </td>
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
            )),
          )}
        </tbody>
      </table>
    </section>
  );
}
