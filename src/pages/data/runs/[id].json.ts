import { getCollection } from 'astro:content';
import type { APIRoute } from 'astro';
import { fixedRunOf } from '../../../components/lab/fixed-run.ts';
import { labTopics } from '../../../components/lab/scenario-list.ts';
import { stillRunOf } from '../../../islands/run-player/still-run.ts';
import type { QuestionRun } from '../../../quiz-engine/question-run-schema.ts';
import type { Question } from '../../../quiz-engine/question-schema.ts';

/** Questions for live rooms alone have no run: its picture would lie here for everybody. */
export async function getStaticPaths() {
  const questions = (await getCollection('questions')).map((entry) => entry.data as Question);
  return questions.flatMap(({ id, run, visibility }) =>
    run === undefined || visibility === 'live' ? [] : [{ params: { id }, props: { run } }],
  );
}

/** The picture of the run that a question's explanation shows. */
export const GET: APIRoute = async ({ props }) => {
  const { scenario, set = {}, draw, at } = props.run as QuestionRun;
  const listed = (await labTopics()).flatMap(({ scenarios }) => scenarios).find(({ id }) => id === scenario);
  if (listed === undefined) throw new Error(`a question shows a run of ${scenario}, which does not exist`);
  return Response.json(stillRunOf(fixedRunOf(listed, { set, draw, at })));
};
