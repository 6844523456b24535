import { useState } from 'preact/hooks';
import type { BuilderWords } from '../../i18n/builder-messages.ts';
import { pathIn } from '../../i18n/paths.ts';
import type { SandboxWords } from '../../i18n/sandbox-messages.ts';
import type { Language } from '../../i18n/text.ts';
import type { Proof } from '../simulation/protocol.ts';
import { type ChallengeForm, endsAsSaid } from './builder-model.ts';
import { type Draft, titleOf } from './draft.ts';
import { Field } from './Field.tsx';
import { fileNameOf, saveText } from './save-text.ts';

type Props = {
  lang: Language;
  words: BuilderWords;
  sandbox: SandboxWords;
  draft: Draft;
  form: ChallengeForm;
  proof: Proof | undefined;
  isFresh: boolean;
  fragment: string | 'too-large';
};

/** Which part of the form a fault is about. */
const PARTS: readonly (readonly [RegExp, string])[] = [
  [/^(title|lesson|level|challenge\.brief)/, 'part-words'],
  [/^(world|events|horizon)/, 'part-world'],
  [/^challenge\.change/, 'part-controls'],
  [/^challenge\.goals/, 'part-goals'],
  [/^challenge\.(solutions|mistakes)/, 'part-answers'],
  [/^challenge\.hints/, 'part-hints'],
  [/^challenge\.predict/, 'part-predictions'],
];

/** What still lacks, and the way out: as a file, and as a learner sees it. */
export function BuilderVerdict({ lang, words, sandbox, draft, form, proof, isFresh, fragment }: Props) {
  const [file, setFile] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const id = file ?? `my-topic/${fileNameOf(titleOf(draft, 'en')).replace(/\.yaml$/, '')}`;
  const isId = /^[a-z0-9-]+\/[a-z0-9-]+$/.test(id);
  const faults = proof?.faults ?? [];
  const wrong = (proof?.answers ?? []).filter((answer) => !endsAsSaid(form, answer)).length;
  const isWhole = proof !== undefined && isFresh && faults.length === 0 && wrong === 0;
  const path = `scenarios/${id}.yaml`;
  const save = async () => {
    const part = await import('./scenario-text.ts').catch(() => undefined);
    if (part === undefined) return setSaid(sandbox.partNotLoaded);
    saveText(`${id.slice(id.indexOf('/') + 1)}.yaml`, part.writeScenario(draft, [words.fileHeader(path)]));
    setSaid(words.exportedTo(path));
  };
  return (
    <aside class="builder-verdict" aria-labelledby="builder-verdict-name">
      <h2 id="builder-verdict-name">{words.verdict}</h2>
      <div role="status">
        {proof === undefined && <p class="small faint">{words.waiting}</p>}
        {isWhole && <p class="ending ok">{words.complete}</p>}
        {proof !== undefined && faults.length > 0 && <p class="ending bad">{words.missing(faults.length)}</p>}
        {wrong > 0 && (
          <p class="ending bad">
            <a href="#part-answers">{words.answersNot(wrong)}</a>
          </p>
        )}
      </div>
      {faults.length > 0 && (
        <ul class="missing">
          {faults.slice(0, 12).map((fault) => (
            <li key={fault.path + fault.message}>
              <a href={`#${PARTS.find(([begins]) => begins.test(fault.path))?.[1] ?? 'part-words'}`}>
                <code>{fault.path.replace(/^challenge\./, '') || 'scenario'}</code>
              </a>{' '}
              {fault.message}
            </li>
          ))}
          {faults.length > 12 && <li>{sandbox.moreFaults(faults.length - 12)}</li>}
        </ul>
      )}
      <Field
        label={words.fileId}
        kind="text"
        value={id}
        hint={words.fileHint}
        faults={isId ? [] : [words.fileHint]}
        set={(value) => setFile(value === undefined ? null : String(value))}
      />
      <div class="row">
        <button class="btn ink" type="button" disabled={!isId} onClick={() => void save()}>
          {words.exportFile}
        </button>
        {isWhole && fragment !== 'too-large' && (
          <a class="btn" href={`${pathIn(lang, '/lab/trial/')}#${fragment}`}>
            {words.tryAsLearner}
          </a>
        )}
      </div>
      <p class="small" role="status">
        {said}
      </p>
      {!isWhole && <p class="small faint">{words.tryNeeds}</p>}
    </aside>
  );
}
