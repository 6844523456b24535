import { type Task, touch } from '../cluster.ts';
import { onTaskFailed, onTaskRunning } from '../deployment/failures.ts';
import { containerChanged, loadBalancersOf, registerTargets } from '../load-balancing/target-health.ts';
import type { Simulation } from '../simulation.ts';
import type { DependencyCondition } from './container-plan.ts';
import { type ContainerState, clearTimer, followProbe, setTimer } from './detail.ts';
import { HEALTHY_WAIT_SECONDS } from './plain-times.ts';
import { stopInSteps } from './stop.ts';
import { recordTask, touched } from './task-entries.ts';
import { weighHealth } from './task-health.ts';

/** PROVISIONING (where there is an interface) and PENDING: every container that waits for no other one begins. */
export function beginContainers(sim: Simulation, task: Task): void {
  if (task.state === 'PROVISIONING') {
    sim.assumptions.add('A41');
    task.state = 'PENDING';
    recordTask(sim, task, 'task-pending', `The network interface of ${task.name} is attached; the agent takes over.`);
  }
  startReady(sim, task);
}

/** 3.2 dependsOn: a container is pulled and started once every condition it names holds. */
function startReady(sim: Simulation, task: Task): void {
  const containers = task.detail?.containers ?? [];
  for (const container of containers) {
    if (container.status !== 'PENDING' || container.wasRunning) continue;
    const holds = container.plan.dependsOn.every((on) =>
      isMet(containers[on.container] as ContainerState, on.condition),
    );
    if (!holds) continue;
    container.status = 'PULLING';
    const at = sim.nowSeconds + container.plan.pullSeconds;
    setTimer(sim, task, at, `pull ${container.plan.name}`, () => onPulled(sim, task, container));
  }
}

function isMet({ wasRunning, status, exitCode, probe }: ContainerState, condition: DependencyCondition): boolean {
  if (condition === 'START') return wasRunning;
  if (condition === 'HEALTHY') return status === 'RUNNING' && probe?.status === 'healthy';
  return status === 'STOPPED' && (condition === 'COMPLETE' || exitCode === 0);
}

function onPulled(sim: Simulation, task: Task, container: ContainerState): void {
  const { plan } = container;
  if (plan.fails === 'pull') {
    const why = `CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref ${plan.image}: ${plan.image}: not found`;
    failContainer(sim, task, container, why);
    return;
  }
  container.status = 'STARTING';
  const say = `Image ${plan.image} of ${task.name} is pulled.`;
  if (plan.pullSeconds > 0) recordTask(sim, task, 'image-pulled', say, { container: plan.name });
  setTimer(sim, task, sim.nowSeconds + plan.startSeconds, `start ${plan.name}`, () => onStarted(sim, task, container));
}

function onStarted(sim: Simulation, task: Task, container: ContainerState): void {
  const { plan } = container;
  if (plan.fails === 'start') {
    failContainer(
      sim,
      task,
      container,
      'CannotStartContainerError: Error response from daemon: failed to create shim task: OCI runtime create failed',
    );
    return;
  }
  runContainer(sim, task, container);
  const many = (task.detail?.containers.length ?? 0) > 1;
  if (many) {
    const say = `Container ${plan.name} of ${task.name} is started.`;
    recordTask(sim, task, 'container-started', say, { container: plan.name });
  }
  if (plan.startTimeoutSeconds !== undefined) {
    const at = sim.nowSeconds + plan.startTimeoutSeconds;
    setTimer(sim, task, at, `give up ${plan.name}`, () => giveUpOn(sim, task, container));
  }
  startReady(sim, task);
  runWhenStarted(sim, task);
}

/** The container runs: its health check and the timer of its crash begin. */
export function runContainer(sim: Simulation, task: Task, container: ContainerState): void {
  const { plan } = container;
  container.status = 'RUNNING';
  container.wasRunning = true;
  container.startedAt = sim.nowSeconds;
  container.exitCode = undefined;
  if (plan.crash) {
    const { afterSeconds, exitCode } = plan.crash;
    const exit = () => onContainerExit(sim, task, container, exitCode);
    setTimer(sim, task, sim.nowSeconds + afterSeconds, `crash ${plan.name}`, exit);
  }
  if (plan.healthCheck) {
    const now = sim.nowSeconds;
    container.probe = { checks: plan.healthCheck, beganAt: now, status: 'unknown', doneAt: now };
    followHealth(sim, task, container);
  }
  containerChanged(sim, task, container, false);
}

/** Follows the container's health check, from whatever status it has now. */
export function followHealth(sim: Simulation, task: Task, container: ContainerState): void {
  const { probe, plan } = container;
  if (probe === undefined) return;
  const changed = () => onContainerHealth(sim, task, container);
  followProbe(sim, task, { key: `health ${plan.name}`, probe, container, changed });
}

function onContainerHealth(sim: Simulation, task: Task, container: ContainerState): void {
  const { plan, probe } = container;
  const status = probe?.status === 'healthy' ? 'HEALTHY' : 'UNHEALTHY';
  if ((task.detail?.containers.length ?? 0) > 1) {
    const say = `Container ${plan.name} of ${task.name} is ${status}.`;
    recordTask(sim, task, 'container-health', say, { container: plan.name });
  }
  startReady(sim, task);
  runWhenStarted(sim, task);
  weighHealth(sim, task);
}

