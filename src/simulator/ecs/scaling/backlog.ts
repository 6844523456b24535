import { type Fraction, fractionOf, over } from './fraction.ts';

/**
 * 4.5: messages that wait for each task: visible ÷ RUNNING. No value without a running task.
 * Source: scaling based on Amazon SQS, EC2 Auto Scaling user guide.
 */
export function backlogPerTask(visible: number, running: number): Fraction | undefined {
  return running === 0 ? undefined : over(fractionOf(visible), fractionOf(running));
}

/** 4.5: the backlog that one task may have, and so the target: longest acceptable latency ÷ time for one message. */
export function acceptableBacklog(latencySeconds: number, secondsPerMessage: number): Fraction {
  return over(fractionOf(latencySeconds), fractionOf(secondsPerMessage));
}
