import type { Tx } from '../../../../platform/database/connect.ts';
import type { Locale } from '../../../../platform/languages/locales.ts';
import { accept, type Outcome, type Refusal, refuse } from '../../../../platform/refusal.ts';
import { listCoordinators, plainLanguageName } from '../../../people/index.ts';
import { changeEvent, draftEvent, type EventFields } from '../../event/commands.ts';
import { findEvent } from '../../store/events.ts';
import { listSeats } from '../../store/seats.ts';
import type { Event } from '../../types.ts';
import { fewerThanTaken } from './rules.ts';
import { readEvent, type TypedEvent } from './typed.ts';

interface Writing {
  readonly personId: string;
  /** The ids of those that it may belong to, beside the one that it has. */
  readonly campaigns: readonly string[];
  readonly now: Temporal.Instant;
}

/** A new draft. @param copiedFrom the one of its series before. @returns its id */
export async function beginEvent(
  tx: Tx,
  typed: TypedEvent,
  by: Writing & { readonly copiedFrom: string | null },
): Promise<Outcome<string>> {
  const before = by.copiedFrom ? await findEvent(tx, by.copiedFrom) : null;
  const read = readEvent(typed);
  if (!read.ok) return read;
  const answers = await refuseStranger(tx, read.value, by);
  if (answers) return answers;
  return accept(await draftEvent(tx, read.value, { ...by, copiedFrom: before?.id ?? null }));
}

/** Writes an event anew. Refuses a version that was changed since, and whoever cannot answer for it. */
export async function rewriteEvent(
  tx: Tx,
  typed: TypedEvent,
  on: Writing & { readonly eventId: string; readonly version: number },
): Promise<Outcome<Event>> {
  const { eventId, personId: byPersonId, now, version, campaigns } = on;
  const before = await findEvent(tx, eventId);
  if (!before) return refuse('event_is_unknown');
  const read = readEvent(typed);
  if (!read.ok) return read;
  const own = before.campaignId === null ? campaigns : [...campaigns, before.campaignId];
  const answers = await refuseStranger(tx, read.value, { now, campaigns: own });
  if (answers) return answers;
  const fields = read.value;
  return changeEvent(tx, { eventId, as: 'coordinator', byPersonId, now, version, fields });
}

/** What fewer seats than are taken would mean, kind by kind, which is said before it is saved; nothing once it was said. */
export async function consequencesOf(
  tx: Tx,
  typed: TypedEvent,
  { eventId, locale }: { readonly eventId: string; readonly locale: Locale },
): Promise<readonly Refusal[]> {
  const before = await findEvent(tx, eventId);
  const read = before && readEvent(typed);
  if (!read?.ok || typed.fewer) return [];
  const { seats, languages } = read.value;
  const interpreted = languages.flatMap((one) => (one.kind === 'interpretation' ? one.language : []));
  return fewerThanTaken(await listSeats(tx, eventId), seats, interpreted).map(
    ({ kind, language, taken, capacity, over }) => ({
      code: 'event_has_fewer_seats',
      params: { kind, language: plainLanguageName(language, locale), taken, capacity, over },
      field: 'fewer',
    }),
  );
}

/** Who answers for it is of the staff, and to what it belongs is there to choose. */
async function refuseStranger(
  tx: Tx,
  { event: { responsibleId, campaignId } }: EventFields,
  { now, campaigns }: Omit<Writing, 'personId'>,
) {
  const staff = await listCoordinators(tx, now);
  if (!staff.includes(responsibleId)) return refuse('choose_one', {}, 'responsibleId');
  return campaignId === null || campaigns.includes(campaignId) ? null : refuse('choose_one', {}, 'campaign');
}
