import { useEffect, useState } from 'preact/hooks';
import { type QuizWords, quizMessages } from '../../i18n/quiz-messages.ts';
import type { Certainty as Level } from '../../quiz-engine/attempt.ts';
import { isLocked, isOver } from './quiz-model.ts';
import type { Asking, AskingProps } from './use-asking.ts';

type Props = {
  words: QuizWords;
  /** Names the fields of one question. */
  name: string;
  chosen: Level | null;
  locked: boolean;
  choose: (level: Level) => void;
  /** Absent where the room decides that it is asked. */
  stop?: (() => void) | undefined;
};

const LEVELS: readonly Level[] = ['unsure', 'fairly', 'sure'];

/** Asks how sure one is until the answer is over, where the room or the device wants it. */
export function CertaintyStep({ lang, asksCertainty, asking, stem }: StepProps) {
  const [isSet, setSetting] = useCertaintySetting();
  const { state, beCertain } = asking;
  if (!(asksCertainty ?? isSet) || isOver(state)) return null;
  return (
    <Certainty
      words={quizMessages[lang]}
      name={stem}
      chosen={state.certainty}
      locked={isLocked(state)}
      choose={beCertain}
      stop={asksCertainty === undefined ? () => setSetting(false) : undefined}
    />
  );
}

type StepProps = Pick<AskingProps, 'lang' | 'asksCertainty'> & { asking: Asking; stem: string };

/** How sure are you? A step that may be passed over. */
export function Certainty({ words, name, chosen, locked, choose, stop }: Props) {
  return (
    <fieldset class="certainty" disabled={locked}>
      <legend>{words.howSure}</legend>
      <div class="row">
        <div class="seg">
          {LEVELS.map((level) => (
            <label key={level}>
              <input type="radio" name={`${name}-sure`} checked={chosen === level} onChange={() => choose(level)} />
              <span>{words[level]}</span>
            </label>
          ))}
        </div>
        {stop && (
          <button class="as-link small" type="button" onClick={stop}>
            {words.stopCertainty}
          </button>
        )}
      </div>
    </fieldset>
  );
}

const KEY = 'drydock-certainty';
const CHANGED = 'drydock:certainty';

/** Whether this device asks for certainty, and a way to change it; every question of the page follows. */
export function useCertaintySetting(): [boolean, (on: boolean) => void] {
  const [on, setOn] = useState(false);
  useEffect(() => {
    const read = () => setOn(readSetting());
    read();
    addEventListener(CHANGED, read);
    return () => removeEventListener(CHANGED, read);
  }, []);
  return [
    on,
    (wanted) => {
      keepSetting(wanted);
      dispatchEvent(new Event(CHANGED));
    },
  ];
}

let inPage: boolean | undefined;

function readSetting(): boolean {
  try {
    return inPage ?? localStorage.getItem(KEY) === 'on';
  } catch {
    return inPage ?? false;
  }
}

/** Storage that is refused keeps the setting as long as the page. */
function keepSetting(on: boolean): void {
  try {
    if (on) localStorage.setItem(KEY, 'on');
    else localStorage.removeItem(KEY);
    inPage = undefined;
  } catch {
    inPage = on;
  }
}
