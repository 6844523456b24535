/**
 * The few shapes of a service worker that this one uses. TypeScript's own `webworker` library cannot stand beside its
 * `dom` library in one program.
 */
export interface WorkerScope {
  readonly caches: CacheStorage;
  readonly location: Location;
  readonly registration: ServiceWorkerRegistration;
  readonly clients: {
    claim(): Promise<void>;
    matchAll(options: {
      type: 'window';
      includeUncontrolled: boolean;
    }): Promise<{ postMessage(message: unknown): void }[]>;
  };
  skipWaiting(): Promise<void>;
  addEventListener<Name extends keyof WorkerEvents>(name: Name, listener: (event: WorkerEvents[Name]) => void): void;
}

interface LastingEvent {
  /** Keeps the worker alive until then; at `install`, a rejection refuses the version. */
  waitUntil(until: Promise<unknown>): void;
}

interface WorkerEvents {
  install: LastingEvent;
  activate: LastingEvent;
  fetch: LastingEvent & { readonly request: Request; respondWith(response: Promise<Response>): void };
  message: LastingEvent & { readonly data: unknown };
}
