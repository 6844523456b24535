import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';

/** Idle phones keep their connection; who sends a head or a body drop by drop does not. Milliseconds. */
export const HTTP_LIMITS = {
  keepAliveTimeout: 65_000,
  headersTimeout: 15_000,
  requestTimeout: 30_000,
  connectionsCheckingInterval: 5_000,
};

/** Phones of a whole hall connect in one moment. */
const BACKLOG = 4096;

/** Takes connections at once and answers them when the app is there. */
export function makeServer(app: Promise<Hono>, limits = HTTP_LIMITS): Server {
  return createAdaptorServer({
    fetch: async (request, env) => (await app).fetch(request, env),
    serverOptions: limits,
  }) as Server;
}

/** Resolves when the port is taken; rejects when it cannot be had. */
export function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host, backlog: BACKLOG }, () => resolve());
  });
}
