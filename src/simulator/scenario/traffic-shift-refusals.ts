import type { Refuse } from './aws-refusals.ts';
import type { LifecycleHook } from './traffic-shift-schema.ts';
import type { DeploymentConfiguration, Service } from './world-schema.ts';

const MINUTES_OF_A_DAY = 1440;

/** What AWS refuses of BLUE_GREEN, LINEAR and CANARY (3.7). */
export function refuseTrafficShift(configuration: DeploymentConfiguration, refuse: Refuse): void {
  const { strategy = 'ROLLING', bakeTimeInMinutes, linearConfiguration, canaryConfiguration } = configuration;
  if (strategy === 'BLUE_GREEN' && bakeTimeInMinutes === undefined) {
    refuse([], 'BLUE_GREEN without bakeTimeInMinutes', 'write how many minutes both revisions run after the shift');
  }
  refuseMinutes(bakeTimeInMinutes, 'bakeTimeInMinutes', [], refuse);
  if (linearConfiguration !== undefined) {
    if (strategy !== 'LINEAR') {
      refuse(['linearConfiguration'], `linearConfiguration with strategy ${strategy}`, 'it belongs to LINEAR');
    }
    refusePercent(linearConfiguration.stepPercent, 'stepPercent', 3, ['linearConfiguration'], refuse);
    const minutes = linearConfiguration.stepBakeTimeInMinutes;
    refuseMinutes(minutes, 'stepBakeTimeInMinutes', ['linearConfiguration'], refuse);
  }
  if (canaryConfiguration !== undefined) {
    if (strategy !== 'CANARY') {
      refuse(['canaryConfiguration'], `canaryConfiguration with strategy ${strategy}`, 'it belongs to CANARY');
    }
    refusePercent(canaryConfiguration.canaryPercent, 'canaryPercent', 0.1, ['canaryConfiguration'], refuse);
    const minutes = canaryConfiguration.canaryBakeTimeInMinutes;
    refuseMinutes(minutes, 'canaryBakeTimeInMinutes', ['canaryConfiguration'], refuse);
  }
  const hooks = configuration.lifecycleHooks ?? [];
  if (hooks.length > 0 && strategy === 'ROLLING') {
    const why = 'hooks of rolling updates are not simulated; write another strategy, or lifecycleHooks: []';
    refuse(['lifecycleHooks'], 'lifecycleHooks with strategy ROLLING', why);
  }
  for (const type of ['AWS_LAMBDA', 'PAUSE']) {
    const count = hooks.filter(({ targetType = 'AWS_LAMBDA' }) => targetType === type).length;
    if (count > 10) refuse(['lifecycleHooks'], `${count} hooks of type ${type}`, 'a service takes at most 10');
  }
  for (const [i, hook] of hooks.entries()) {
    refuseHook(hook, (path, what, why) => refuse(['lifecycleHooks', i, ...path], what, why));
  }
}

/** What shifts the traffic of a service, with its strategy (3.7). */
type Shifted = Pick<Service, 'deploymentConfiguration' | 'loadBalancers' | 'serviceConnectConfiguration'>;

/**
 * 3.7: LINEAR and CANARY need a load balancer or Service Connect, and with a load balancer every strategy but ROLLING
 * needs the second target group. Sources: linear-deployment-implementation.html; troubleshooting-blue-green.html for
 * AWS's words.
 */
export function refuseUnshiftable(service: Shifted, refuse: Refuse): void {
  const { loadBalancers = [], serviceConnectConfiguration } = service;
  const strategy = service.deploymentConfiguration?.strategy ?? 'ROLLING';
  if (strategy === 'ROLLING') return;
  const at = ['deploymentConfiguration', 'strategy'];
  const what = `strategy ${strategy}`;
  if (loadBalancers.some(({ advancedConfiguration }) => advancedConfiguration === undefined)) {
    const field = 'advancedConfiguration field is required for all loadBalancers';
    refuse(at, what, `${field} when using a non-ROLLING deployment strategy`);
  }
  if (strategy === 'BLUE_GREEN' || loadBalancers.length > 0 || serviceConnectConfiguration?.enabled === true) return;
  refuse(at, what, 'a load balancer or Service Connect shifts the traffic, and the service has neither');
}

