import { type AroundChild, listMayFetch } from '../../../children/rules/fetching.ts';
import type { Match } from './presence.ts';

/** A hand-over as it has come, with what is known of the child now. */
interface HandedOver {
  readonly receivedBy: string | null;
  /** When the list was made that the phone showed; null where its seal is none of ours. */
  readonly listAt: Temporal.Instant | null;
  readonly day: Temporal.PlainDate;
  readonly around: AroundChild;
  /** Bars that were written later than a list do not stand on it. */
  readonly barredAt: ReadonlyMap<string, Temporal.Instant>;
}

/**
 * Whether whoever took a child stood on the list. A hand-over is a fact whatever the list says: it is kept, and told where
 * nobody should have been handed over. Whoever was taken off the list while a phone had no network stood on an older one.
 */
export function matchOf({ receivedBy, listAt, day, around, barredAt }: HandedOver): Match {
  if (receivedBy === null) return 'unlisted';
  const isOn = (known: AroundChild) => listMayFetch(known, day).some(({ id }) => id === receivedBy);
  if (isOn(around)) return 'listed';
  return listAt && isOn(asOf(around, barredAt, listAt)) ? 'old_list' : 'unlisted';
}

function asOf(around: AroundChild, barredAt: HandedOver['barredAt'], at: Temporal.Instant): AroundChild {
  const isAfter = (other: Temporal.Instant | null | undefined) =>
    other != null && Temporal.Instant.compare(other, at) > 0;
  return {
    ...around,
    fetchers: around.fetchers.map((one) => (isAfter(one.revokedAt) ? { ...one, revokedAt: null } : one)),
    bars: around.bars.filter(({ id }) => !isAfter(barredAt.get(id))),
  };
}
