import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadYaml } from '../../src/disk/load-yaml.ts';
import { readScenarioFile, type Scenario } from '../../src/simulator/scenario/scenario-schema.ts';

const FOLDER = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'scenarios');

/** A scenario of the repository: its id, its file as text, and what it says. */
export type ScenarioFile = { id: string; text: string; scenario: Scenario };

/** Every scenario of the repository, by id. Throws on one that cannot be read: other tests say why. */
export function scenarioFiles(): ScenarioFile[] {
  return readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => {
      const text = readFileSync(join(FOLDER, name), 'utf8');
      const { scenario } = readScenarioFile(loadYaml(text, name).value);
      if (scenario === undefined) throw new Error(`scenarios/${name} cannot be read`);
      return {
        id: name
          .replace(/\.yaml$/, '')
          .split(sep)
          .join('/'),
        text,
        scenario,
      };
    });
}
