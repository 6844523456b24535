/** The lab with 200 instances and 1,000 tasks, alone on a page: what bench/yard.ts measures. */
import { render } from 'preact';
import '../../src/styles/components.css';
import '../../src/styles/yard.css';
import '../../src/styles/far-yard.css';
import '../../src/styles/lab.css';
import '../../src/styles/signals.css';
import { bigYard } from '../../src/islands/lab/big-yard.fixture.ts';
import { Lab } from '../../src/islands/lab/Lab.tsx';
import { stillEntry } from '../../src/islands/lab/moment.ts';
import { yardWorldOf } from '../../src/islands/lab/yard-world.ts';
import { readScenario } from '../../src/simulator/scenario/scenario-schema.ts';
import { simulate } from '../../src/simulator/simulate.ts';

const { scenario } = readScenario(bigYard);
if (scenario === undefined) throw new Error('The big yard cannot be read.');
const run = simulate(scenario, { limits: { events: 50_000, instances: 1000 } });
const still = run.entries.slice(0, stillEntry(run) + 1);
const lab = { id: 'bench/big-yard', source: scenario, yard: yardWorldOf(scenario, { entries: still }), still };
const links = { list: '', topic: '', topicName: '', place: '', lesson: null, next: null };
const place = document.querySelector('main');
if (place) render(<Lab lang="en" lab={lab} links={links} />, place);
