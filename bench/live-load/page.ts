import { connect, type Socket } from 'node:net';

/** A player's page as far as a server sees it: a stream of which frames and offsets are noted. */
export class Page {
  frames = 0;
  lastAt = 0;
  lastOffset = '';
  /** Times at which an offset was lower than one before it. */
  backwards = 0;
  #socket: Socket | undefined;
  #rest = '';
  #onFrame: (() => void) | undefined;

  open(port: number, path: string, compare: (a: string, b: string) => number): Promise<void> {
    const socket = connect(port, '127.0.0.1').setEncoding('latin1');
    this.#socket = socket;
    this.#rest = '';
    const after = this.lastOffset === '' ? '' : `Last-Event-ID: ${this.lastOffset}\r\n`;
    socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\n${after}\r\n`);
    socket.on('data', (text) => this.#take(String(text), compare));
    return new Promise((resolve, reject) => {
      this.#onFrame = resolve;
      socket.on('error', reject);
      socket.on('close', () => reject(new Error('The stream was refused or cut.')));
    });
  }

  cut(): void {
    this.#socket?.removeAllListeners('close').destroy();
  }

  #take(text: string, compare: (a: string, b: string) => number): void {
    this.#rest += text;
    const end = this.#rest.lastIndexOf('\n\n');
    if (end === -1) return;
    for (let at = this.#rest.indexOf('id: '); at !== -1 && at < end; at = this.#rest.indexOf('\nid: ', at + 1)) {
      const from = this.#rest.indexOf(' ', at) + 1;
      const offset = this.#rest.slice(from, this.#rest.indexOf('\n', from));
      if (this.lastOffset !== '' && compare(offset, this.lastOffset) < 0) this.backwards += 1;
      this.lastOffset = offset;
      this.frames += 1;
      this.lastAt = performance.now();
      this.#onFrame?.();
    }
    this.#rest = this.#rest.slice(end + 2);
  }
}
