import { Redis } from 'ioredis';

export type LinkWorld = {
  url: string;
  /** Called each time the link has come up. */
  onUp: () => void;
};

const READY_MS = 2000;
const PAUSE_MS = { first: 25, most: 500 };

/**
 * One connection to Redis that is made anew whenever it is lost. ioredis neither reconnects nor resends nor queues here:
 * a write that was resent would be there twice, and a blocking read can hang for ever on a connection that came back
 * (redis/ioredis issues 1718 and 2193). So every connection is a new client, and what was asked of an old one fails.
 */
export class RedisLink {
  readonly #world: LinkWorld;
  #client: Redis | undefined;
  #isClosed = false;
  #endPause: (() => void) | undefined;
  /** The fault of the last attempt, for a person. */
  lastFault = '';
  readonly #ended: Promise<void>;

  constructor(world: LinkWorld) {
    this.#world = world;
    this.#ended = this.#keepUp();
  }

  /** The client while it can be written to: between the end of its socket and the news of it, it refuses what is asked. */
  get client(): Redis | undefined {
    const client = this.#client;
    return client?.status === 'ready' && client.stream?.writable ? client : undefined;
  }

  /** Waits for an answer; when it does not come in time the connection is given up, and with it all that was asked. */
  async within<T>(answer: Promise<T>, ms: number): Promise<T> {
    const asked = this.#client;
    let timer: NodeJS.Timeout | undefined;
    const tooLate = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        if (asked !== undefined && asked === this.#client) this.drop();
        reject(new Error(`Redis did not answer within ${ms} ms.`));
      }, ms);
    });
    try {
      return await Promise.race([answer, tooLate]);
    } finally {
      clearTimeout(timer);
    }
  }

  /** Gives the connection up; a new one is made at once. */
  drop(): void {
    const client = this.#client;
    this.#client = undefined;
    client?.disconnect();
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#endPause?.();
    this.drop();
    await this.#ended;
  }

  async #keepUp(): Promise<void> {
    let failures = 0;
    while (!this.#isClosed) {
      const client = newClient(this.#world.url);
      let fault = 'it closed the connection';
      client.on('error', (error: Error) => {
        fault = error.message || String((error as NodeJS.ErrnoException).code);
      });
      const ended = new Promise<void>((resolve) => client.once('end', () => resolve()));
      if (await this.#isUp(client)) {
        failures = 0;
        this.#client = client;
        this.#world.onUp();
        await ended;
        this.drop();
      } else {
        this.lastFault = fault;
        failures += 1;
        client.disconnect();
      }
      if (!this.#isClosed) await this.#pause(Math.min(PAUSE_MS.most, PAUSE_MS.first * 2 ** failures));
    }
  }

  /** Connected, admitted and done with loading its data, in time. */
  async #isUp(client: Redis): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<boolean>((resolve) => {
      timer = setTimeout(() => resolve(false), READY_MS);
      this.#endPause = () => resolve(false);
    });
    const connected = client.connect().then(
      () => true,
      () => false,
    );
    const isUp = await Promise.race([connected, late]);
    clearTimeout(timer);
    return isUp && !this.#isClosed;
  }

  #pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#endPause = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

function newClient(url: string): Redis {
  return new Redis(url, {
    // The shapes of replies that are used here are those of RESP2.
    protocol: 2,
    lazyConnect: true,
    retryStrategy: () => null,
    maxRetriesPerRequest: 0,
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    connectTimeout: READY_MS,
    // How long a polite goodbye may take before the socket is destroyed.
    disconnectTimeout: 100,
  });
}
