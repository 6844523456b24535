import { useEffect, useState } from 'preact/hooks';
import type { SandboxWords } from '../../i18n/sandbox-messages.ts';
import { clock } from '../lab/chart-model.ts';
import type { LabState } from '../lab/lab-model.ts';
import { ClockField } from './ClockField.tsx';
import type { Draft } from './draft.ts';
import { interventionOf, numberFor, targetsOf, VERBS, type Verb } from './intervene-model.ts';
import { type BrokenHow, intervened } from './interventions.ts';
import { useSaid } from './use-sandbox.ts';

type Props = { words: SandboxWords; draft: Draft; lab: LabState; edit: (draft: Draft, at?: number) => void };

/** One thing done to the running world, at the moment on show or at another one. */
export function Intervene({ words, draft, lab, edit }: Props) {
  const [verb, setVerb] = useState<Verb>('stop-task');
  const [chosen, setChosen] = useState('');
  const [amount, setAmount] = useState<string | null>(null);
  const [how, setHow] = useState<BrokenHow>('exits');
  const [at, setAt] = useState<number | null>(null);
  const [said, say] = useSaid();
  const second = at ?? Math.floor(lab.second);
  const targets = targetsOf(verb, draft, lab);
  const target = targets.find(({ value }) => value === chosen)?.value ?? targets[0]?.value ?? '';
  const usual = numberFor(verb, target, { draft, lab });
  const number = amount !== null && /^\d{1,7}$/.test(amount.trim()) ? Number(amount) : (usual ?? 0);
  // A task that is picked in the yard is the one that is meant.
  useEffect(() => {
    if (lab.picked === null) return;
    setVerb('stop-task');
    setChosen(lab.picked);
  }, [lab.picked]);
  // Who moves in time means the new moment.
  useEffect(() => setAt(null), [lab.second]);
  const act = () => {
    const what = interventionOf(verb, { target, amount: number, how });
    if (what === undefined) return;
    edit(intervened(draft, second, what), second);
    say(words.done(clock(second), words.verb(verb), target.replace(/^\w+\//, '')));
    setAmount(null);
  };
  return (
    <section class="card intervene" aria-label={words.intervene}>
      <fieldset class="verbs">
        <legend>{words.intervene}</legend>
        {VERBS.map((each) => (
          <label key={each}>
            <input type="radio" name="verb" checked={each === verb} onChange={() => setVerb(each)} />
            <span>{words.verb(each)}</span>
          </label>
        ))}
      </fieldset>
      <div class="row do-row">
        <ClockField label={words.atTime} seconds={second} set={setAt} />
        {targets.length > 0 && (
          <label class="target">
            <span class="vh">{words.target(verb)}</span>
            <select class="input mono" value={target} onChange={(event) => setChosen(event.currentTarget.value)}>
              {targets.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          </label>
        )}
        {usual !== undefined && (
          <label class="amount">
            <span>{words.amount(verb)}</span>
            <input
              class="input mono"
              inputMode="numeric"
              size={6}
              value={amount ?? String(usual)}
              onInput={(event) => setAmount(event.currentTarget.value)}
              onKeyDown={(event) => event.key === 'Enter' && act()}
            />
          </label>
        )}
        {verb === 'break-image' && (
          <label class="target">
            <span class="vh">{words.how}</span>
            <select class="input" value={how} onChange={(event) => setHow(event.currentTarget.value as BrokenHow)}>
              <option value="exits">{words.exits}</option>
              <option value="unhealthy">{words.unhealthy}</option>
            </select>
          </label>
        )}
        <button class="btn go" type="button" disabled={target === ''} onClick={act}>
          {words.doIt}
        </button>
      </div>
      {target === '' && <p class="empty">{words.nothingThere(verb)}</p>}
      <p class="vh" role="status">
        {said}
      </p>
    </section>
  );
}
