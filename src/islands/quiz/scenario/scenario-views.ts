/** What a scenario in a question needs once it is opened, fetched then. */
export { loadAsked } from './load-asked.ts';
export { ScenarioAnswer } from './ScenarioAnswer.tsx';
export { ScenarioPanel } from './ScenarioPanel.tsx';
export { ScenarioTold } from './ScenarioTold.tsx';
export { setOf } from './scenario-answer.ts';
