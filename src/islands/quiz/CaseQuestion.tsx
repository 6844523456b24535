import { kindMessages } from '../../i18n/kind-messages.ts';
import type { AskedCase } from '../../quiz-engine/asked/asked-question.ts';
import { gradeAsked, type RunVerdicts } from '../../quiz-engine/asked/grade-asked.ts';
import { partOf } from '../../quiz-engine/asked/response-parts.ts';
import { withPart } from '../../quiz-engine/asked/with-part.ts';
import type { KindProps } from './kind-props.ts';
import { OneKind } from './OneKind.tsx';
import type { Told } from './quiz-model.ts';

/** One story, several whole questions about it: answered together, told part by part. */
export function CaseQuestion(props: KindProps<AskedCase> & { runs: RunVerdicts }) {
  const { question, lang, response, respond, told, stem, runs } = props;
  const words = kindMessages[lang];
  return (
    <ol class="parts">
      {question.parts.map((part, index) => {
        const own = partOf(response, part.id);
        const key = told?.key.parts?.[part.id];
        const partTold: Told | undefined = told &&
          key && { key, verdict: gradeAsked(part, key, own, runs), isOver: told.isOver };
        const partStem = `${stem}-${part.id}`;
        return (
          <li key={part.id}>
            <div class="part-head">
              <b>{words.part(index + 1, question.parts.length)}</b>
              {partTold && (
                <span class={partTold.verdict.correct ? 'tag ok' : 'tag bad'}>
                  {partTold.verdict.correct ? words.rightPart : words.wrongPart}
                </span>
              )}
            </div>
            <div class="part-stem" id={partStem} dangerouslySetInnerHTML={{ __html: part.stemHtml }} />
            <OneKind
              {...props}
              question={part}
              response={own}
              respond={(answer) => respond(withPart(response, part.id, answer))}
              told={partTold}
              stem={partStem}
            />
          </li>
        );
      })}
    </ol>
  );
}
