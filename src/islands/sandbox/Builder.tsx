import { useMemo, useState } from 'preact/hooks';
import { builderMessages } from '../../i18n/builder-messages.ts';
import { pathIn } from '../../i18n/paths.ts';
import { sandboxMessages } from '../../i18n/sandbox-messages.ts';
import type { Language } from '../../i18n/text.ts';
import type { AnswerSet } from '../../simulator/run.ts';
import type { ListedScenario } from './Begin.tsx';
import { BuilderForm } from './BuilderForm.tsx';
import { BuilderVerdict } from './BuilderVerdict.tsx';
import { challengeFrom, withChallenge } from './builder-model.ts';
import { DraftJsonFold } from './DraftJsonFold.tsx';
import { Room } from './Room.tsx';
import { useProof } from './use-proof.ts';
import { type SandboxHandle, useSandbox } from './use-sandbox.ts';

type Props = {
  lang: Language;
  scenarios: readonly ListedScenario[];
  /** Slugs and places of lessons, to offer. */
  lessons: readonly string[];
};

/** A form that makes a scenario, with the verdict of its reader and of its runs beside it. */
export function Builder({ lang, scenarios, lessons }: Props) {
  const handle = useSandbox();
  return (
    <Room lang={lang} room="builder" handle={handle} scenarios={scenarios}>
      <Writing lang={lang} handle={handle} lessons={lessons} />
    </Room>
  );
}

function Writing({ lang, handle, lessons }: { lang: Language; handle: SandboxHandle; lessons: readonly string[] }) {
  const words = builderMessages[lang];
  const sandbox = sandboxMessages[lang];
  const { state, edit, open, fieldsAt, simulation, fragment } = handle;
  const { draft, lab } = state;
  const form = useMemo(() => challengeFrom(draft.challenge), [draft.challenge]);
  const [present, setPresent] = useState<AnswerSet>({});
  // Settings of controls that are gone are none.
  const paths = form.change.map(({ path }) => path).join(' ');
  const settings = useMemo(
    () => Object.fromEntries(Object.entries(present).filter(([path]) => paths.split(' ').includes(path))),
    [present, paths],
  );
  const { proof, isFresh } = useProof(draft, settings, simulation);
  const link = fragment === 'too-large' || fragment === '' ? '' : `#${fragment}`;
  return (
    <div class="builder-grid">
      <BuilderForm
        lang={lang}
        words={words}
        sandbox={sandbox}
        draft={draft}
        lab={lab}
        form={form}
        edit={edit}
        set={(next) => edit(withChallenge(draft, next))}
        proof={proof}
        isFresh={isFresh}
        present={settings}
        setPresent={setPresent}
        lessons={lessons}
        sandboxLink={`${pathIn(lang, '/lab/sandbox/')}${link}`}
      />
      <div class="builder-side">
        <BuilderVerdict
          lang={lang}
          words={words}
          sandbox={sandbox}
          draft={draft}
          form={form}
          proof={proof}
          isFresh={isFresh}
          fragment={fragment}
        />
        <DraftJsonFold lang={lang} words={sandbox} draft={draft} open={open} fieldsAt={fieldsAt} />
      </div>
    </div>
  );
}
