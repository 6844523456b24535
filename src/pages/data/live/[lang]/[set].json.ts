import type { APIRoute } from 'astro';
import { questionSet, setPaths } from '../../../../components/question/question-set.ts';
import type { Language } from '../../../../i18n/text.ts';

export const getStaticPaths = () => setPaths('live');

/** Questions for live rooms alone. After the build they are moved out of the site (tools/live-integration.ts). */
export const GET: APIRoute = async ({ params }) =>
  Response.json(await questionSet('live', params.lang as Language, params.set ?? ''));
