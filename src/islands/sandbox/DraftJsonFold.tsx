import { useState } from 'preact/hooks';
import { labMessages } from '../../i18n/lab-messages.ts';
import { useLoaded } from '../lab/use-loaded.ts';
import type { DraftJsonProps } from './DraftJson.tsx';

const load = () => import('./DraftJson.tsx');

/** The scenario as JSON: fetched when it is opened, and kept. */
export function DraftJsonFold(props: DraftJsonProps) {
  const [wanted, setWanted] = useState(false);
  const part = useLoaded(wanted, load);
  const lab = labMessages[props.lang];
  return (
    <details class="block more json" onToggle={(event) => event.currentTarget.open && setWanted(true)}>
      <summary>{lab.json}</summary>
      {part === 'failed' && <p class="fault-line">{lab.partFailed}</p>}
      {part !== undefined && part !== 'failed' && <part.DraftJson {...props} />}
    </details>
  );
}
