import type { Language } from '../../i18n/text.ts';
import type { RunTold } from '../../quiz-engine/asked/asked-question.ts';
import { useLoaded } from '../lab/use-loaded.ts';

type Props = { lang: Language; run: RunTold | undefined; isPrinted?: boolean };

const load = () => import('../run-player/RunFigure.tsx');

/** The run that an explanation shows, where it has one; what draws it is fetched then. */
export function RunOfQuestion({ lang, run, isPrinted = false }: Props) {
  const part = useLoaded(run !== undefined, load);
  if (run === undefined || part === undefined || part === 'failed') return null;
  return <part.RunFigure key={run.still} lang={lang} run={run} isPrinted={isPrinted} />;
}
