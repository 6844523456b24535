import { OneKind } from './OneKind.tsx';
import { QuestionForm } from './QuestionForm.tsx';
import { sayKind } from './say-kind.ts';
import type { AskingProps } from './use-asking.ts';

/** One question of any kind with one of four behaviours: what rooms use (`loadQuestion` gives them question and key). */
export function QuestionView(props: AskingProps) {
  return <QuestionForm {...props} Fields={OneKind} says={sayKind} />;
}
