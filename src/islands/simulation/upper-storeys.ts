/** World keys and event verbs that no storey is needed for: everything else asks for them. */
const GROUND_WORLD = new Set([
  'region',
  'availabilityZones',
  'accountSettings',
  'subnets',
  'containerInstances',
  'taskDefinitions',
  'services',
  'targetGroups',
  'images',
  'alarms',
  'quotas',
  'lambdas',
  'begin',
]);

/** Whether a scenario, of any shape, has something that only the storeys know. An empty list asks for nothing. */
export function needsStoreys(scenario: unknown): boolean {
  const { world, events } = (scenario ?? {}) as { world?: unknown; events?: unknown };
  const keys = entriesOf(world).some(([key, value]) => !GROUND_WORLD.has(key) && !isEmpty(value));
  return keys || asksForStoreys(world) || asksForStoreys(events);
}

/** Fields inside ground-floor objects that only a storey acts on, and its verbs. */
const STOREY_FIELDS = /"(capacityProviderStrategy|interruptSpot|setLoad|setSpotCapacity|metric)":/;

function asksForStoreys(part: unknown): boolean {
  return STOREY_FIELDS.test(JSON.stringify(part) ?? '');
}

function entriesOf(value: unknown): [string, unknown][] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}
