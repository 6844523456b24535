import { useRef, useState } from 'preact/hooks';
import type { Language } from '../../i18n/text.ts';
import type { StoredAttempt } from '../../quiz-engine/attempt.ts';
import type { RefusedFile } from './read-logs.ts';
import type { Report } from './report.ts';

export type Work = { done: number; all: number } | 'computing' | undefined;

const NOTHING = { logs: [] as StoredAttempt[][], refused: [] as RefusedFile[], unreadable: 0 };

/** Files come in any number of goes; every go adds to what is there. */
export function useStatistics(lang: Language) {
  const gathered = useRef(NOTHING);
  const turn = useRef(0);
  const [work, setWork] = useState<Work>();
  const [report, setReport] = useState<Report>();

  async function add(files: readonly File[]): Promise<void> {
    if (files.length === 0) return;
    const mine = ++turn.current;
    setWork({ done: 1, all: files.length });
    // The engine comes with the first file.
    const [{ readLogs }, { reportOf }] = await Promise.all([import('./read-logs.ts'), import('./report.ts')]);
    const read = await readLogs(files, (done) => setWork({ done, all: files.length }));
    if (mine !== turn.current) return;
    const { logs, refused, unreadable } = gathered.current;
    gathered.current = {
      logs: [...logs, ...read.logs],
      refused: [...refused, ...read.refused],
      unreadable: unreadable + read.unreadable,
    };
    setWork('computing');
    // Lets the page say so before it is busy.
    await new Promise((resume) => setTimeout(resume));
    setReport(await reportOf(gathered.current.logs, lang));
    setWork(undefined);
  }

  function clear(): void {
    turn.current++;
    gathered.current = NOTHING;
    setReport(undefined);
    setWork(undefined);
  }

  const { logs, refused, unreadable } = gathered.current;
  return { work, report, files: logs.length, refused, unreadable, add, clear };
}
