/** A health check that runs at whole intervals: a container's (3.2) or a target group's (3.3). Whole seconds. */
export type Checks = {
  intervalSeconds: number;
  /** Failures in a row that make it unhealthy. */
  failures: number;
  /** Successes in a row that make an unhealthy one healthy again; the first time one is enough. */
  successes: number;
  /** Failures up to here do not count. */
  startPeriodSeconds: number;
  /** How long a check waits for an answer that does not come. */
  timeoutSeconds: number;
};

export type CheckStatus = 'unknown' | 'healthy' | 'unhealthy';

/**
 * When the application answers, in seconds since the checks began: from `from` (included) until `until` (excluded).
 * Only checks later than `after` are still to come. A check that fails takes `failSeconds`: none where the connection is
 * refused, the timeout where nothing comes back (A58).
 */
export type Answers = { after: number; from: number; until: number; failSeconds?: number };

/**
 * The next change of a health check, in seconds since the checks began; undefined when nothing changes any more.
 * Computed, not ticked: a check that goes on as before costs nothing.
 */
export function nextChange(
  checks: Checks,
  status: CheckStatus,
  answers: Answers,
): { at: number; status: CheckStatus } | undefined {
  const healthyAt = status === 'healthy' ? undefined : successAt(checks, status, answers);
  const unhealthyAt = status === 'unhealthy' ? undefined : failureAt(checks, answers);
  if (unhealthyAt !== undefined && (healthyAt === undefined || unhealthyAt < healthyAt)) {
    return { at: unhealthyAt, status: 'unhealthy' };
  }
  return healthyAt === undefined ? undefined : { at: healthyAt, status: 'healthy' };
}

/** The first check at or after `seconds`; the first of all comes one interval after the beginning (A40). */
function checkFrom(seconds: number, interval: number): number {
  return Math.max(1, Math.ceil(seconds / interval)) * interval;
}

function successAt({ intervalSeconds, successes }: Checks, status: CheckStatus, answers: Answers): number | undefined {
  const needed = status === 'unknown' ? 1 : successes;
  const at = checkFrom(Math.max(answers.from, answers.after + 1), intervalSeconds) + (needed - 1) * intervalSeconds;
  return at < answers.until ? at : undefined;
}

/** The end of a long enough run of failures: before the application answers, or after it stopped answering. */
function failureAt({ intervalSeconds, failures, startPeriodSeconds }: Checks, answers: Answers): number | undefined {
  const { after, from, until, failSeconds = 0 } = answers;
  const last = (failures - 1) * intervalSeconds;
  const counted = Math.max(after, startPeriodSeconds) + 1;
  const before = checkFrom(counted, intervalSeconds) + last;
  if (before < from) return before + failSeconds;
  const at = checkFrom(Math.max(counted, until), intervalSeconds) + last;
  return Number.isFinite(at) ? at + failSeconds : undefined;
}
