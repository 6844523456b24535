import { getCollection } from 'astro:content';
import type { APIRoute } from 'astro';

export async function getStaticPaths() {
  return (await getCollection('scenarios'))
    .filter((entry) => entry.data.file !== undefined)
    .map((entry) => ({ params: { id: entry.id }, props: { file: entry.data.file } }));
}

/** The file of a scenario that draws its values, braces and all: the worker makes any drawing of it, with its solutions and its par. */
export const GET: APIRoute = ({ props }) => Response.json(props.file);
