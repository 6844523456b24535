import { createServer, type RequestListener, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import type { Live } from './live/live.ts';

/** Idle phones keep their connection; who sends a head or a body drop by drop does not. Milliseconds. */
export const HTTP_LIMITS = {
  keepAliveTimeout: 65_000,
  headersTimeout: 15_000,
  requestTimeout: 30_000,
  connectionsCheckingInterval: 5_000,
};

/** Phones of a whole hall connect in one moment. */
const BACKLOG = 4096;

/** Phones are answered at once, everything else by the app. */
export function listenerOf(app: Hono, live?: Pick<Live, 'phones'>): RequestListener {
  const others = getRequestListener(app.fetch);
  return (request, response) => {
    if (live?.phones(request, response) !== true) void others(request, response);
  };
}

/** Takes connections at once and answers them when the listener is there. */
export function makeServer(listener: Promise<RequestListener>, limits = HTTP_LIMITS): Server {
  let listen: RequestListener = async (...exchange) => (await listener)(...exchange);
  void listener.then((ready) => {
    listen = ready;
  });
  return createServer(limits, (request, response) => listen(request, response));
}

/** Resolves when the port is taken; rejects when it cannot be had. */
export function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host, backlog: BACKLOG }, () => resolve());
  });
}
