import type { JobContext } from '../jobs/task.ts';

/** An event as listeners hear it: with an id of its own, the same however often it is delivered. */
export interface HeardEvent<Type extends string = string, Ids = Readonly<Record<string, string>>> {
  readonly id: string;
  readonly type: Type;
  readonly ids: Ids;
}

/** From where a listener hears that was not there before: everything that is kept, in order, or what happens from now on. */
export type From = 'beginning' | 'now';

declare const declared: unique symbol;

/** Hears of an event after its transaction; made by the `hear` of declared events, so that it hears none that nobody declares. */
export interface Listener {
  readonly [declared]: true;
  readonly event: string;
  /** Unique among the listeners of the event, so that each is retried by itself: `notifications.inform-volunteer`. */
  readonly name: string;
  readonly from: From;
  /** Names it had before: what still waits under them is its own, until every version that knew them is gone. */
  readonly formerly?: readonly string[] | undefined;
  /** Must be idempotent: it is called at least once. What order matters it reads from the present state, by the ids. */
  handle(event: HeardEvent, context: JobContext): Promise<void>;
}

/** The task of a listener: a program that does not know the listener leaves its jobs to those that do. */
export function taskOf({ name, event }: Pick<Listener, 'name' | 'event'>): string {
  return `hear:${name}:${event}`;
}
