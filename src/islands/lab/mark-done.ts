/** Shows which scenarios this learner has solved on this device. Without a readable log the list stays as it is. */
export async function markDone(page: Document): Promise<void> {
  const { readLog } = await import('../progress-store.ts');
  const { attempts } = await readLog();
  const done = new Set(attempts.flatMap((attempt) => (attempt.kind === 'scenario' && attempt.met ? [attempt.id] : [])));
  for (const item of page.querySelectorAll<HTMLElement>('[data-scenario]')) {
    const mark = item.querySelector<HTMLElement>('[data-done]');
    if (mark) mark.hidden = !done.has(item.dataset.scenario ?? '');
  }
}
