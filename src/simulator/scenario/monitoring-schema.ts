import * as z from 'zod/mini';

const whole = z.int().check(z.gte(-2147483648), z.lte(2147483647));

/** The metrics of a service whose resolution AWS lets one choose. */
export const MONITORED = ['CPUUtilization', 'MemoryUtilization'] as const;

/** MonitoringConfiguration of CreateService: at which resolution a service sends its utilisation (4.1.8). */
export const monitoringFields = {
  monitoring: z.optional(
    z.strictObject({
      metricConfigurations: z.optional(
        z.array(
          z.strictObject({
            metricNames: z.array(z.enum(MONITORED)),
            /** 20 or 60. What is not named is sent every 60 s. */
            resolutionSeconds: whole,
          }),
        ),
      ),
    }),
  ),
};
