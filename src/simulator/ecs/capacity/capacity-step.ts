/** The arithmetic of managed scaling at one minute (5.2.1 to 5.2.7). */
export type CapacityStep = {
  /** M: instances that are needed. */
  needed: number;
  /** N: instances that the group has. */
  instances: number;
  /** CapacityProviderReservation, percent. */
  reservation: number;
  /** targetCapacity, percent. */
  target: number;
  /** Tasks in PROVISIONING. */
  waiting: number;
  /** Of the group of them that needs the most instances: how many there are and fit on one. */
  largest?: { tasks: number; perInstance: number; instances: number };
  /** The desired capacity before and after, where it moves. */
  from?: number;
  to?: number;
  /** ceil(M ÷ (T ÷ 100)), where it moves, and what keeps it from going there at once. */
  steady?: number;
  bound?: 'maxSize' | 'minSize' | 'half';
  /** The instance that warms up and holds a scale-out back. */
  warming?: { instance: string; launchedSecondsAgo: number; warmupSeconds: number };
};
