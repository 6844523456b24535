import { useState } from 'preact/hooks';
import type { SandboxWords } from '../../i18n/sandbox-messages.ts';
import type { Json } from '../../simulator/run.ts';
import type { SimulationFault } from '../simulation/protocol.ts';
import { type Draft, ZONES, zonesOf } from './draft.ts';
import { Field } from './Field.tsx';
import { Remove } from './Remove.tsx';
import { fieldAt, itemsOf, offeredFor, withField, withItem, withoutItem, withZone } from './world-edit.ts';
import { GROUPS, type Group, type GroupKey } from './world-form.ts';

type Props = {
  words: SandboxWords;
  draft: Draft;
  faults: readonly SimulationFault[];
  edit: (draft: Draft) => void;
};

/** Groups that most worlds do without: they are asked for. */
const RARE: readonly GroupKey[] = ['scalableTargets', 'autoScalingGroups', 'load'];

/** The world as forms: zones, and a list for each kind of thing in them. */
export function WorldForm(props: Props) {
  const { words, draft, edit } = props;
  const isShown = ({ key }: Group) => !RARE.includes(key) || itemsOf(draft, key).length > 0;
  const others = GROUPS.filter((group) => !isShown(group));
  return (
    <section class="block" aria-labelledby="world-name">
      <h2 id="world-name">{words.world}</h2>
      <Zones {...props} />
      {GROUPS.filter(isShown).map((group) => (
        <GroupForm key={group.key} {...props} group={group} />
      ))}
      {others.length > 0 && (
        <p class="row small also">
          <span class="faint">{words.also}</span>
          {others.map((group) => (
            <button class="btn slim" type="button" key={group.key} onClick={() => edit(withItem(draft, group))}>
              + {words.groupName(group.key)}
            </button>
          ))}
        </p>
      )}
    </section>
  );
}

function Zones({ words, draft, edit }: Props) {
  const zones = zonesOf(draft);
  const offered = [...new Set([...(zones.some((zone) => !ZONES.includes(zone)) ? [] : ZONES), ...zones])].sort();
  return (
    <fieldset class="zones">
      <legend>{words.zones}</legend>
      {offered.map((zone) => (
        <label key={zone}>
          <input
            type="checkbox"
            checked={zones.includes(zone)}
            onChange={(event) => edit(withZone(draft, zone, event.currentTarget.checked))}
          />
          <code title={zone}>{zone.replace(/^.*-(\d\w)$/, '$1')}</code>
        </label>
      ))}
    </fieldset>
  );
}

function GroupForm({ group, ...props }: Props & { group: Group }) {
  const { words, draft, edit } = props;
  const items = itemsOf(draft, group.key);
  const [newest, setNewest] = useState(-1);
  const add = () => {
    setNewest(items.length);
    edit(withItem(draft, group));
  };
  return (
    <div class="group">
      <div class="row between">
        <h3>{words.groupName(group.key)}</h3>
        <button class="btn slim" type="button" aria-label={words.addTo(words.groupName(group.key))} onClick={add}>
          + {words.add}
        </button>
      </div>
      {items.length === 0 && <p class="empty">{words.emptyGroup(group.key)}</p>}
      {items.map((item, index) => (
        <Item key={index} {...props} group={group} item={item} index={index} isNew={index === newest} />
      ))}
    </div>
  );
}

type ItemProps = Props & { group: Group; item: Record<string, Json>; index: number; isNew: boolean };

function Item({ words, draft, faults, edit, group, item, index, isNew }: ItemProps) {
  const { name, facts } = group.line(item);
  const begins = `world.${group.key}.${index}`;
  const own = faults.filter(({ path }) => path === begins || path.startsWith(`${begins}.`));
  const at = (path: string) => `${begins}.${path.replaceAll('/', '.')}`;
  const placed = new Set(group.fields.map(({ path }) => at(path)));
  const loose = own.filter(({ path }) => !placed.has(path));
  const fields = group.fields.filter(({ path }) => isAsked(item, path));
  return (
    <details class={own.length > 0 ? 'piece bad' : 'piece'} open={isNew || own.length > 0}>
      <summary>
        <code>{name}</code> <span class="faint">{facts.join(' · ')}</span>
      </summary>
      <div class="fields">
        {fields.map((field) => (
          <Field
            key={field.path}
            label={field.path.split('/').at(-1) ?? ''}
            isCode
            kind={field.kind}
            value={scalar(fieldAt(item, field.path))}
            choices={['', ...(field.choices ?? [])]}
            offered={offeredFor(draft, field.offers)}
            faults={own.filter(({ path }) => path === at(field.path)).map(({ message }) => message)}
            set={(value) => edit(withField(draft, { key: group.key, index, path: field.path }, value))}
          />
        ))}
      </div>
      {loose.map(({ path, message }) => (
        <p class="fault-line" key={path + message}>
          <code>{path.slice(begins.length + 1)}</code> {message}
        </p>
      ))}
      <Remove words={words} name={name} remove={() => edit(withoutItem(draft, group.key, index))} />
    </details>
  );
}

/** A field that holds a structure is the JSON's; and load goes to one kind of place. */
function isAsked(item: Record<string, Json>, path: string): boolean {
  const value = fieldAt(item, path);
  if (typeof value === 'object' && value !== null) return false;
  return !(
    path === 'service' &&
    item.service === undefined &&
    (item.loadBalancer ?? item.queue ?? item.appRunnerService)
  );
}

function scalar(value: Json | undefined): string | number | undefined {
  return typeof value === 'string' || typeof value === 'number' ? value : undefined;
}
