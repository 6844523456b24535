import { labMessages } from '../../i18n/lab-messages.ts';
import { sandboxMessages } from '../../i18n/sandbox-messages.ts';
import type { Language } from '../../i18n/text.ts';
import { Inspector } from '../lab/Inspector.tsx';
import { Spoken } from '../lab/Spoken.tsx';
import type { ListedScenario } from './Begin.tsx';
import { DraftJsonFold } from './DraftJsonFold.tsx';
import { FaultList } from './FaultList.tsx';
import { Happenings } from './Happenings.tsx';
import { Intervene } from './Intervene.tsx';
import { Keep } from './Keep.tsx';
import { Room } from './Room.tsx';
import { Stage } from './Stage.tsx';
import { type SandboxHandle, useSandbox } from './use-sandbox.ts';
import { WorldForm } from './WorldForm.tsx';

type Props = { lang: Language; scenarios: readonly ListedScenario[] };

/** A world of one's own: built from a template or by hand, run at once after each change, and disturbed while it runs. */
export function Sandbox({ lang, scenarios }: Props) {
  const handle = useSandbox();
  return (
    <Room lang={lang} room="sandbox" handle={handle} scenarios={scenarios}>
      <Running lang={lang} handle={handle} />
    </Room>
  );
}

function Running({ lang, handle }: { lang: Language; handle: SandboxHandle }) {
  const words = sandboxMessages[lang];
  const { state, actLab, edit, open, asked, eventsOf, fieldsAt } = handle;
  const { draft, lab, faults } = state;
  const others = faults.filter(({ path }) => !/^(world\.\w+\.\d|events\.\d)/.test(path));
  return (
    <>
      <div class="lab-grid">
        <div class="side">
          {faults.length > 0 && (
            <div class="not-run" role="status">
              <p class="fault-line">
                <b>{words.notRun}</b>
              </p>
              <FaultList words={words} faults={others} />
            </div>
          )}
          <Happenings
            words={words}
            draft={draft}
            second={lab.second}
            faults={faults}
            edit={edit}
            goTo={(second) => actLab({ do: 'go-to-second', second })}
          />
          <WorldForm words={words} draft={draft} faults={faults} edit={edit} />
          <Keep lang={lang} words={words} draft={draft} open={open} />
          <DraftJsonFold lang={lang} words={words} draft={draft} open={open} fieldsAt={fieldsAt} />
        </div>
        <Stage lang={lang} lab={lab} act={actLab} asked={asked}>
          <Intervene words={words} draft={draft} lab={lab} edit={edit} />
        </Stage>
        <Inspector lang={lang} words={labMessages[lang]} state={lab} act={actLab} asked={asked} eventsOf={eventsOf} />
      </div>
      <Spoken lang={lang} words={labMessages[lang]} state={lab} sayRun={words.saidRun} />
    </>
  );
}
