import { EventEmitter } from 'node:events';
import pg from 'pg';
import type { Connection } from '../database/connect.ts';
import { settle } from '../database/settle.ts';

/** Tells open pages that something they show has changed. Carries topics only, never content. */
export interface Live {
  /** Calls `tell` whenever one of the topics changes; returns how to stop. */
  listen(topics: readonly string[], tell: () => void): () => void;
  close(): Promise<void>;
}

const CHANNEL = 'live';

/**
 * Listens to PostgreSQL's notifications on one connection for all open pages of this process, and again after the
 * database was away (pages then are told once, since something may have been missed).
 */
export function openLive(connection: Connection): Live {
  const bus = new EventEmitter();
  bus.setMaxListeners(0);
  let client: pg.Client | undefined;
  let closed = false;

  async function follow(): Promise<void> {
    if (closed) return;
    const next = new pg.Client(connection.pool.options);
    client = next;
    next.on('notification', ({ payload }) => bus.emit(payload ?? ''));
    let isOver = false;
    const again = () => {
      if (isOver) return;
      isOver = true;
      if (!closed) setTimeout(() => void follow(), 1_000).unref();
    };
    next.on('error', () => {});
    next.on('end', again);
    try {
      await next.connect();
      await settle(next);
      await next.query(`listen ${CHANNEL}`);
      bus.emit('everything');
    } catch {
      // A connection that never came about does not always say that it has ended.
      again();
      await next.end().catch(() => {});
    }
  }
  void follow();

  return {
    listen(topics, tell) {
      const names = [...topics, 'everything'];
      for (const name of names) bus.on(name, tell);
      return () => {
        for (const name of names) bus.off(name, tell);
      };
    },
    async close() {
      closed = true;
      await client?.end().catch(() => {});
    },
  };
}
