import type { Entry, EntryType } from './run.ts';

/**
 * What an entry of each type says, and which fields it carries beside `at`, `type` and `message`. `verb` and `input` are
 * on the first entry of what a scenario's event did, whatever its type.
 */
const TASK = ['service', 'task', 'taskDefinition', 'instance', 'availabilityZone', 'state'] as const;
const CAPACITY = ['capacityProvider', 'autoScalingGroup', 'capacity'] as const;
const GROUP = ['autoScalingGroup', 'capacityProvider', 'instance', 'availabilityZone'] as const;

export const ENTRY_TYPES: Record<EntryType, { says: string; fields: readonly (keyof Entry)[] }> = {
  'task-placed': {
    says: 'Placement chose an instance for a task; its resources are reserved. At 0 s of a steady world: the task stands.',
    fields: [
      'service',
      'task',
      'taskDefinition',
      'instance',
      'availabilityZone',
      'state',
      'networkBindings',
      'decision',
    ],
  },
  'task-not-placed': {
    says: 'No container instance met every requirement; reason is the rule that refused the closest match.',
    fields: ['service', 'taskDefinition', 'reason', 'decision'],
  },
  'task-running': {
    says: 'The image is pulled and started.',
    fields: ['service', 'task', 'taskDefinition', 'instance', 'availabilityZone', 'state', 'networkBindings'],
  },
  'task-healthy': {
    says: 'The task counts as healthy from now on.',
    fields: ['service', 'task', 'taskDefinition', 'instance', 'availabilityZone', 'state'],
  },
  'task-unhealthy': {
    says: 'The container health check gave up; the task is to be replaced.',
    fields: ['service', 'task', 'taskDefinition', 'instance', 'availabilityZone', 'state'],
  },
  'task-stopping': {
    says: 'The task got SIGTERM; it counts no more, and keeps its resources until it exits. reason is the stop code.',
    fields: [...TASK, 'reason', 'stoppedReason'],
  },
  'task-stopped': {
    says: 'The task is STOPPED and its resources are free. reason is the stop code, stoppedReason its sentence.',
    fields: [...TASK, 'reason', 'stoppedReason'],
  },
  'task-pending': { says: 'The network interface is attached; images are pulled from now on.', fields: TASK },
  'capacity-alarm': {
    says: 'CapacityProviderReservation lies above its target, or 15 minutes below it; reason is high or low.',
    fields: [...CAPACITY, 'reason'],
  },
  'capacity-scaled': {
    says: 'Managed scaling moves the desired capacity of an Auto Scaling group; capacity has the arithmetic.',
    fields: CAPACITY,
  },
  'capacity-held': {
    says: 'Tasks wait, and managed scaling does not scale out: reason is maxSize or instanceWarmupPeriod.',
    fields: [...CAPACITY, 'reason'],
  },
  'instance-launching': {
    says: 'An Auto Scaling group, or ECS for Managed Instances, launches an instance.',
    fields: GROUP,
  },
  'instance-launch-blocked': {
    says: 'The Auto Scaling group cannot come to its desired capacity, or no Managed Instance holds the task; the message says why.',
    fields: ['autoScalingGroup', 'capacityProvider', 'task', 'reason'],
  },
  'instance-registered': {
    says: 'A launched instance is registered with the cluster and ACTIVE.',
    fields: [...GROUP, 'instanceType', 'registered'],
  },
  'instance-stands': {
    says: 'An instance of an Auto Scaling group that is there when the run begins.',
    fields: [...GROUP, 'instanceType', 'registered'],
  },
  'instance-terminating': {
    says: 'The Auto Scaling group lets an instance go: reason is DRAINING where its tasks leave first, else TERMINATED.',
    fields: [...GROUP, 'reason'],
  },
  'instance-terminated': { says: 'An instance of an Auto Scaling group is gone.', fields: GROUP },
  'task-activating': { says: 'The task is registered with its target groups.', fields: [...TASK, 'targetGroup'] },
  'task-deactivating': {
    says: 'The task is deregistered and drains; it counts no more, and SIGTERM follows. reason is the stop code.',
    fields: [...TASK, 'reason', 'stoppedReason', 'targetGroup'],
  },
  'task-waiting': {
    says: 'No instance of the capacity provider has room; the task waits in PROVISIONING for one.',
    fields: ['service', 'task', 'taskDefinition', 'capacityProvider', 'state', 'decision'],
  },
  'task-deprovisioning': { says: 'The network interface of the task is removed.', fields: TASK },
  'task-health-lost': { says: 'The task counts as healthy no more, and is not to be replaced yet.', fields: TASK },
  'health-ignored': { says: 'A health check gave up inside the grace period, which ignores it.', fields: TASK },
  'image-pulled': { says: 'The image of a container is pulled.', fields: [...TASK, 'container'] },
  'container-started': { says: 'One of several containers of a task runs.', fields: [...TASK, 'container'] },
  'container-health': { says: 'A container of several turned HEALTHY or UNHEALTHY.', fields: [...TASK, 'container'] },
  'container-exited': { says: 'A container ended; the message says why.', fields: [...TASK, 'container', 'exitCode'] },
  'container-restarted': {
    says: 'The restart policy starts a container again; the task goes on.',
    fields: [...TASK, 'container'],
  },
  'container-failed': { says: 'The image of a container cannot be pulled or started.', fields: [...TASK, 'container'] },
  'target-healthy': {
    says: 'A target group counts the task as healthy.',
    fields: [...TASK, 'container', 'targetGroup'],
  },
  'target-unhealthy': {
    says: 'A target group counts the task as unhealthy.',
    fields: [...TASK, 'container', 'targetGroup'],
  },
  'deployment-started': {
    says: 'A new deployment became PRIMARY.',
    fields: ['service', 'deployment', 'taskDefinition', 'replaces'],
  },
  'deployment-step': {
    says: 'What the two bounds allow now: how many tasks stop and how many may start.',
    fields: ['service', 'bounds'],
  },
  'deployment-blocked': {
    says: 'Nothing may move and waiting does not help; the message says which bound holds.',
    fields: ['service', 'bounds'],
  },
  'deployment-completed': {
    says: 'No older task is left and the desired count of new ones is healthy.',
    fields: ['service', 'deployment', 'taskDefinition', 'bounds'],
  },
  'circuit-breaker': {
    says: 'The circuit breaker counted a failed task, or set its count back to 0; failures has both numbers.',
    fields: ['service', 'task', 'failures'],
  },
  alarm: {
    says: 'A CloudWatch alarm changed its state, or is ignored because it was in ALARM when the deployment began.',
    fields: ['service', 'alarm', 'evaluation', 'verb', 'input'],
  },
  'deployment-stage': {
    says: 'A deployment that shifts traffic enters a stage, or bakes between two steps for waitSeconds.',
    fields: ['service', 'stage', 'waitSeconds'],
  },
  'deployment-hook': {
    says: 'A lifecycle hook is called, answers, pauses or times out.',
    fields: ['service', 'stage'],
  },
  'traffic-shifted': {
    says: 'The shares of production traffic of the two revisions changed.',
    fields: ['service', 'traffic'],
  },
  'launch-quota': {
    says: 'The quota of launches per minute is reached; the rest waits for waitSeconds.',
    fields: ['service', 'waitSeconds'],
  },
  'launch-throttled': {
    says: 'Tasks stop without having been RUNNING, so the next start of the service waits for waitSeconds.',
    fields: ['service', 'waitSeconds'],
  },
  'deployment-failed': {
    says: 'The deployment is FAILED and starts no more tasks; the message says what ended it.',
    fields: ['service', 'deployment', 'taskDefinition'],
  },
  'deployment-rolling-back': {
    says: 'The last completed deployment became PRIMARY again.',
    fields: ['service', 'deployment', 'taskDefinition'],
  },
  'deployment-rolled-back': {
    says: 'The last completed deployment stands again: nothing of the failed one is left.',
    fields: ['service', 'deployment', 'taskDefinition', 'bounds'],
  },
  'task-protection': {
    says: 'Scale-in protection of a task began or ended, or could not begin: reason is why then.',
    fields: ['service', 'task', 'taskDefinition', 'instance', 'availabilityZone', 'state', 'reason'],
  },
  'scale-in-blocked': {
    says: 'Protected tasks are all that keeps the service from stopping tasks.',
    fields: ['service'],
  },
  'zone-rebalancing': {
    says: 'Zone rebalancing starts, moves a task, cannot, or is done; reason is the name of the event at AWS.',
    fields: ['service', 'reason'],
  },
  'tasks-shared-out': {
    says: 'A capacity provider strategy splits a count of tasks; shares has what each provider gets.',
    fields: ['service', 'shares'],
  },
  'spot-interruption': {
    says: 'The two-minute notice: this Fargate Spot task, or this Spot Instance, is taken back.',
    fields: [...TASK, 'reason', 'stoppedReason', 'noticeSeconds'],
  },
  'service-steady': { says: 'The service reached a steady state.', fields: ['service'] },
  'service-updated': {
    says: 'UpdateService changed the service: changes has what, from and to.',
    fields: ['service', 'changes', 'verb', 'input'],
  },
  'service-scaled': {
    says: 'Service scaling changed the desired count; scaling has the metric, the arithmetic and the cooldown.',
    fields: ['service', 'scaling'],
  },
  'scaling-held': {
    says: 'A scaling policy asks for another desired count, and scaling.heldBy keeps it from it; reason is the NotScaledReasons code of AWS.',
    fields: ['service', 'scaling', 'reason'],
  },
  'scheduled-action': {
    says: 'A scheduled action set the limits of a scalable target; capacity outside of them is moved into them.',
    fields: ['service', 'scaling'],
  },
  'app-runner-scaled': { says: 'App Runner changed the number of instances of a service.', fields: ['service'] },
  'instance-active': {
    says: 'The instance takes tasks again: it was DRAINING.',
    fields: ['instance', 'availabilityZone'],
  },
  'instance-draining': {
    says: 'The instance takes no new tasks.',
    fields: ['instance', 'availabilityZone', 'verb', 'input'],
  },
  'instance-lost': {
    says: 'The instance is gone, and its tasks with it.',
    fields: ['instance', 'availabilityZone', 'verb', 'input'],
  },
  'messages-returned': {
    says: 'Messages of a queue that nobody deleted in time are visible again: reason is task-stopped or, told once, visibility-timeout.',
    fields: ['service', 'queue', 'count', 'reason', 'visibilityTimeoutSeconds', 'messageSeconds'],
  },
  'rule-matched': {
    says: 'An event of the cluster matches the pattern of an EventBridge rule; its targets follow.',
    fields: ['rule', 'detailType', 'service', 'task', 'instance'],
  },
  'rule-due': { says: 'The schedule of an EventBridge rule is due; its targets follow.', fields: ['rule'] },
  'topic-notified': {
    says: 'A rule or an alarm publishes a message to an SNS topic.',
    fields: ['topic', 'rule', 'alarm'],
  },
  'requests-failing': {
    says: 'Requests of a service begin to fail, or fail for another reason; requestFailures has how many, why and where.',
    fields: ['service', 'targetGroup', 'reason', 'requests', 'requestFailures'],
  },
  'requests-recovered': {
    says: 'No request has failed for 5 seconds; requests.failed is how many did, in seconds.',
    fields: ['service', 'requests', 'seconds'],
  },
  'requests-cut': {
    says: 'Requests that were under way fail because their target went: reason is deregistered, stopped, lost or exited.',
    fields: ['service', 'task', 'targetGroup', 'reason', 'requests'],
  },
  'target-gone': {
    says: 'The health checks of a target group have found out that the host of a target is lost.',
    fields: ['service', 'task', 'targetGroup'],
  },
  'target-drained': {
    says: 'Nothing is under way at a draining target any more; seconds is how long ECS waits for it all the same.',
    fields: ['service', 'task', 'targetGroup', 'seconds'],
  },
  'load-changed': {
    says: 'Users begin to send another number of requests; requests.sent is how many in this second.',
    fields: ['service', 'requests', 'verb', 'input'],
  },
  event: {
    says: 'Something happened that the scenario asked for. reason is MISSING where there was nothing to act on.',
    fields: ['verb', 'input', 'reason'],
  },
};
