type Props = { share: number; low?: number | undefined; high?: number | undefined; isRight?: boolean };

/** A share as a bar from 0 to 1, with its interval as a line; the number stands beside it. */
export function ShareBar({ share, low, high, isRight = true }: Props) {
  const at = (value: number) => 1 + 98 * Math.min(1, Math.max(0, value));
  return (
    <svg
      class={isRight ? 'stats-share' : 'stats-share wrong'}
      viewBox="0 0 100 10"
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <rect class="of" x="1" y="3" width="98" height="4" />
      <rect class="got" x="1" y="3" width={at(share) - 1} height="4" />
      {low !== undefined && high !== undefined && (
        <path class="interval" d={`M${at(low)} 5H${at(high)}M${at(low)} 2V8M${at(high)} 2V8`} />
      )}
    </svg>
  );
}
