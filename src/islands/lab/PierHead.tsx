import type { LabWords } from '../../i18n/lab-messages.ts';
import type { Berth, Pier } from './picture.ts';

/** The strip above a pier: the zone, how many instances it has, and what runs there of the services in question. */
export function PierHead({ words, pier }: { words: LabWords; pier: Pier }) {
  const isWaiting = isQuay(pier);
  return (
    <header>
      <b>{isWaiting ? words.waitingRoom : pier.availabilityZone}</b>
      <span>{isWaiting ? words.waitingTasks(waitingOn(pier)) : saidInstances(pier, words)}</span>
      <span>{!isWaiting && countsOf(pier.berths, words)}</span>
    </header>
  );
}

/** Tasks of a capacity provider wait there for an instance. */
export function isQuay({ availabilityZone }: Pier): boolean {
  return availabilityZone === '';
}

function waitingOn({ berths }: Pier): number {
  return berths.reduce((sum, { containers }) => sum + containers.length, 0);
}

/** Those that are there: one that launches is not yet, one that is lost no more, and Fargate shows none. */
function saidInstances({ berths }: Pier, words: LabWords): string {
  if (berths.length > 0 && berths.every(({ instance }) => instance.fargate)) return '';
  return words.instances(
    berths.filter((each) => each.phase !== 'launching' && !each.lost && !each.instance.fargate).length,
  );
}

/** `web: 2 running, 1 pending` for the services that the scenario is about. */
function countsOf(berths: readonly Berth[], words: LabWords): string {
  const counts = new Map<string, { running: number; pending: number }>();
  for (const { containers } of berths) {
    for (const { task, state, revision } of containers) {
      if (revision === 0) continue;
      const count = counts.get(task.group) ?? { running: 0, pending: 0 };
      if (state === 'PENDING') count.pending++;
      else if (state !== 'STOPPING') count.running++;
      counts.set(task.group, count);
    }
  }
  return [...counts].map(([group, count]) => words.zoneCount(group, count.running, count.pending)).join(' · ');
}
