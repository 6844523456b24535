import type { Round } from './review-model.ts';

/** The round as a row of containers: those that are through, the one that is asked, those that wait. The words beside it say the same. */
export function Queue({ round }: { round: Round }) {
  const width = 22;
  return (
    <svg
      class="round"
      viewBox={`0 0 ${Math.max(1, round.queue.length) * width} 16`}
      preserveAspectRatio="xMinYMid"
      aria-hidden="true"
    >
      {round.queue.map((asked, i) => (
        <rect
          key={`${asked.id}-${asked.seed}`}
          class={i < round.at ? 'through' : i === round.at ? 'now' : 'waits'}
          x={i * width + 1}
          y={1}
          width={width - 4}
          height={14}
        />
      ))}
    </svg>
  );
}
