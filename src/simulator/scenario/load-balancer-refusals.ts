import { groupsOf } from '../ecs/traffic/routes.ts';
import { type Refuse, refuseInto } from './aws-refusals.ts';
import { checkConditions } from './condition-refusals.ts';
import type { Fault } from './fault.ts';
import type { ActionSpec, BalancerType, ListenerSpec, LoadBalancerSpec } from './load-balancer-schema.ts';
import { duplicates, unknownName } from './names.ts';
import type { World } from './world-schema.ts';

/** Source: ELB, quotas of Application Load Balancers. */
const MAX_RULES = 100;

/** Load balancers: names, listeners, rules, and the target groups they name (6). */
export function checkLoadBalancers(world: World, zones: readonly string[], faults: Fault[]): void {
  const balancers = world.loadBalancers ?? [];
  const root = ['world', 'loadBalancers'];
  faults.push(
    ...duplicates(
      balancers.map(({ name }) => name),
      (i) => [...root, i, 'name'],
      'load balancer',
    ),
  );
  const taken = new Map<string, string>();
  for (const [i, balancer] of balancers.entries()) {
    const path = [...root, i];
    const refuse = refuseInto(faults, path);
    for (const [z, zone] of (balancer.availabilityZones ?? []).entries()) {
      if (!zones.includes(zone)) {
        faults.push({
          path: [...path, 'availabilityZones', z],
          message: unknownName('Availability Zone', zone, zones),
        });
      }
    }
    const isSwitchedOff = balancer.crossZone === false && (balancer.type ?? 'application') === 'application';
    const always = 'it is always on there; turn it off at the target group';
    if (isSwitchedOff) refuse(['crossZone'], 'crossZone false for an Application Load Balancer', always);
    checkListeners(balancer, world, { faults, path });
    for (const group of groupsOf(balancer)) {
      const other = taken.get(group);
      const why = 'The following target groups cannot be associated with more than one load balancer';
      if (other !== undefined) refuse([], `target group ${group}, which ${other} has too`, why);
      taken.set(group, balancer.name);
    }
  }
}

type At = { faults: Fault[]; path: (string | number)[] };

function checkListeners(balancer: LoadBalancerSpec, world: World, { faults, path }: At): void {
  const { listeners, type = 'application' } = balancer;
  const ports = listeners.map(({ port }) => String(port));
  if (type !== 'gateway')
    faults.push(...duplicates(ports, (l) => [...path, 'listeners', l, 'port'], 'listener on port'));
  const rules = listeners.reduce((sum, listener) => sum + (listener.rules ?? []).length, 0);
  if (rules > MAX_RULES) {
    refuseInto(faults, path)(
      ['listeners'],
      `${rules} rules`,
      `a load balancer takes ${MAX_RULES}, default rules not counted`,
    );
  }
  for (const [l, listener] of listeners.entries()) {
    const at = [...path, 'listeners', l];
    const refuse = refuseInto(faults, at);
    refusePort(listener, type, refuse);
    refuseProtocol(listener, type, refuse);
    if (type === 'classic') {
      refuseClassicListener(listener, refuse);
      continue;
    }
    if (listener.instancePort !== undefined)
      refuse(['instancePort'], 'instancePort', 'only a Classic Load Balancer has one');
    if ((listener.defaultActions ?? []).length === 0) refuse([], 'a listener without defaultActions', 'it needs one');
    if (type === 'network' && (listener.rules ?? []).length > 0) {
      refuse(['rules'], 'rules', 'a Network Load Balancer has the default action only');
    }
    checkActions(listener.defaultActions ?? [], world, { faults, path: [...at, 'defaultActions'] }, type);
    checkRules(listener, world, { faults, path: at });
  }
}

function refusePort({ port }: ListenerSpec, type: BalancerType, refuse: Refuse): void {
  if (type === 'gateway') return;
  if (port === undefined) refuse([], 'a listener without port', 'it needs one');
  else if (port < 1 || port > 65_535) refuse(['port'], `port ${port}`, 'it is 1 to 65535');
}

function refuseProtocol({ protocol }: ListenerSpec, type: string, refuse: Refuse): void {
  if (protocol === undefined || type === 'classic' || type === 'gateway') return;
  const known = type === 'application' ? ['HTTP', 'HTTPS'] : ['TCP', 'TLS', 'UDP', 'TCP_UDP'];
  if (!known.includes(protocol)) {
    refuse(['protocol'], `protocol ${protocol}`, `listeners of type ${type} take ${known.join(', ')}`);
  }
}

