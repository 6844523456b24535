import type { Refuse } from './aws-refusals.ts';

/** StartTask takes up to ten instances (1.2.9). */
export function refuseInstances(count: number, refuse: Refuse): void {
  if (count >= 1 && count <= 10) return;
  refuse(['containerInstances'], `${count} container instances`, 'one StartTask takes 1 to 10');
}

/** UpdateTaskProtection takes up to ten tasks, and 1 to 2,880 minutes (1.3.5). */
export function refuseProtection(
  { tasks, expiresInMinutes }: { tasks: readonly string[]; expiresInMinutes?: number | undefined },
  refuse: Refuse,
): void {
  if (tasks.length < 1 || tasks.length > 10) {
    refuse(['tasks'], `${tasks.length} tasks`, 'one UpdateTaskProtection takes 1 to 10');
  }
  if (expiresInMinutes === undefined || (expiresInMinutes >= 1 && expiresInMinutes <= 2880)) return;
  refuse(['expiresInMinutes'], `expiresInMinutes ${expiresInMinutes}`, 'it is 1 to 2880');
}
