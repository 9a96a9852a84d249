import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '../database/connect.ts';

/** Something that happened, past tense: `spot.request.submitted`. The payload holds ids only; listeners look up the rest. */
export interface DomainEvent {
  readonly type: string;
  readonly ids: Readonly<Record<string, string>>;
  /** Open pages that show it: `person:<id>` for each person concerned, `desk` for the coordinators. */
  readonly live?: readonly string[];
  /** Given for news that may be published again: the same id, the same news. */
  readonly id?: string | undefined;
}

/** An event as listeners hear it: with an id of its own, the same however often it is delivered. */
export interface HeardEvent extends DomainEvent {
  readonly id: string;
}

/**
 * Puts an event in the outbox: the listeners of all modules hear of it after the transaction has committed, at least
 * once each; nothing is heard of a transaction that was rolled back.
 */
export async function publish(tx: Tx, event: DomainEvent): Promise<void> {
  const heard: HeardEvent = { ...event, id: event.id ?? randomUUID() };
  await addJob(tx, 'tell-listeners', heard);
  await tellPages(tx, event.live ?? []);
}

/** Tells open pages that follow one of the topics, once the transaction has committed, that they are out of date. */
export async function tellPages(tx: Tx, topics: readonly string[]): Promise<void> {
  for (const topic of topics) await sql`select pg_notify('live', ${topic})`.execute(tx);
}

interface JobOptions {
  /** Not before this instant. */
  readonly runAt?: Temporal.Instant;
  /** A job with the same key that hasn't begun is replaced, so that there is never more than one. */
  readonly key?: string;
  /** How often it is tried, with growing pauses; 12 times unless said. */
  readonly tries?: number;
}

/** Enqueues a job in the caller's transaction. */
export async function addJob(tx: Tx, task: string, payload: object, options: JobOptions = {}): Promise<void> {
  await sql`select graphile_worker.add_job(${task}, payload := ${JSON.stringify(payload)}::json,
    run_at := ${options.runAt ?? null}::timestamptz, job_key := ${options.key ?? null}, max_attempts := ${options.tries ?? 12})`.execute(
    tx,
  );
}