/** The loadBalancers of CreateService as a whole, in AWS's words (3.7, 3.8). */
export function refuseLoadBalancers({ loadBalancers = [] }: Service, refuse: Refuse): void {
  const classic = loadBalancers.filter(({ loadBalancerName }) => loadBalancerName !== undefined);
  const advanced = loadBalancers.filter(({ advancedConfiguration }) => advancedConfiguration !== undefined);
  const no = (why: string) => refuse(['loadBalancers'], 'these loadBalancers', why);
  if (loadBalancers.length > 5)
    refuse(['loadBalancers'], `${loadBalancers.length} target groups`, 'a service takes at most 5');
  if (classic.length > 0 && classic.length < loadBalancers.length) {
    no(
      'All loadBalancers must be strictly either ELBv1 (defining loadBalancerName) or ELBv2 (defining targetGroupArn)',
    );
  } else if (classic.length > 1) {
    refuse(['loadBalancers'], `${classic.length} Classic Load Balancers`, 'a service takes 1');
  }
  if (classic.some(({ advancedConfiguration }) => advancedConfiguration)) {
    no('advancedConfiguration field is not allowed with ELBv1 loadBalancers');
  } else if (advanced.length > 0 && advanced.length < loadBalancers.length) {
    no('Either all or none of the provided loadBalancers must have advancedConfiguration defined');
  }
  const groups = loadBalancers.flatMap(({ targetGroupArn, advancedConfiguration }) => [
    ...(targetGroupArn === undefined ? [] : [targetGroupArn]),
    ...(advancedConfiguration ? [advancedConfiguration.alternateTargetGroupArn] : []),
  ]);
  const twice = groups.find((group, i) => groups.indexOf(group) < i);
  if (advanced.length > 0 && twice !== undefined) no(`Duplicate targetGroupArn found: ${twice}`);
}

function refuseMinutes(minutes: number | undefined, field: string, path: string[], refuse: Refuse): void {
  if (minutes === undefined || (minutes >= 0 && minutes <= MINUTES_OF_A_DAY)) return;
  refuse([...path, field], `${field} ${minutes}`, `it is 0 to ${MINUTES_OF_A_DAY} minutes`);
}

function refusePercent(
  percent: number | undefined,
  field: string,
  least: number,
  path: string[],
  refuse: Refuse,
): void {
  if (percent === undefined) return;
  const inTenths = Math.abs(percent * 10 - Math.round(percent * 10)) < 1e-6;
  if (percent >= least && percent <= 100 && inTenths) return;
  refuse([...path, field], `${field} ${percent}`, `it is a multiple of 0.1 from ${least.toFixed(1)} to 100.0`);
}

function refuseHook(hook: LifecycleHook, refuse: Refuse): void {
  const { targetType, hookTargetArn, timeoutConfiguration, lifecycleStages } = hook;
  const wrong = lifecycleStages.findIndex(
    (stage) => stage === 'TEST_TRAFFIC_SHIFT' || stage === 'PRODUCTION_TRAFFIC_SHIFT',
  );
  if (targetType === 'PAUSE' && wrong >= 0) {
    const why = 'Invalid lifecycle stage provided for Pause Hook';
    refuse(['lifecycleStages', wrong], `a pause at ${lifecycleStages[wrong]}`, why);
  }
  if (targetType === 'PAUSE' && hookTargetArn !== undefined) {
    refuse(['hookTargetArn'], 'hookTargetArn on a PAUSE hook', 'nothing is called; continueServiceDeployment ends it');
  }
  if (targetType !== 'PAUSE' && hookTargetArn === undefined) {
    refuse([], 'an AWS_LAMBDA hook without hookTargetArn', 'write the name of a function of world.lambdas');
  }
  const minutes = timeoutConfiguration?.timeoutInMinutes;
  const most = targetType === 'PAUSE' ? 20_160 : MINUTES_OF_A_DAY;
  if (minutes !== undefined && (minutes < 1 || minutes > most)) {
    refuse(['timeoutConfiguration', 'timeoutInMinutes'], `timeoutInMinutes ${minutes}`, `it is 1 to ${most}`);
  }
}
