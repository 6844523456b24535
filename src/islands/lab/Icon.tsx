/** A drawing from the page's sprite. It never stands without a word or a label beside it. */
export function Icon({
  name,
}: {
  name: 'play' | 'pause' | 'back' | 'next' | 'undo' | 'redo' | 'check' | 'cross' | 'arrow';
}) {
  return (
    <svg class="i" aria-hidden="true">
      <use href={`#i-${name}`} />
    </svg>
  );
}
