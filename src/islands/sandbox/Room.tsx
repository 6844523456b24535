import type { ComponentChildren } from 'preact';
import { sandboxMessages } from '../../i18n/sandbox-messages.ts';
import type { Language } from '../../i18n/text.ts';
import { Begin, type ListedScenario } from './Begin.tsx';
import { Bring } from './Bring.tsx';
import { KeptWorlds } from './KeptWorlds.tsx';
import { SandboxHead } from './SandboxHead.tsx';
import { SandboxNotice } from './SandboxNotice.tsx';
import type { SandboxHandle } from './use-sandbox.ts';

type Props = {
  lang: Language;
  room: 'sandbox' | 'builder';
  handle: SandboxHandle;
  scenarios: readonly ListedScenario[];
  /** The world that is open. */
  children: ComponentChildren;
};

/** What sandbox and builder share: the head, what is said once, and where a world begins while none is open. */
export function Room({ lang, room, handle, scenarios, children }: Props) {
  const words = sandboxMessages[lang];
  const { state, act, open, fragment } = handle;
  return (
    <div class={room === 'builder' ? 'sandbox builder' : 'sandbox'}>
      <SandboxHead lang={lang} words={words} state={state} act={act} fragment={fragment} room={room} />
      <SandboxNotice lang={lang} words={words} notice={state.notice} act={act} />
      {state.isNew ? (
        <Begin
          lang={lang}
          words={words}
          scenarios={scenarios}
          open={open}
          back={state.answered === null ? undefined : () => act({ do: 'back' })}
          withTask={room === 'builder'}
        >
          <section aria-labelledby="own-worlds">
            <h2 id="own-worlds">{words.keptAndFiles}</h2>
            <KeptWorlds lang={lang} words={words} open={open} />
            <Bring words={words} open={open} />
          </section>
        </Begin>
      ) : (
        children
      )}
    </div>
  );
}
