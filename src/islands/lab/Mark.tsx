/** Whether something is met, by shape and colour: a disc with a tick, or a diamond with a cross. */
export function Mark({ met, label }: { met: boolean; label: string }) {
  return (
    <svg class="mark" viewBox="0 0 20 20" role="img" aria-label={label}>
      {met ? (
        <circle class="mark-ok" cx="10" cy="10" r="9" />
      ) : (
        <path class="mark-bad" d="M10 .5 19.5 10 10 19.5.5 10z" stroke="none" />
      )}
      {met ? <path d="M5.8 10.3 8.8 13.3 14.3 7" /> : <path d="M7 7l6 6m0-6-6 6" />}
    </svg>
  );
}
