import { useMemo } from 'preact/hooks';
import { logMessages } from '../../i18n/log-messages.ts';
import type { Language } from '../../i18n/text.ts';
import type { LabAction, LabState } from './lab-model.ts';
import { choicesOf, type LogFilter, WHOLE_LOG } from './log-model.ts';
import { runOf } from './playhead.ts';

type Props = { lang: Language; state: LabState; act: (action: LabAction) => void; found: number };

/** What of the log is shown: one kind, one service, a text; and the picked task, whose life it tells. */
export function LogChoice({ lang, state, act, found }: Props) {
  const words = logMessages[lang];
  const { entries } = runOf(state);
  const { kinds, services } = useMemo(() => choicesOf(entries), [entries]);
  const filter = state.logFilter;
  const set = (change: Partial<LogFilter>) => act({ do: 'filter-log', filter: { ...filter, ...change } });
  const isFiltered = filter.kind !== '' || filter.service !== '' || filter.text !== '';
  return (
    <search class="log-choice">
      <label>
        <span class="vh">{words.logKind}</span>
        <select
          class="input"
          value={filter.kind}
          onChange={(event) => set({ kind: event.currentTarget.value as LogFilter['kind'] })}
        >
          <option value="">{words.allKinds}</option>
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {words.kindOfEntry(kind)}
            </option>
          ))}
        </select>
      </label>
      {services.length > 1 && (
        <label>
          <span class="vh">{words.logService}</span>
          <select
            class="input"
            value={filter.service}
            onChange={(event) => set({ service: event.currentTarget.value })}
          >
            <option value="">{words.allServices}</option>
            {services.map((service) => (
              <option key={service}>{service}</option>
            ))}
          </select>
        </label>
      )}
      <label class="log-text">
        <span class="small">{words.logText}</span>
        <input
          class="input"
          type="search"
          autocomplete="off"
          value={filter.text}
          onInput={(event) => set({ text: event.currentTarget.value })}
        />
      </label>
      <p class="small log-found">
        <span role="status">{words.entriesFound(found, entries.length)}</span>{' '}
        {state.picked !== null && (
          <button class="btn slim" type="button" onClick={() => act({ do: 'pick', task: null })}>
            {words.onlyTask(state.picked)} <span aria-hidden="true">×</span>
            <span class="vh">{words.letGo}</span>
          </button>
        )}
        {isFiltered && (
          <button class="btn slim" type="button" onClick={() => act({ do: 'filter-log', filter: WHOLE_LOG })}>
            {words.wholeLog}
          </button>
        )}
      </p>
    </search>
  );
}
