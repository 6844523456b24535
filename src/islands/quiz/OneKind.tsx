import type { AskedQuestion } from '../../quiz-engine/asked/asked-question.ts';
import type { RunVerdicts } from '../../quiz-engine/asked/grade-asked.ts';
import { CaseQuestion } from './CaseQuestion.tsx';
import { ChoiceQuestion } from './ChoiceQuestion.tsx';
import type { KindProps } from './kind-props.ts';
import { MatchQuestion } from './MatchQuestion.tsx';
import { NumberQuestion } from './NumberQuestion.tsx';
import { OrderQuestion } from './OrderQuestion.tsx';
import { ScenarioQuestion } from './ScenarioQuestion.tsx';

/** The view of a kind. */
export function OneKind({ question, ...props }: KindProps<AskedQuestion> & { runs: RunVerdicts }) {
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return <ChoiceQuestion {...props} question={question} />;
    case 'order':
      return <OrderQuestion {...props} question={question} />;
    case 'match':
      return <MatchQuestion {...props} question={question} />;
    case 'number':
      return <NumberQuestion {...props} question={question} />;
    case 'scenario':
      return <ScenarioQuestion {...props} question={question} />;
    case 'case':
      return <CaseQuestion {...props} question={question} />;
  }
}
