import type { MetricDefinition } from '../../scenario/metrics.ts';
import { checkRules } from '../../scenario/rule-refusals.ts';
import { ruleWorldFields } from '../../scenario/rule-schema.ts';
import type { StoreyForm } from '../../storey.ts';

const METRICS: readonly MetricDefinition[] = [
  {
    pattern: 'rules.<rule>.matched',
    unit: 'matches',
    meaning: 'Times so far that an event matched the pattern of this EventBridge rule, or that its schedule was due.',
  },
  {
    pattern: 'topics.<topic>.notifications',
    unit: 'notifications',
    meaning: 'Messages that were published to this SNS topic so far, by rules and by alarms.',
  },
];

/** EventBridge rules on the default event bus, and the topics they publish to (section 10). */
export const rulesForm: StoreyForm = {
  name: 'rules',
  world: ruleWorldFields,
  verbs: {},
  metrics: METRICS,
  names: ({ rules = [], topics = [] }) => ({
    '<rule>': rules.map(({ name }) => name),
    '<topic>': topics.map(({ name }) => name),
  }),
  check: checkRules,
};
