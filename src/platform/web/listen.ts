import { once } from 'node:events';
import type { Server } from 'node:http';
import { serve as listenTo } from '@hono/node-server';
import type { Hono } from 'hono';

/** A server that answers. */
export interface Listening {
  readonly port: number;
  /** Takes no new requests, gives those under way three seconds, then ends all connections. */
  close(): void;
}

/** How long a client may take, in milliseconds. */
export interface Patience {
  /** To send the head of a request. */
  readonly head: number;
  /** To send all of it: a photo of 12 MB over a slow phone takes a minute and a half. */
  readonly whole: number;
}

const USUAL_PATIENCE: Patience = { head: 15_000, whole: 120_000 };

/**
 * Serves the application over HTTP. A client that is slower than our patience gets 408, so that slow ones cannot
 * take all connections.
 * @param where.port 0 for any free one
 */
export async function listen(
  app: Hono,
  where: { readonly host: string; readonly port: number; readonly patience?: Patience },
): Promise<Listening> {
  const { head, whole } = where.patience ?? USUAL_PATIENCE;
  const server = listenTo({
    fetch: app.fetch,
    port: where.port,
    hostname: where.host,
    serverOptions: {
      headersTimeout: head,
      requestTimeout: whole,
      connectionsCheckingInterval: Math.min(5_000, head),
    },
  }) as Server;
  await once(server, 'listening');
  const bound = server.address();
  return {
    port: typeof bound === 'object' && bound ? bound.port : where.port,
    close() {
      server.close();
      server.closeIdleConnections();
      setTimeout(() => server.closeAllConnections(), 3_000).unref();
    },
  };
}
