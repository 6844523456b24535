import type { Instance, PlacementRequest } from '../../cluster.ts';

/** A rule that can refuse an instance for a request. Pure; cheap enough to ask for every instance. */
export type FilterRule = {
  /** AWS's failure reason where AWS has one, else the constraint. */
  rule: string;
  admits(instance: Instance, request: PlacementRequest): boolean;
  /** What the request needs and what the instance has, once it was refused; `rule` where the refusal has another name. */
  say(instance: Instance, request: PlacementRequest): { need: string; have: string; rule?: string };
};
