// The thread in which SQLite waits for the disk, so that the server never does. Requests are answered in their order.
import { parentPort, workerData } from 'node:worker_threads';
import { type Entries, NotWritten, type Places, SqliteFile, type Synchronous, sayOpenError } from './sqlite-file.ts';

export type WorkerData = { file: string; synchronous: Synchronous };

export type Request =
  | { do: 'append'; entries: Entries }
  | { do: 'read'; room: string; seq: number; limit: number }
  | { do: 'rooms' }
  | { do: 'purge'; room: string }
  | { do: 'close' };

/** What each request is answered with. */
export type Answer = { append: Places; read: string; rooms: string[]; purge: null; close: null };

/** `sentence` is for a person and only given at opening; `written` is what is known of a batch that failed. */
export type Fault = { message: string; sentence?: string | undefined; written: 'no' | 'unknown' };

/** The first reply says that the file is open; every other one answers the oldest request without an answer. */
export type Reply = { value: unknown } | { fault: Fault };

const port = parentPort;
if (port !== null) serve(workerData as WorkerData, (reply) => port.postMessage(reply));

function serve({ file, synchronous }: WorkerData, reply: (reply: Reply) => void): void {
  let log: SqliteFile;
  try {
    log = new SqliteFile(file, synchronous);
  } catch (error) {
    reply({ fault: { message: String(error), sentence: sayOpenError(error, file), written: 'no' } });
    port?.close();
    return;
  }
  reply({ value: null });
  port?.on('message', (request: Request) => {
    try {
      reply({ value: answer(log, request) });
    } catch (error) {
      reply({ fault: { message: String(error), written: error instanceof NotWritten ? 'no' : 'unknown' } });
    }
    if (request.do === 'close') port.close();
  });
}

function answer(log: SqliteFile, request: Request): Answer[keyof Answer] {
  if (request.do === 'append') return log.append(request.entries);
  if (request.do === 'read') return log.read(request.room, request.seq, request.limit);
  if (request.do === 'rooms') return log.rooms();
  if (request.do === 'purge') log.purge(request.room);
  else log.close();
  return null;
}
