import { useState } from 'preact/hooks';
import { statsMessages } from '../../i18n/stats-messages.ts';
import type { Language } from '../../i18n/text.ts';
import { Files } from './Files.tsx';
import { Questions } from './Questions.tsx';
import { Together } from './Together.tsx';
import { useStatistics } from './use-statistics.ts';

/** Item statistics of the logs that the reader chooses; nothing is sent or kept. */
export function Stats({ lang }: { lang: Language }) {
  const words = statsMessages[lang];
  const statistics = useStatistics(lang);
  const [cleared, setCleared] = useState(false);
  const { report, work, files } = statistics;
  return (
    <div class="stats">
      <Files
        lang={lang}
        statistics={statistics}
        cleared={cleared && report === undefined && work === undefined}
        onClear={() => {
          statistics.clear();
          setCleared(true);
        }}
      />
      {report !== undefined && files > 0 && (
        <div class="stats-report" aria-busy={work !== undefined}>
          {report.statistics.questions.length === 0 ? (
            <p>{words.noQuestions}</p>
          ) : (
            <>
              <Together lang={lang} test={report.statistics.test} learners={report.statistics.learners} />
              <Questions lang={lang} report={report} />
            </>
          )}
        </div>
      )}
    </div>
  );
}
