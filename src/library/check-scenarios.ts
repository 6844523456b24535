import { deadAnchor } from './anchors.ts';
import { checkDraws } from './check-draws.ts';
import { type Library, type LibraryFault, within } from './library.ts';
import { near } from './near.ts';

/** Every scenario leads to a heading, lies in a folder the curriculum knows, names beliefs that exist, and keeps its promises in every drawing. */
export function checkScenarios(library: Library): LibraryFault[] {
  const topics = library.curriculum?.value.scenarioOrder.map((folder) => folder.topic) ?? [];
  const beliefs = library.beliefs.map((belief) => belief.value.id);
  return library.scenarios.flatMap(({ value, origin }): LibraryFault[] => {
    const faults: LibraryFault[] = [];
    const topic = value.id.split('/')[0] ?? '';
    if (!topics.includes(topic)) {
      const message = `the folder "${topic}" is not in scenarioOrder of curriculum.yaml; ${near(topic, topics)}`;
      faults.push({ origin, message, level: 'error' });
    }
    const dead = value.scenario.lesson === undefined ? undefined : deadAnchor(library, value.scenario.lesson);
    if (dead !== undefined) faults.push({ origin: within(origin, 'lesson'), message: dead, level: 'error' });
    for (const [index, mistake] of (value.scenario.challenge?.mistakes ?? []).entries()) {
      if (mistake.belief !== undefined && !beliefs.includes(mistake.belief)) {
        const message = `there is no belief "${mistake.belief}"; ${near(mistake.belief, beliefs)}`;
        faults.push({ origin: within(origin, 'challenge', 'mistakes', index, 'belief'), message, level: 'error' });
      }
    }
    faults.push(...checkDraws(value, origin));
    return faults;
  });
}
