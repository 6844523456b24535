import type { SandboxWords } from '../../i18n/sandbox-messages.ts';

/** Takes an entry of a form away; `name` says to who cannot see it which one. */
export function Remove({ words, name, remove }: { words: SandboxWords; name: string; remove: () => void }) {
  return (
    <button class="as-link small" type="button" aria-label={words.removeNamed(name)} onClick={remove}>
      {words.remove}
    </button>
  );
}
