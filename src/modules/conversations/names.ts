import type { Database } from '../../platform/database/connect.ts';
import type { Words } from '../../platform/languages/messages.tsx';
import type { Call } from '../../platform/web/route.ts';
import { nameFor, type Person } from '../people/index.ts';

export type ReadingCall = Pick<Call<unknown, unknown, Database>, 'db' | 'actor' | 'locale'>;
export type Names = ReadonlyMap<string, Words>;

/** As whom somebody reads names: whoever meets a person never learns the full name of one who goes by another. */
export function standingOf({ actor }: Pick<ReadingCall, 'actor'>): 'staff' | 'counterpart' {
  return actor.roles.has('coordinator') && actor.strong ? 'staff' : 'counterpart';
}

/** What each is called by the reader: a coordinator may know more of a name than the one who meets them. */
export function namesIn(call: ReadingCall, persons: ReadonlyMap<string, Person>): Names {
  return new Map(
    [...persons].map(([id, person]) => [id, nameFor(person, call.locale, standingOf(call)).words]),
  );
}
