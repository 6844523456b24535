import { useEffect, useState } from 'preact/hooks';
import { builderMessages } from '../../i18n/builder-messages.ts';
import { pathIn } from '../../i18n/paths.ts';
import { sandboxMessages } from '../../i18n/sandbox-messages.ts';
import type { Language } from '../../i18n/text.ts';
import { Lab } from '../lab/Lab.tsx';
import type { LabScenario } from '../lab/lab-model.ts';
import type { SimulationFault } from '../simulation/protocol.ts';
import { makeSimulationWorker, openSimulation } from '../simulation/simulation-client.ts';
import { FaultList } from './FaultList.tsx';
import { readShare } from './share-fragment.ts';

type Read = { lab: LabScenario } | { faults: SimulationFault[] } | 'empty';

/** A scenario that a link holds, in the lab as a learner meets it. Nothing of it is kept. */
export function Trial({ lang }: { lang: Language }) {
  const words = builderMessages[lang];
  const [read, setRead] = useState<Read>();
  useEffect(() => {
    let times = 0;
    const changed = async () => {
      const mine = ++times;
      const next = await readLab(location.hash);
      if (mine === times && next !== 'same') setRead(next);
    };
    void changed();
    const listen = () => void changed();
    addEventListener('hashchange', listen);
    return () => {
      times++;
      removeEventListener('hashchange', listen);
    };
  }, []);
  const builder = pathIn(lang, '/lab/builder/');
  if (read !== undefined && read !== 'empty' && 'lab' in read) {
    const links = {
      list: pathIn(lang, '/lab/'),
      topic: `${builder}#${read.lab.shared}`,
      topicName: words.backToBuilder,
      place: words.trial,
      lesson: null,
      next: null,
    };
    return (
      <>
        <p class="trial-note small">{words.trialIs}</p>
        <Lab key={read.lab.shared} lang={lang} lab={read.lab} links={links} />
      </>
    );
  }
  return (
    <div class="sandbox">
      <div class="begin">
        <h1>{words.trial}</h1>
        {read === undefined && <p class="lead">{words.loading}</p>}
        {read === 'empty' && <p class="lead">{words.trialEmpty}</p>}
        {read !== undefined && read !== 'empty' && (
          <div role="alert">
            <p class="lead">{words.trialBroken}</p>
            <FaultList words={sandboxMessages[lang]} faults={read.faults} />
          </div>
        )}
        <p>
          <a class="btn" href={builder}>
            {words.backToBuilder}
          </a>
        </p>
      </div>
    </div>
  );
}

/** `same`: the fragment names a place on the page, or is the answer that the lab keeps there. */
async function readLab(hash: string): Promise<Read | 'same'> {
  const shared = hash.slice(1).split('&')[0] ?? '';
  const share = await readShare(shared);
  if (share.kind === 'foreign' && document.getElementById(shared) !== null) return 'same';
  if (share.kind !== 'value') return 'empty';
  const simulation = openSimulation(makeSimulationWorker);
  const outcome = await simulation.draw({ scenario: share.value, draw: 0, name: 'trial' });
  simulation.close();
  if (outcome.kind === 'faults') return { faults: outcome.faults };
  return { lab: { id: 'trial', ...outcome.lab, par: undefined, shared } };
}