function refuseClassicListener({ rules, defaultActions, instancePort }: ListenerSpec, refuse: Refuse): void {
  if (rules !== undefined || defaultActions !== undefined) {
    refuse([], 'rules of a Classic Load Balancer', 'it forwards a port to one port of its instances');
  }
  if (instancePort === undefined)
    refuse(['instancePort'], 'a listener without instancePort', 'every instance gets requests at one port');
}

function checkRules({ rules = [] }: ListenerSpec, world: World, { faults, path }: At): void {
  const seen = new Set<number>();
  for (const [r, rule] of rules.entries()) {
    const at = [...path, 'rules', r];
    const refuse = refuseInto(faults, at);
    const { priority } = rule;
    if (priority < 1 || priority > 50_000) refuse(['priority'], `priority ${priority}`, 'it is 1 to 50000');
    else if (seen.has(priority))
      refuse(['priority'], `priority ${priority}`, `Priority '${priority}' is currently in use`);
    seen.add(priority);
    checkConditions(rule, { faults, path: at });
    if (rule.actions.length === 0) refuse(['actions'], 'a rule without an action', 'it needs one');
    checkActions(rule.actions, world, { faults, path: [...at, 'actions'] }, 'application');
  }
}

function checkActions(actions: readonly ActionSpec[], world: World, { faults, path }: At, type: string): void {
  const names = (world.targetGroups ?? []).map(({ name }) => name);
  for (const [a, action] of actions.entries()) {
    const at = [...path, a];
    const refuse = refuseInto(faults, at);
    const config = { forward: 'forwardConfig', 'fixed-response': 'fixedResponseConfig', redirect: 'redirectConfig' }[
      action.type
    ] as 'forwardConfig' | 'fixedResponseConfig' | 'redirectConfig';
    if ((type === 'network' || type === 'gateway') && action.type !== 'forward')
      refuse(['type'], action.type, `a ${type === 'network' ? 'Network' : 'Gateway'} Load Balancer only forwards`);
    const isGiven = action[config] !== undefined || (action.type === 'forward' && action.targetGroupArn !== undefined);
    if (!isGiven) refuse([config], `${action.type} without ${config}`, 'an action of this type needs it');
    const status = String(action.fixedResponseConfig?.statusCode ?? '200');
    if (!/^[245]\d\d$/.test(status))
      refuse(['fixedResponseConfig', 'statusCode'], `statusCode ${status}`, 'it is 2XX, 4XX or 5XX');
    const groups = action.forwardConfig?.targetGroups ?? [];
    const named: [string, (string | number)[]][] = [
      ...(action.targetGroupArn === undefined
        ? []
        : [[action.targetGroupArn, ['targetGroupArn']] as [string, string[]]]),
      ...groups.map(({ targetGroupArn }, g): [string, (string | number)[]] => [
        targetGroupArn,
        ['forwardConfig', 'targetGroups', g, 'targetGroupArn'],
      ]),
    ];
    for (const [name, place] of named) {
      if (!names.includes(name))
        faults.push({ path: [...at, ...place], message: unknownName('target group', name, names) });
    }
    refuseForward(action, refuse);
  }
}

function refuseForward({ forwardConfig }: ActionSpec, refuse: Refuse): void {
  if (forwardConfig === undefined) return;
  const { targetGroups, targetGroupStickinessConfig: stickiness } = forwardConfig;
  const at = ['forwardConfig', 'targetGroups'];
  if (targetGroups.length < 1 || targetGroups.length > 5)
    refuse(at, `${targetGroups.length} target groups`, 'an action takes 1 to 5');
  for (const [g, { weight = 1 }] of targetGroups.entries()) {
    if (weight < 0 || weight > 999) refuse([...at, g, 'weight'], `weight ${weight}`, 'it is 0 to 999');
  }
  const seconds = stickiness?.durationSeconds;
  if (seconds !== undefined && (seconds < 1 || seconds > 604_800)) {
    refuse(
      ['forwardConfig', 'targetGroupStickinessConfig', 'durationSeconds'],
      `durationSeconds ${seconds}`,
      'it is 1 to 604800',
    );
  }
}
