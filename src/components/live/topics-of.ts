import { getCollection, getEntry } from 'astro:content';
import type { Language } from '../../i18n/text.ts';
import type { Topic } from '../../islands/question-set/SetBuilder.tsx';
import { lessonOrder } from '../../library/library.ts';
import type { Curriculum } from '../../library/library-schema.ts';
import { readBank } from '../exam/bank-of.ts';

/** Every lesson with the number of its public questions, in the order of the curriculum. */
export async function topicsOf(lang: Language): Promise<Topic[]> {
  const { questions } = await readBank();
  const curriculum = (await getEntry('curriculum', 'curriculum'))?.data as Curriculum;
  const titles = new Map((await getCollection('lessons')).map((entry) => [entry.id, entry.data.title]));
  return lessonOrder(curriculum).map((slug) => ({
    id: slug,
    title: titles.get(`${lang}/${slug}`) ?? slug,
    count: questions.filter(({ set }) => set === slug).length,
  }));
}
