import type { LabWords } from '../../i18n/lab-messages.ts';
import { clock, type Chart as Model, type Step } from './chart-model.ts';
import { BOTTOM, edgeOf, LEFT, type Scale } from './chart-shape.ts';

/** Floor and cap of a deployment, and the moments by which goals want something done. */
export function Lines({
  words,
  chart,
  x,
  y,
  labelsInside,
}: {
  words: LabWords;
  chart: Model;
  x: Scale;
  y: Scale;
  labelsInside: boolean;
}) {
  const line = (steps: Step[]) => edgeOf(steps, x, y);
  const cap = chart.cap.at(-1);
  const floor = chart.floor.at(-1);
  // Two labels on one height would hide each other.
  const close = cap && floor && y(floor.high) - y(cap.high) < 13;
  const at = (step: Step) =>
    labelsInside
      ? { x: LEFT + 5, 'text-anchor': 'start' as const }
      : { x: x(step.to) + 6, 'text-anchor': 'start' as const };
  return (
    <>
      <path class="floor-line" d={line(chart.floor)} fill="none" />
      <path class="cap-line" d={line(chart.cap)} fill="none" />
      {cap && (
        <text class="b halo" {...at(cap)} y={y(cap.high) + (labelsInside || close ? -5 : 4)}>
          {words.cap} {cap.high}
        </text>
      )}
      {floor && (
        <text class="b ok halo" {...at(floor)} y={y(floor.high) + (labelsInside ? 14 : close ? 9 : 4)}>
          {words.floor} {floor.high}
        </text>
      )}
      {chart.deadlines
        .filter((deadline) => deadline.at <= chart.seconds)
        .map((deadline) => (
          <g key={deadline.id}>
            <path class="goal-line" d={`M${x(deadline.at)} 16V${BOTTOM}`} />
            <text class="bad halo" x={x(deadline.at)} y="12" text-anchor="middle">
              {words.goalAt(clock(deadline.at))}
            </text>
          </g>
        ))}
    </>
  );
}

/** Desired count of a scaled service, and the limits that lie in sight. */
export function Scaling({
  words,
  chart,
  x,
  y,
  labelsInside,
}: {
  words: LabWords;
  chart: Model;
  x: Scale;
  y: Scale;
  labelsInside: boolean;
}) {
  const limits = [
    { steps: chart.least, label: words.least },
    { steps: chart.most.every(({ high }) => high <= chart.top) ? chart.most : [], label: words.most },
  ];
  const wanted = chart.desired.at(-1);
  return (
    <>
      {limits.map(({ steps, label }) => {
        const last = steps.at(-1);
        return (
          last && (
            <g key={label}>
              <path class="limit-line" d={edgeOf(steps, x, y)} fill="none" />
              <text
                class="halo"
                x={labelsInside ? LEFT + 5 : x(last.to) + 6}
                y={y(last.high) + (labelsInside ? -5 : 4)}
                text-anchor="start"
              >
                {label} {last.high}
              </text>
            </g>
          )
        );
      })}
      <path class="desired-line" d={edgeOf(chart.desired, x, y)} fill="none" />
      {wanted && !labelsInside && limits.every(({ steps }) => steps.at(-1)?.high !== wanted.high) && (
        <text class="b halo" x={x(wanted.to) + 6} y={y(wanted.high) + 4} text-anchor="start">
          {words.desired} {wanted.high}
        </text>
      )}
    </>
  );
}
