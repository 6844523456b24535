import type { MetricDefinition } from '../../scenario/metrics.ts';
import { checkQueues } from '../../scenario/queue-refusals.ts';
import { queueWorldFields } from '../../scenario/queue-schema.ts';
import type { StoreyForm } from '../../storey.ts';

const QUEUE = 'queues.<queue>';
const METRICS: readonly MetricDefinition[] = [
  {
    pattern: `${QUEUE}.visible`,
    unit: 'messages',
    meaning: 'Messages that wait to be received (ApproximateNumberOfMessagesVisible).',
  },
  {
    pattern: `${QUEUE}.inFlight`,
    unit: 'messages',
    meaning:
      'Messages that were received, are not deleted, and whose visibility timeout still runs (ApproximateNumberOfMessagesNotVisible).',
  },
  { pattern: `${QUEUE}.done`, unit: 'messages', meaning: 'Messages that were worked on and deleted so far.' },
  {
    pattern: `${QUEUE}.sent`,
    unit: 'messages',
    meaning: 'Messages that were sent so far, those of the beginning too: visible + inFlight + done.',
  },
  {
    pattern: `${QUEUE}.returned`,
    unit: 'messages',
    meaning:
      'Times so far that a message became visible again because it was not deleted within the visibility timeout: each of them is received once more.',
  },
  {
    pattern: `${QUEUE}.oldestAge`,
    unit: 'seconds',
    meaning: 'Age of the oldest message that is not deleted (ApproximateAgeOfOldestMessage); 0 without one.',
  },
  {
    pattern: 'services.<service>.backlogPerTask',
    unit: 'messages per task',
    meaning:
      'Visible messages of its queue ÷ RUNNING tasks of the service. Only for the consumer of a queue, and not written while no task is RUNNING.',
  },
];

/** Queues of Amazon SQS, whose consumers are services (4.5, queue/1). */
export const queuesForm: StoreyForm = {
  name: 'queues',
  world: queueWorldFields,
  verbs: {},
  metrics: METRICS,
  names: ({ queues = [] }) => ({ '<queue>': queues.map(({ name }) => name) }),
  check: checkQueues,
};
