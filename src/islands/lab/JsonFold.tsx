import { useState } from 'preact/hooks';
import type { JsonProps } from './JsonField.tsx';
import { useLoaded } from './use-loaded.ts';

const load = () => import('./JsonField.tsx');

/** The answer as JSON: fetched when it is opened, and kept. */
export function JsonFold(props: JsonProps) {
  const [wanted, setWanted] = useState(false);
  const part = useLoaded(wanted, load);
  const { words } = props;
  return (
    <details class="more json" onToggle={(event) => event.currentTarget.open && setWanted(true)}>
      <summary>{words.json}</summary>
      {part === 'failed' && <p class="fault-line">{words.partFailed}</p>}
      {part !== undefined && part !== 'failed' && <part.JsonField {...props} />}
    </details>
  );
}
