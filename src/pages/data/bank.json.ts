import type { APIRoute } from 'astro';
import { readBank } from '../../components/exam/bank-of.ts';

/** Every public question, without words and keys: what exams are drawn from. */
export const GET: APIRoute = async () =>
  new Response(JSON.stringify(await readBank()), { headers: { 'Content-Type': 'application/json' } });
