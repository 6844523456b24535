import { type LessonProps, LessonQuestion } from './LessonQuestion.tsx';
import { OneKind } from './OneKind.tsx';
import { sayKind } from './say-kind.ts';

/** A question of any kind in a lesson. */
export function QuizOfKinds(props: LessonProps) {
  return <LessonQuestion {...props} Fields={OneKind} says={sayKind} />;
}
