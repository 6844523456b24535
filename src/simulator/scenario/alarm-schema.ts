import * as z from 'zod/mini';

/** StateValue of a CloudWatch alarm. */
export const alarmStateSchema = z.enum(['OK', 'ALARM', 'INSUFFICIENT_DATA']);

export type AlarmState = z.infer<typeof alarmStateSchema>;

/** A CloudWatch alarm: its name and its state when the run begins (default OK). The event setAlarm changes it. */
export const alarmSchema = z.strictObject({
  name: z.string().check(z.minLength(1), z.maxLength(255)),
  state: z.optional(alarmStateSchema),
});
