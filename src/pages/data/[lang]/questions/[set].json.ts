import type { APIRoute } from 'astro';
import { questionSet, setPaths } from '../../../../components/question/question-set.ts';
import type { Language } from '../../../../i18n/text.ts';

export const getStaticPaths = () => setPaths('public');

/** Questions, keys and reasons of one set in one language; the pages of lessons hold no keys. */
export const GET: APIRoute = async ({ params }) =>
  Response.json(await questionSet('public', params.lang as Language, params.set ?? ''));