/** RUNNING once every container ran or ended; before that ACTIVATING, where targets are registered (10). */
function runWhenStarted(sim: Simulation, task: Task): void {
  const { detail } = task;
  if (detail === undefined || task.state !== 'PENDING') return;
  if (!detail.containers.every(({ wasRunning, status }) => wasRunning || status === 'STOPPED')) return;
  const balancers = loadBalancersOf(task);
  if (balancers.length > 0) {
    task.state = 'ACTIVATING';
    const groups = balancers.map(({ group }) => group.name).join(', ');
    const say = `${task.name} is registered in (target-group ${groups}); its health checks begin.`;
    recordTask(sim, task, 'task-activating', say, { targetGroup: groups });
  }
  task.state = 'RUNNING';
  touch(sim.cluster, task.instance);
  recordTask(sim, task, 'task-running', `${task.name} is RUNNING on ${task.instance.name}.`);
  onTaskRunning(sim, task);
  detail.graceUntil = sim.nowSeconds + (task.service?.graceSeconds ?? 0);
  registerTargets(sim, task);
  const checked = detail.containers.some(({ plan }) => plan.essential && plan.healthCheck);
  if (!checked && detail.targets.length === 0) {
    setTimer(sim, task, sim.nowSeconds + HEALTHY_WAIT_SECONDS, 'wait', () => {
      detail.waited = true;
      weighHealth(sim, task);
    });
  }
  weighHealth(sim, task);
  touched(sim, task);
}

/** A container exited by itself: the restart policy, then whether it was essential, decide what follows (3.2). */
function onContainerExit(sim: Simulation, task: Task, container: ContainerState, exitCode: number): void {
  const { plan } = container;
  const ran = sim.nowSeconds - container.startedAt;
  container.status = 'STOPPED';
  container.exitCode = exitCode;
  clearTimer(task, `health ${plan.name}`);
  clearTimer(task, `give up ${plan.name}`);
  containerChanged(sim, task, container, true);
  const restarts =
    plan.restart && ran >= plan.restart.attemptSeconds && !plan.restart.ignoredExitCodes.includes(exitCode);
  const why = plan.restart && !restarts ? ` It is not restarted: ${noRestart(container, ran)}.` : '';
  const say = `Container ${plan.name} of ${task.name} exited with code ${exitCode} after ${ran} s.${why}`;
  recordTask(sim, task, 'container-exited', say, { container: plan.name, exitCode });
  if (restarts) restart(sim, task, container);
  else if (plan.essential) {
    onTaskFailed(sim, task, task.state === 'RUNNING' ? 'exit' : 'start');
    const reason = `its essential container ${plan.name} exited with code ${exitCode}`;
    stopInSteps(sim, task, { code: 'EssentialContainerExited', say: reason });
  } else endContainer(sim, task, container);
}

function noRestart({ plan, exitCode }: ContainerState, ran: number): string {
  if (plan.restart?.ignoredExitCodes.includes(exitCode ?? 0)) return `exit code ${exitCode} is in ignoredExitCodes`;
  return `it ran ${ran} s, less than restartAttemptPeriod ${plan.restart?.attemptSeconds}`;
}

/** The container starts again in its task, without a pull; the task stays RUNNING. */
function restart(sim: Simulation, task: Task, container: ContainerState): void {
  const { plan } = container;
  container.restarts++;
  container.status = 'STARTING';
  if (container.probe) container.probe.status = 'unknown';
  if (task.service) {
    task.service.restarts++;
    sim.timeline.series(`services.${task.service.name}.restarts`).set(sim.nowSeconds, task.service.restarts);
  }
  const say = `Container ${plan.name} of ${task.name} is restarted by its restart policy (restart ${container.restarts}).`;
  recordTask(sim, task, 'container-restarted', say, { container: plan.name });
  setTimer(sim, task, sim.nowSeconds + plan.startSeconds, `start ${plan.name}`, () => {
    runContainer(sim, task, container);
    startReady(sim, task);
    weighHealth(sim, task);
  });
  weighHealth(sim, task);
}

/** A container that is not essential has ended: those that waited for its end go on, or never will. */
function endContainer(sim: Simulation, task: Task, container: ContainerState): void {
  const { containers = [] } = task.detail ?? {};
  const index = containers.indexOf(container);
  const stuck = containers.find(
    ({ plan, status, wasRunning }) =>
      status === 'PENDING' &&
      !wasRunning &&
      plan.dependsOn.some((on) => on.container === index && !isMet(container, on.condition)),
  );
  if (stuck) {
    failTask(sim, task, `container ${stuck.plan.name} waits for container ${container.plan.name}, which has ended`);
    return;
  }
  startReady(sim, task);
  runWhenStarted(sim, task);
  weighHealth(sim, task);
}

/** startTimeout: what waits for this container to be HEALTHY, COMPLETE or SUCCESS gives up, and the task stops. */
function giveUpOn(sim: Simulation, task: Task, container: ContainerState): void {
  const { containers = [] } = task.detail ?? {};
  const index = containers.indexOf(container);
  const waiting = containers.find(
    ({ plan, status }) => status === 'PENDING' && plan.dependsOn.some((on) => on.container === index),
  );
  if (waiting === undefined) return;
  const { startTimeoutSeconds, name } = container.plan;
  failTask(sim, task, `container ${waiting.plan.name} waited ${startTimeoutSeconds} s for container ${name}`);
}

/** The image cannot be pulled or started. Without this container the task cannot run, unless nothing needs it. */
function failContainer(sim: Simulation, task: Task, container: ContainerState, error: string): void {
  const { plan } = container;
  container.status = 'STOPPED';
  const say = `Container ${plan.name} of ${task.name} failed: ${error}.`;
  recordTask(sim, task, 'container-failed', say, { container: plan.name });
  if (!plan.essential) endContainer(sim, task, container);
  else failTask(sim, task, error);
}

/** 10: the task never reached RUNNING. */
function failTask(sim: Simulation, task: Task, why: string): void {
  onTaskFailed(sim, task, 'start');
  task.failure = why;
  stopInSteps(sim, task, { code: 'TaskFailedToStart', say: why });
}
