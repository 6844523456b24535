import * as z from 'zod/mini';
import { type CurveSpec, readCurve } from '../ecs/traffic/read-curve.ts';

/**
 * Requests or messages a second over time: a whole number; steps `[[0s, 10], [5m, 100]]`; `{ ramp: { from, to, over,
 * begin } }`; `{ daily: [[4h, 10], [13h, 100]] }` (times of the day joined by straight lines; the run begins at
 * midnight); `{ spike: { base, peak, at, for, rise, fall } }`; `{ csv: "0,10\n60,100" }` (second,perSecond a line).
 */
export const curveSchema = z.unknown().check(
  z.check(({ value, issues }) => {
    for (const { path, message } of readCurve(value).faults ?? []) {
      issues.push({ code: 'custom', message, path, input: value });
    }
  }),
) as unknown as z.ZodMiniType<CurveSpec>;

/** One source of requests or messages, and what they look like where a load balancer reads them. */
export const loadSchema = z.strictObject({
  /** For setLoad. */
  name: z.optional(z.string().check(z.minLength(1))),
  /** Requests to a service: through its first target group, or straight to its tasks where it has none. */
  service: z.optional(z.string()),
  /** Requests to a load balancer; its listener rules decide. */
  loadBalancer: z.optional(z.string()),
  /** Messages to a queue. */
  queue: z.optional(z.string()),
  /** Requests to an App Runner service. */
  appRunnerService: z.optional(z.string()),
  /** The listener. Default: the first. */
  port: z.optional(z.int().check(z.gte(1), z.lte(65535))),
  host: z.optional(z.string()),
  /** Default `/`. */
  path: z.optional(z.string()),
  /** Default GET. */
  method: z.optional(z.string()),
  headers: z.optional(z.record(z.string(), z.string())),
  query: z.optional(z.record(z.string(), z.string())),
  /** Default 198.51.100.1. */
  sourceIp: z.optional(z.string()),
  /**
   * Network and Gateway Load Balancer: the requests come over this many connections that stay open. Each stays with its target
   * for its lifetime. Default: every request is a connection of its own.
   */
  flows: z.optional(z.int().check(z.gte(1), z.lte(1000))),
  perSecond: curveSchema,
});

/** setLoad: another curve from this second on; its times count from here. */
export const setLoadSchema = z.strictObject({
  load: z.optional(z.string()),
  service: z.optional(z.string()),
  loadBalancer: z.optional(z.string()),
  queue: z.optional(z.string()),
  appRunnerService: z.optional(z.string()),
  perSecond: curveSchema,
});

export type LoadSpec = z.infer<typeof loadSchema>;
export type SetLoad = z.infer<typeof setLoadSchema>;
