import { labMessages } from '../../i18n/lab-messages.ts';
import { pathIn } from '../../i18n/paths.ts';
import type { SandboxWords } from '../../i18n/sandbox-messages.ts';
import type { Language } from '../../i18n/text.ts';
import { UndoRedo } from '../lab/UndoRedo.tsx';
import { titleOf } from './draft.ts';
import { ShareButton } from './ShareButton.tsx';
import type { SandboxAction, SandboxState } from './sandbox-model.ts';

type Props = {
  lang: Language;
  words: SandboxWords;
  state: SandboxState;
  act: (action: SandboxAction) => void;
  fragment: string | 'too-large';
  room: 'sandbox' | 'builder';
};

/** The name of the world, the other room, and what acts on the world as a whole. */
export function SandboxHead({ lang, words, state, act, fragment, room }: Props) {
  const lab = labMessages[lang];
  const name = room === 'sandbox' ? words.sandbox : words.builder;
  const title = state.isNew ? undefined : titleOf(state.draft, lang);
  const other = room === 'sandbox' ? '/lab/builder/' : '/lab/sandbox/';
  const link = state.isNew || fragment === 'too-large' || fragment === '' ? '' : `#${fragment}`;
  return (
    <header class="lab-head">
      <div class="meta">
        <h1>{title ?? name}</h1>
        <p class="small faint">
          <a href={pathIn(lang, '/lab/')}>{lab.lab}</a> / {name}
        </p>
      </div>
      <div class="row head-tools">
        <a class="btn plain" href={`${pathIn(lang, other)}${link}`}>
          {room === 'sandbox' ? words.toBuilder : words.toSandbox}
        </a>
        {!state.isNew && (
          <>
            <UndoRedo words={lab} state={state} act={act} />
            <button class="btn" type="button" onClick={() => act({ do: 'choose-anew' })}>
              {words.otherWorld}
            </button>
            <ShareButton lang={lang} words={words} fragment={fragment} />
          </>
        )}
      </div>
    </header>
  );
}
