import { whyClosed } from '../../src/kits/slots/index.ts';
import {
  listOffersOfRequest,
  type SpotSettings,
  spotSetting,
  toStart,
} from '../../src/modules/spot/index.ts';
import type { Connection } from '../../src/platform/database/connect.ts';
import { inTransaction } from '../../src/platform/database/transaction.ts';
import { writeSetting } from '../../src/platform/settings/settings.ts';
import { signIn } from '../../test/support/signed-in.ts';
import { makeNeighborhood, Story } from '../../test/support/spot.ts';
import type { Press } from '../fire/presses.ts';
import { filled } from '../fire/program.ts';

/** One volunteer's yes to one request. */
export interface Attempt extends Press {
  readonly offerId: string;
  readonly volunteerId: string;
}

export interface World {
  readonly requests: number;
  readonly rivals: number;
  readonly seed: number;
}

/**
 * Fills a program's database, by the commands that people use: open requests of which each was put to the same
 * volunteers, at times that overlap, so that every yes has rivals for the request and for the volunteer's time.
 * @returns every yes there can be, rivals for a request close to each other
 */
export function buildWorld(directory: string, world: World): Promise<Attempt[]> {
  return filled(directory, (connection, secret) => fillWorld(connection, world, secret));
}

/** The same in a database that is open already. @param secret of the program that will run on it */
export async function fillWorld(
  connection: Connection,
  { requests, rivals, seed }: World,
  secret: string,
): Promise<Attempt[]> {
  const { db } = connection;
  const now = Temporal.Now.instant();
  const settings: SpotSettings = { ...spotSetting.value, waveSize: rivals };
  await inTransaction(db, (tx) =>
    writeSetting(tx, spotSetting, { value: settings, seen: null, by: null, now }),
  );
  const story = new Story(await makeNeighborhood(db, rivals));
  story.now = now;
  const cookies = await signIn(connection, { personIds: story.place.volunteerIds, secret, now });
  const times = possibleTimes(now, settings, Math.ceil(requests / 3));
  const random = randomFrom(seed);
  const attempts: Attempt[] = [];
  for (let index = 0; index < requests; index++) {
    const possible = times[index % times.length] ?? [];
    const requestId = await story.asked({ possibleTimes: possible });
    for (const offer of shuffle(await listOffersOfRequest(db, requestId), random)) {
      attempts.push({
        offerId: offer.id,
        volunteerId: offer.volunteerId,
        path: `/spot/offers/${offer.id}/acceptance`,
        fields: { startsAt: String(possible[Math.floor(random() * possible.length)]), corrections: '0' },
        cookie: cookies.get(offer.volunteerId) ?? '',
        key: crypto.randomUUID(),
      });
    }
  }
  return attempts;
}

/** Pairs of possible times, each pair overlapping itself and the next one of its day. */
function possibleTimes(now: Temporal.Instant, settings: SpotSettings, count: number): Temporal.Instant[][] {
  const today = now.toZonedDateTimeISO(settings.timeZone).toPlainDate();
  const days = Array.from({ length: settings.mostDaysAhead - 14 }, (_, ahead) =>
    today.add({ days: 10 + ahead }),
  );
  return days
    .filter((day) => whyClosed(day, settings) === null)
    .flatMap((day) =>
      [
        ['09:00', '10:00'],
        ['10:30', '11:30'],
        ['13:00', '14:00'],
        ['14:30', '15:30'],
      ].map((pair) => pair.map((time) => toStart(day, time, settings))),
    )
    .slice(0, Math.max(1, count));
}

/** A sequence of numbers from 0 to 1 that is the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function shuffle<T>(items: readonly T[], random: () => number): T[] {
  return items
    .map((item) => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}
