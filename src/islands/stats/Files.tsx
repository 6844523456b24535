import { statsMessages } from '../../i18n/stats-messages.ts';
import type { Language } from '../../i18n/text.ts';
import { useFileDrop } from '../file-place/use-file-drop.ts';
import type { RefusedFile } from './read-logs.ts';
import type { useStatistics } from './use-statistics.ts';

type Props = {
  lang: Language;
  statistics: ReturnType<typeof useStatistics>;
  cleared: boolean;
  onClear: () => void;
};

/** Where files are chosen or dropped, what came of them, and which were left out. */
export function Files({ lang, statistics, cleared, onClear }: Props) {
  const words = statsMessages[lang];
  const { work, report, files, refused, unreadable, add } = statistics;
  const isBusy = work !== undefined;
  const drop = useFileDrop((dropped) => void add(dropped));
  return (
    <section class="card stats-files drop-place" aria-labelledby="stats-files" {...drop}>
      <h2 id="stats-files">{words.chooseTitle}</h2>
      <p class="screen-only">{words.how}</p>
      <p class="screen-only faint">{words.private}</p>
      <div class="row screen-only">
        <label class={files > 0 ? 'btn file-button' : 'btn go file-button'}>
          {words.choose}
          <input
            type="file"
            multiple
            accept=".json,application/json"
            onChange={(event) => {
              const input = event.currentTarget;
              void add([...(input.files ?? [])]).then(() => {
                // So that the same file can be chosen again.
                input.value = '';
              });
            }}
          />
        </label>
        <span class="small faint drop-hint">{words.drop}</span>
        {(files > 0 || refused.length > 0) && (
          <button class="btn plain" type="button" onClick={onClear}>
            {words.clear}
          </button>
        )}
      </div>
      <p role="status">
        {isBusy
          ? work === 'computing'
            ? words.computing
            : words.reading(work.done, work.all)
          : report && files > 0
            ? sayReport(report, unreadable, lang)
            : cleared
              ? words.cleared
              : ''}
      </p>
      <div role="alert">{!isBusy && refused.length > 0 && <Refused refused={refused} lang={lang} />}</div>
    </section>
  );
}

function sayReport(
  { statistics, joined }: NonNullable<Props['statistics']['report']>,
  unreadable: number,
  lang: Language,
): string {
  const words = statsMessages[lang];
  const { learners, attempts, later } = statistics;
  return [
    words.counted(learners, attempts, later),
    ...(joined > 0 ? [words.joined(joined)] : []),
    ...(unreadable > 0 ? [words.partly(unreadable)] : []),
  ].join(' ');
}

function Refused({ refused, lang }: { refused: readonly RefusedFile[]; lang: Language }) {
  const words = statsMessages[lang];
  const sentences: Record<RefusedFile['fault'], string> = {
    'too-large': words.tooLarge,
    'not-json': words.notJson,
    'not-a-log': words.notALog,
    newer: words.newer,
    unread: words.unread,
  };
  return (
    <div class="callout stats-refused">
      <b>{words.refusedTitle(refused.length)}</b>
      <ul>
        {refused.map(({ name, fault }, index) => (
          <li key={`${index}`}>
            <span class="mono">{name}</span> {sentences[fault]}
          </li>
        ))}
      </ul>
    </div>
  );
}
