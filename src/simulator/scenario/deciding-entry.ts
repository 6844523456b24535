import type { Entry, EntryType, Run } from '../run.ts';

const GOING: readonly EntryType[] = ['task-deactivating', 'task-stopping', 'task-stopped', 'instance-lost'];

/** Which entries can change a metric, by its last part. */
const CHANGED_BY: Record<string, readonly EntryType[]> = {
  desired: ['service-updated', 'service-scaled', 'scheduled-action'],
  inAlarm: ['alarm'],
  minCapacity: ['scheduled-action'],
  maxCapacity: ['scheduled-action'],
  pending: ['task-placed', 'task-running', ...GOING],
  running: ['task-placed', 'task-running', ...GOING],
  healthy: [
    'task-placed',
    'target-healthy',
    'target-unhealthy',
    'task-healthy',
    'task-unhealthy',
    'task-health-lost',
    ...GOING,
  ],
  tasks: ['task-placed', ...GOING],
  unplaced: ['task-not-placed', 'task-placed'],
  traffic: ['traffic-shifted'],
  startedAt: ['deployment-started'],
  completedAt: ['deployment-completed'],
  failedAt: ['deployment-failed'],
  rolledBackAt: ['deployment-rolled-back'],
  initial: ['task-activating', 'target-healthy', 'target-unhealthy', ...GOING],
  unhealthy: ['target-healthy', 'target-unhealthy', ...GOING],
  failedTasks: ['task-stopped', 'task-unhealthy', 'container-exited', 'container-failed', 'instance-lost'],
  restarts: ['container-restarted'],
  active: ['instance-draining', 'instance-active', 'instance-lost'],
  draining: ['instance-draining', 'instance-active', 'instance-lost', 'task-deactivating', 'task-stopping'],
  instances: ['app-runner-scaled'],
  used: ['task-placed', 'task-stopped', 'instance-lost'],
  cpu: ['task-placed', 'task-stopped', 'instance-lost'],
  memory: ['task-placed', 'task-stopped', 'instance-lost'],
};

/** What explains that a metric never got its value. */
const STANDSTILL: readonly EntryType[] = ['deployment-failed', 'deployment-blocked', 'task-not-placed'];

/**
 * The entry that gave a metric the value it took at `at`: the last of that second that can change it. Without `at`, the
 * last entry that says why nothing moves.
 */
export function findDecidingEntry(run: Run, metric: string, at: number | undefined): number | undefined {
  const parts = metric.split('.');
  const leaf = parts[2] === 'traffic' ? 'traffic' : (parts.at(-1) ?? '');
  const types = at === undefined ? STANDSTILL : (CHANGED_BY[leaf] ?? []);
  for (let i = run.entries.length - 1; i >= 0; i--) {
    const entry = run.entries[i] as Entry;
    if (at !== undefined && entry.at > at) continue;
    if (at !== undefined && entry.at < at) return undefined;
    if (types.includes(entry.type) && changes(entry, parts) && concerns(entry, parts)) return i;
  }
  return undefined;
}

/** A placed task runs and is healthy at once only where it stands from the beginning. */
function changes(entry: Entry, parts: readonly string[]): boolean {
  const leaf = parts.at(-1);
  return entry.type !== 'task-placed' || (leaf !== 'running' && leaf !== 'healthy') || entry.state === 'RUNNING';
}

function concerns(entry: Entry, [kind, name, part, detail]: string[]): boolean {
  if (kind === 'targetGroups') return entry.targetGroup?.split(', ').includes(name ?? '') ?? false;
  if (entry.type.startsWith('target-')) return false;
  if (kind === 'alarms') return entry.alarm === name;
  if (kind === 'cluster') return true;
  if (entry.type === 'instance-lost') return kind !== 'instances' || entry.instance === name;
  if (kind === 'instances') return entry.instance === name;
  if (entry.service !== name) return false;
  if (part === 'revision') return entry.taskDefinition === detail;
  return part !== 'zone' || entry.availabilityZone === detail;
}
