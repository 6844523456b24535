import type { PracticeWords } from '../../i18n/practice-messages.ts';
import { writeChoice } from './practice-model.ts';

/** A topic that can be practised, and how many questions it has. */
export type Topic = { id: string; title: string; count: number };
export type TopicGroups = { all: number; lesson: Topic[]; objective: Topic[]; exam: Topic[] };

type Props = { words: PracticeWords; topics: TopicGroups; wrong: readonly string[] };

/** Everything that can be practised, as links. */
export function Topics({ words, topics, wrong }: Props) {
  const groups = [
    { by: 'lesson', title: words.byLesson },
    { by: 'objective', title: words.byObjective },
    { by: 'exam', title: words.byExam },
  ] as const;
  return (
    <div class="topics">
      <p class="row topics-first">
        <a class="btn go" href={writeChoice({ by: 'all' })}>
          {words.all} · {words.count(topics.all)}
        </a>
        {wrong.length > 0 && (
          <a class="btn" href={writeChoice({ by: 'ids', ids: wrong })}>
            {words.wrongOnes(wrong.length)}
          </a>
        )}
      </p>
      {groups.map(({ by, title }) => (
        <section key={by} aria-labelledby={`by-${by}`}>
          <h2 id={`by-${by}`}>{title}</h2>
          <ul>
            {topics[by].map((topic) => (
              <li key={topic.id}>
                <a href={writeChoice({ by, id: topic.id })}>{topic.title}</a>
                <span class="faint num">{words.count(topic.count)}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
