import type { ContainerDefinition, Image, TaskDefinition, World } from '../../scenario/world-schema.ts';
import type { Checks } from './checks.ts';

/** The container agent's default: ECS_CONTAINER_STOP_TIMEOUT (3.4). Fargate's default is the same. */
const STOP_TIMEOUT_SECONDS = 30;

/** A restart policy waits this long between two attempts unless it says otherwise (3.2). */
const RESTART_ATTEMPT_SECONDS = 300;

export type DependencyCondition = 'START' | 'COMPLETE' | 'SUCCESS' | 'HEALTHY';

/** One container of a task definition, with what the scenario says of its image. Whole seconds. */
export type ContainerPlan = {
  name: string;
  image: string;
  essential: boolean;
  pullSeconds: number;
  startSeconds: number;
  /** The step at which the image always fails. */
  fails: 'pull' | 'start' | undefined;
  /** What the image asks to be stopped with: its STOPSIGNAL. */
  stopSignal: string;
  /** From the stop signal to exit, if nothing kills it. */
  exitSeconds: number;
  stopTimeoutSeconds: number;
  healthCheck: Checks | undefined;
  /** From container start until the application answers. */
  answersAfterSeconds: number;
  /** From container start until it stops answering. */
  silentAfterSeconds: number;
  /** While it does not answer, a health check runs into its timeout. */
  hangs: boolean;
  crash: { afterSeconds: number; exitCode: number } | undefined;
  /** `container` is the position in the task definition. */
  dependsOn: readonly { container: number; condition: DependencyCondition }[];
  startTimeoutSeconds: number | undefined;
  restart: { ignoredExitCodes: readonly number[]; attemptSeconds: number } | undefined;
};

/** The image's behaviour; an image that the scenario does not describe does everything at once. */
function imageOf(world: World, name: string): Image {
  const images = world.images ?? {};
  return (Object.hasOwn(images, name) ? images[name] : undefined) ?? {};
}

export function containerPlans(definition: TaskDefinition, world: World): ContainerPlan[] {
  const names = definition.containerDefinitions.map(({ name }) => name);
  return definition.containerDefinitions.map((container) => planOf(container, imageOf(world, container.image), names));
}

function planOf(container: ContainerDefinition, image: Image, names: readonly string[]): ContainerPlan {
  const { healthCheck, restartPolicy } = container;
  return {
    name: container.name,
    image: container.image,
    essential: container.essential !== false,
    pullSeconds: image.pull ?? 0,
    startSeconds: image.start ?? 0,
    fails: image.fails,
    stopSignal: image.stopSignal ?? 'SIGTERM',
    exitSeconds: image.stop ?? 0,
    stopTimeoutSeconds: container.stopTimeout ?? STOP_TIMEOUT_SECONDS,
    healthCheck: healthCheck && {
      intervalSeconds: healthCheck.interval ?? 30,
      failures: healthCheck.retries ?? 3,
      successes: 1,
      startPeriodSeconds: healthCheck.startPeriod ?? 0,
      timeoutSeconds: healthCheck.timeout ?? 5,
    },
    answersAfterSeconds: image.healthy ?? 0,
    silentAfterSeconds: image.unhealthyAfter ?? Number.POSITIVE_INFINITY,
    hangs: image.silence === 'hangs',
    crash: image.crashes && { afterSeconds: image.crashes.after, exitCode: image.crashes.exitCode ?? 1 },
    dependsOn: (container.dependsOn ?? []).map(({ containerName, condition }) => ({
      container: names.indexOf(containerName),
      condition,
    })),
    startTimeoutSeconds: container.startTimeout,
    restart:
      restartPolicy?.enabled === true
        ? {
            ignoredExitCodes: restartPolicy.ignoredExitCodes ?? [],
            attemptSeconds: restartPolicy.restartAttemptPeriod ?? RESTART_ATTEMPT_SECONDS,
          }
        : undefined,
  };
}

/**
 * Whether each container has to be followed by itself. A task whose containers only start and stop side by side is one
 * timer up and one down, which is what makes large worlds fast.
 */
export function needsContainers(definition: TaskDefinition, plans: readonly ContainerPlan[]): boolean {
  if (definition.networkMode === 'awsvpc') return true;
  if (definition.containerDefinitions.some(({ stopTimeout }) => stopTimeout !== undefined)) return true;
  return plans.some(
    ({ fails, silentAfterSeconds, hangs, crash, dependsOn, restart, essential }) =>
      fails !== undefined ||
      hangs ||
      Number.isFinite(silentAfterSeconds) ||
      dependsOn.length > 0 ||
      restart !== undefined ||
      (crash !== undefined && (plans.length > 1 || !essential || crash.exitCode !== 1)),
  );
}
