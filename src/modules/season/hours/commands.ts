import type { Tx } from '../../../platform/database/connect.ts';
import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import { daysLeft } from '../rules/days.ts';
import { isPromised } from '../store/calls.ts';
import { deleteHour, insertHour, lockHour } from '../store/hours.ts';
import type { Part, Season } from '../types.ts';

interface Giving {
  readonly personId: string;
  readonly onDay: Temporal.PlainDate;
  readonly part: Part;
  readonly season: Season;
  readonly now: Temporal.Instant;
  readonly today: Temporal.PlainDate;
}

/** A volunteer gives a part of a day. Refused: `choose_a_coming_day`. */
export async function giveHour(tx: Tx, { season, now, today, ...hour }: Giving): Promise<Outcome<null>> {
  if (!daysLeft(season, today).some((day) => day.equals(hour.onDay))) return refuse('choose_a_coming_day');
  await insertHour(tx, hour, { now, endsOn: season.to });
  return accept(null);
}

/** They take it back. Refused: `hour_is_promised`. */
export async function takeBackHour(
  tx: Tx,
  given: Pick<Giving, 'personId' | 'onDay' | 'part'>,
): Promise<Outcome<null>> {
  const hour = await lockHour(tx, given);
  if (!hour) return accept(null);
  if (await isPromised(tx, hour.id)) return refuse('hour_is_promised');
  await deleteHour(tx, hour.id);
  return accept(null);
}
