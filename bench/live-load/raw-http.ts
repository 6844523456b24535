import { connect, type Socket } from 'node:net';

export type RawReply = { status: number; body: string; retryAfterMs: number };

/** One connection that is kept open, one request at a time: what a generator can afford ten thousand times a second. */
export class RawConnection {
  readonly #socket: Socket;
  #text = '';
  #resolve: ((reply: RawReply) => void) | undefined;
  #reject: ((error: Error) => void) | undefined;

  constructor(port: number) {
    this.#socket = connect(port, '127.0.0.1').setNoDelay(true).setEncoding('latin1');
    this.#socket.on('data', (text) => this.#take(String(text)));
    this.#socket.on('error', (error) => this.#reject?.(error));
    this.#socket.on('close', () => this.#reject?.(new Error('closed')));
  }

  post(path: string, token: string | undefined, body: string): Promise<RawReply> {
    const bearer = token === undefined ? '' : `Authorization: Bearer ${token}\r\n`;
    const head = `POST ${path} HTTP/1.1\r\nHost: x\r\n${bearer}Content-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n`;
    return new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
      this.#socket.write(head + body, 'latin1');
    });
  }

  close(): void {
    this.#socket.destroy();
  }

  #take(text: string): void {
    this.#text += text;
    const end = this.#text.indexOf('\r\n\r\n');
    if (end === -1) return;
    const head = this.#text.slice(0, end);
    const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0);
    if (this.#text.length < end + 4 + length) return;
    const body = this.#text.slice(end + 4, end + 4 + length);
    this.#text = this.#text.slice(end + 4 + length);
    const retryAfterMs = 1000 * Number(/\r\nretry-after: (\d+)/i.exec(head)?.[1] ?? 0);
    this.#resolve?.({ status: Number(head.slice(9, 12)), body, retryAfterMs });
  }
}

/** Does something for each of many, so many at once. */
export async function each<T>(items: readonly T[], atOnce: number, what: (item: T, worker: number) => Promise<void>) {
  let next = 0;
  const work = async (worker: number) => {
    while (next < items.length) {
      const item = items[next++] as T;
      await what(item, worker);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, (_, worker) => work(worker)));
}
