import '../quiz/quiz.css';
import type { Language } from '../../i18n/text.ts';
import type { AskedQuestion } from '../../quiz-engine/asked/asked-question.ts';
import { gradeAsked } from '../../quiz-engine/asked/grade-asked.ts';
import { rightResponse } from '../../quiz-engine/asked/right-response.ts';
import { After } from '../quiz/After.tsx';
import { OneKind } from '../quiz/OneKind.tsx';
import type { Told } from '../quiz/quiz-model.ts';

export type ToldProps = { lang: Language; asked: AskedQuestion; told: Told; wrong: string | undefined };

/** The right order, pairs, number or parts with their reasons; then the runs and the lesson. */
export function ToldKind({ lang, asked, told, wrong }: ToldProps) {
  const response = rightResponse(told.key);
  const verdict = gradeAsked(asked, told.key, response, {});
  const hasOwnView = asked.kind === 'single' || asked.kind === 'multiple' || asked.kind === 'scenario';
  return (
    <div class="q host-told">
      {!hasOwnView && (
        <OneKind
          question={asked}
          lang={lang}
          response={response}
          respond={() => undefined}
          told={{ ...told, verdict }}
          locked
          tells={false}
          stem="host-told"
          runs={{}}
          onRun={() => undefined}
        />
      )}
      <After question={asked} lang={lang} told={told} response={wrong === undefined ? null : [wrong]} isClass />
    </div>
  );
}
