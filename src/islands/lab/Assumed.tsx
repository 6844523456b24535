import type { Language } from '../../i18n/text.ts';
import { useLoaded } from './use-loaded.ts';

const load = () => import('../../i18n/assumption-messages.ts');

/** What each assumption says, by its id in the register. Only a run has any, so the page loads without the sentences. */
export function Assumed({ lang, ids }: { lang: Language; ids: readonly string[] }) {
  const part = useLoaded(ids.length > 0, load);
  // Without the sentences the ids still say which rules they are.
  const said = part === undefined || part === 'failed' ? undefined : part.ASSUMPTIONS;
  return (
    <ul>
      {ids.map((id) => (
        <li key={id}>
          <code>{id}</code> {said?.[id]?.[lang]}
        </li>
      ))}
    </ul>
  );
}
