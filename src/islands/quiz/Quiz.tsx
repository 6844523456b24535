import { quizMessages } from '../../i18n/quiz-messages.ts';
import type { Language } from '../../i18n/text.ts';
import type { AskedChoices, AskedQuestion } from '../../quiz-engine/asked/asked-question.ts';
import { ChoiceQuestion } from './ChoiceQuestion.tsx';
import type { KindProps } from './kind-props.ts';
import { type LessonProps, LessonQuestion } from './LessonQuestion.tsx';

/** A question with choices in a lesson, which most are: it loads no other kind. */
export function Quiz(props: LessonProps) {
  return <LessonQuestion {...props} Fields={Choices} says={sayChoices} />;
}

function Choices({ question, ...props }: KindProps<AskedQuestion>) {
  return <ChoiceQuestion {...props} question={question as AskedChoices} />;
}

function sayChoices(lang: Language) {
  return { wrong: quizMessages[lang].wrong, missing: quizMessages[lang].nothingChosen };
}
