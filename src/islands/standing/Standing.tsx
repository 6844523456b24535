import './standing.css';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { pathIn } from '../../i18n/paths.ts';
import { standingMessages } from '../../i18n/standing-messages.ts';
import type { Language } from '../../i18n/text.ts';
import type { StoredAttempt } from '../../quiz-engine/attempt.ts';
import type { BankLine } from '../../quiz-engine/exam/bank.ts';
import { readLog } from '../progress-store.ts';
import { CalibrationPart } from './CalibrationPart.tsx';
import { ExamPart } from './ExamPart.tsx';
import { loadBank } from './load-bank.ts';
import { localDayOf } from './local-day.ts';
import { NowPart } from './NowPart.tsx';
import { ObjectivesPart } from './ObjectivesPart.tsx';
import { SurePart } from './SurePart.tsx';
import { type ExamInfo, standingOf } from './standing-model.ts';

type Props = {
  lang: Language;
  /** In the order of the curriculum. */
  objectives: { id: string; title: string }[];
  exams: ExamInfo[];
};

/** Where the learner stands, folded from the log of this device. */
export function Standing({ lang, objectives, exams }: Props) {
  const words = standingMessages[lang];
  const [found, setFound] = useState<{ attempts: StoredAttempt[]; bank: BankLine[] } | 'failed'>();
  const today = localDayOf(Date.now());
  const read = async () => {
    const [{ attempts }, bank] = await Promise.all([readLog(), loadBank()]);
    setFound(bank === undefined ? 'failed' : { attempts, bank });
  };
  useEffect(() => {
    const again = () => void read();
    again();
    addEventListener('drydock:log', again);
    return () => removeEventListener('drydock:log', again);
  }, []);
  const standing = useMemo(
    () =>
      typeof found === 'object' ? standingOf(found.attempts, found.bank, { today, dayOf: localDayOf }) : undefined,
    [found, today],
  );
  const titles = useMemo(() => new Map(objectives.map(({ id, title }) => [id, title])), []);
  if (found === 'failed') {
    return (
      <div class="card standing-place" role="alert">
        <p>{words.failed}</p>
        <button class="btn go" type="button" onClick={() => void read()}>
          {words.tryAgain}
        </button>
      </div>
    );
  }
  if (found === undefined || standing === undefined) return <p class="faint standing-place">{words.reading}</p>;
  const shared = { lang, standing };
  return (
    <div class="standing">
      {standing.answered === 0 ? (
        <section class="card" aria-label={words.title}>
          <p>{words.nothing}</p>
          <p>
            <a class="btn go" href={pathIn(lang, '/lessons/')}>
              {words.firstLesson}
            </a>
          </p>
        </section>
      ) : (
        <>
          <NowPart {...shared} titles={titles} today={today} />
          <SurePart {...shared} />
        </>
      )}
      <ExamPart lang={lang} {...found} exams={exams} today={today} />
      {standing.answered > 0 && (
        <>
          <ObjectivesPart {...shared} titles={titles} />
          <CalibrationPart lang={lang} calibration={standing.calibration} />
        </>
      )}
    </div>
  );
}
