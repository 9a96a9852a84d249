import type { OpenAddresses } from '../../../platform/parts/public/open-address.ts';
import { eventsPaths } from '../paths.ts';
import { listToCome } from '../store/events.ts';

/** More than a year of a neighborhood holds. */
const MOST_TO_COME = 100;

/** The list, and each event to come. */
export const eventsAddresses: OpenAddresses = async (db, now) => [
  { path: eventsPaths.events() },
  ...(await listToCome(db, now, MOST_TO_COME)).map(({ id }) => ({ path: eventsPaths.event({ id }) })),
];
