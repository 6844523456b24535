import * as z from 'zod/mini';
import { askFields, firstFields, lastFields } from '../question-fields.ts';

/** A scenario to be solved: right when all its goals are met. */
export const scenarioKindSchema = z.strictObject({
  ...firstFields,
  kind: z.literal('scenario'),
  ...askFields,
  /** `<topic>/<id>` */
  scenario: z.string(),
  ...lastFields,
});

export type ScenarioQuestion = z.infer<typeof scenarioKindSchema>;
