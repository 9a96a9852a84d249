import type { OpenAddresses } from '../../../platform/parts/public/open-address.ts';
import { eventsPaths } from '../paths.ts';
import { listToCome } from '../store/events.ts';
import { type Looked, listPast } from '../store/past.ts';

/** More than a year of a neighborhood holds. */
const MOST_TO_COME = 100;
/** Engines know older ones already. */
const MOST_PAST = 300;
const ALL: Looked = { kind: '', language: '', month: '' };

/** The lists, each event to come, and those that were lately. */
export const eventsAddresses: OpenAddresses = async (db, now) => {
  const toCome = await listToCome(db, now, MOST_TO_COME);
  const { rows: past } = await listPast(db, ALL, { after: null, limit: MOST_PAST, now });
  return [
    { path: eventsPaths.events() },
    { path: eventsPaths.past() },
    ...[...toCome, ...past].map(({ id }) => ({ path: eventsPaths.event({ id }) })),
  ];
};
