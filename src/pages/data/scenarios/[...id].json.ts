import { getCollection } from 'astro:content';
import type { APIRoute } from 'astro';

export async function getStaticPaths() {
  return (await getCollection('scenarios')).map((entry) => ({
    params: { id: entry.id },
    props: { source: entry.data.source },
  }));
}

/** One parsed scenario in both languages, for what runs it later: the player of a lesson, the sandbox. */
export const GET: APIRoute = ({ props }) =>
  new Response(JSON.stringify(props.source), { headers: { 'content-type': 'application/json' } });
