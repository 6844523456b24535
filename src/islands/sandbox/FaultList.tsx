import type { SandboxWords } from '../../i18n/sandbox-messages.ts';
import type { SimulationFault } from '../simulation/protocol.ts';

/** More faults than these help nobody: the first ones are the cause of the others. */
const MOST = 8;

/** What is wrong with a scenario: where, what, and what to write. */
export function FaultList({ words, faults }: { words: SandboxWords; faults: readonly SimulationFault[] }) {
  if (faults.length === 0) return null;
  return (
    <ul class="fault-list">
      {faults.slice(0, MOST).map(({ path, message }) => (
        <li key={path + message}>
          {path && <code>{path}</code>} {message}
        </li>
      ))}
      {faults.length > MOST && <li>{words.moreFaults(faults.length - MOST)}</li>}
    </ul>
  );
}
