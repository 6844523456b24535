import { h, render } from 'preact';
import { labMessages } from '../../i18n/lab-messages.ts';
import { pathIn } from '../../i18n/paths.ts';
import type { Language } from '../../i18n/text.ts';
import type { Scenario } from '../../simulator/scenario/scenario-schema.ts';
import { writeFragment } from '../lab/answer-fragment.ts';
import type { LabScenario } from '../lab/lab-model.ts';
import { makeSimulationWorker, openSimulation } from '../simulation/simulation-client.ts';
import { RunPlayer } from './RunPlayer.tsx';
import type { RunSetting } from './run-setting.ts';

/**
 * Brings a run card to life: fetches its scenario, runs the chosen setting in a worker, and plays it in place of the
 * still picture. When that fails the card stays as it was and says so.
 */
export async function startRunPlayer(card: HTMLElement): Promise<void> {
  const { id = '', lang: language } = card.dataset;
  const lang: Language = language === 'ko' ? 'ko' : 'en';
  const words = labMessages[lang];
  const stage = card.querySelector<HTMLElement>('[data-run-stage]');
  const says = card.querySelector<HTMLElement>('[data-run-says]');
  if (stage === null) return;
  const settings = JSON.parse(card.dataset.settings ?? '[]') as RunSetting[];
  const chosen = Math.max(
    0,
    [...stage.querySelectorAll<HTMLInputElement>('input[type=radio]')].findIndex((radio) => radio.checked),
  );
  const simulation = openSimulation(makeSimulationWorker);
  try {
    const source = await fetchScenario(id);
    const outcome = await simulation.grade({ scenario: source, name: id, set: settings[chosen]?.set ?? {} });
    if (outcome.kind !== 'graded')
      throw new Error(outcome.kind === 'faults' ? outcome.faults[0]?.message : 'a newer run overtook this one');
    const lab: LabScenario = { id, source, yard: outcome.graded.yard, still: [] };
    const place = document.createElement('div');
    place.className = 'run-stage';
    const labLink = (set: RunSetting['set']) => {
      const fragment = writeFragment(set);
      return `${pathIn(lang, `/lab/${id}/`)}${fragment && `#${fragment}`}`;
    };
    const first = { chosen, graded: outcome.graded, run: outcome.run };
    const { legend = words.settings, at, fixed: link } = card.dataset;
    const fixed = link === undefined ? undefined : { at: at === undefined ? undefined : Number(at), labLink: link };
    render(h(RunPlayer, { lang, lab, settings, legend, first, simulation, labLink, fixed }), place);
    stage.replaceWith(place);
    // Effects ran before the player stood in the page: its button takes the focus now.
    place.querySelector<HTMLElement>('.btn.ink')?.focus({ preventScroll: true });
    if (says) says.textContent = '';
  } catch {
    simulation.close();
    if (says) says.textContent = words.playerFailed;
  }
}

async function fetchScenario(id: string): Promise<Scenario> {
  const response = await fetch(`/data/scenarios/${id}.json`);
  if (!response.ok) throw new Error(`the scenario ${id} answered ${response.status}`);
  return (await response.json()) as Scenario;
}
