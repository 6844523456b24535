import { type LabState, yardOf } from './lab-model.ts';

/** The service that the scenario is about: the first in the focus of the yard. */
export function subjectOf(state: LabState): string | undefined {
  const services = (state.lab.source.world.services ?? []).map((service) => service.serviceName);
  return services.find((name) => yardOf(state).focus.includes(name)) ?? services[0];
}
