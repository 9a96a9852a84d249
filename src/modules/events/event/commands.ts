import { doing } from '../../../kits/acts/index.ts';
import type { Tx } from '../../../platform/database/connect.ts';
import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import { publish } from '../events.ts';
import { does as doesRegistration, note } from '../registrations/doing.ts';
import { OPEN } from '../registrations/life.ts';
import { moveSeats } from '../seats/move-seats.ts';
import type { Seats } from '../seats/rules/seats.ts';
import {
  type EventChanges,
  insertEvent,
  lockEvent,
  toRow,
  updateEvent,
  type WrittenEvent,
  writeLanguages,
} from '../store/events.ts';
import { listRegistrations, moveEnds } from '../store/registrations.ts';
import { writeSeats } from '../store/seats.ts';
import type { Event, EventLanguage } from '../types.ts';
import { eventLife } from './life.ts';
import { whatIsMissing } from './whole.ts';

export interface OnEvent {
  readonly eventId: string;
  readonly as: 'coordinator' | 'house';
  readonly byPersonId: string | null;
  readonly now: Temporal.Instant;
  /** What the page had shown; absent where it does not matter. */
  readonly version?: number | undefined;
}

interface Ending {
  readonly changes: EventChanges;
}

export const { enter, does } = doing<typeof eventLife.acts, OnEvent, Event, Ending, Event>({
  life: eventLife,
  unknown: 'event_is_unknown',
  lock: (tx, { eventId }) => lockEvent(tx, eventId),
  stateOf: ({ state }) => state,
  partyOf: (on) => on.as,
  isTheirs: (event, { version }) =>
    version !== undefined && version !== event.version ? refuse('event_has_changed_since') : accept(null),
  async move(tx, { from, to, scene, ending }) {
    await updateEvent(tx, scene.id, { ...ending.changes, ...(to && to !== from && { state: to }) });
  },
  tell: (tx, type, { scene, on }) =>
    publish(tx, {
      type,
      ids: { eventId: scene.id, ...(on.byPersonId && { byPersonId: on.byPersonId }) },
      live: ['desk', `person:${scene.responsibleId}`],
    }),
  done: (event) => event,
});

/** What a coordinator writes of an event: its words, its languages, its seats. */
export interface EventFields {
  readonly event: WrittenEvent;
  readonly languages: readonly EventLanguage[];
  readonly seats: readonly Omit<Seats, 'taken'>[];
}

/** A new draft. @param copiedFrom the event of a series that it goes on from. @returns its id */
export async function draftEvent(
  tx: Tx,
  { event, languages, seats }: EventFields,
  by: { readonly personId: string; readonly now: Temporal.Instant; readonly copiedFrom?: string | null },
): Promise<string> {
  const { personId: writtenBy, now, copiedFrom = null } = by;
  const id = await insertEvent(tx, { ...event, writtenBy, copiedFrom }, now);
  await writeLanguages(tx, id, languages);
  await writeSeats(tx, id, seats);
  return id;
}

/**
 * Writes an event anew; before it is public silently, afterwards with word to everybody who has registered where time or
 * place is another. More seats wake the waiting list; fewer take nobody's.
 */
export async function changeEvent(
  tx: Tx,
  { fields, ...on }: OnEvent & { readonly fields: EventFields },
): Promise<Outcome<Event>> {
  const entered = await enter(tx, on);
  if (!entered.ok) return entered;
  const before = entered.value;
  const { event } = fields;
  const isPublic = before.state === 'published' || before.state === 'closed';
  if (!isPublic && before.state !== 'draft') return refuse('event_is_elsewhere');
  const gap = isPublic && whatIsMissing(event);
  if (gap) return refuse('event_words_are_missing', {}, `${gap.part}.${gap.locale}`);
  const isElsewhere = isPublic && isOtherTimeOrPlace(before, event);
  const changes = { ...toRow(event), ...(isElsewhere && { sequence: before.sequence + 1 }) };
  if (isPublic) {
    const changed = await change(tx, { ...on, changes });
    if (!changed.ok) return changed;
  } else await updateEvent(tx, before.id, changes);
  await writeLanguages(tx, before.id, fields.languages);
  await writeSeats(tx, before.id, fields.seats);
  await moveEnds(tx, before.id, event.endsAt);
  if (isElsewhere) await tellRegistered(tx, before.id, 'move', on);
  await moveSeats(tx, before.id, on.now);
  return accept(before);
}

const change = does('change', (_, __, { changes }: OnEvent & { readonly changes: EventChanges }) =>
  accept({ changes }),
);

function isOtherTimeOrPlace(before: Event, after: WrittenEvent): boolean {
  return (
    !before.startsAt.equals(after.startsAt) ||
    !before.endsAt.equals(after.endsAt) ||
    before.address !== after.address ||
    before.onlineUrl !== after.onlineUrl
  );
}

/** For another pair of eyes. Refused while a language that was begun, or Japanese, says only a part of it. */
export const submitEvent = does('submit', (_, event, { byPersonId }) =>
  whatIsMissing(event)
    ? refuse('event_words_are_missing')
    : accept({ changes: { submitted_by: byPersonId } }),
);
export const sendBackEvent = does('send_back', () => accept({ changes: { submitted_by: null } }));

/** Refused to whoever submitted it: somebody else looks at it first. */
export const publishEvent = does('publish', (_, { submittedBy, startsAt }, { byPersonId, now }) => {
  if (submittedBy === byPersonId) return refuse('somebody_else_publishes');
  if (Temporal.Instant.compare(startsAt, now) <= 0) return refuse('event_has_begun');
  return accept({ changes: { published_at: now } });
});
export const closeEvent = does('close');
export const reopenEvent = does('reopen');

/** So long after the day that it had, what people need there is kept as for a day to come. */
const PUT_OFF = { hours: 24 * 183 };

/**
 * Its day is open again, and calendars take the old one out; who has a seat keeps it and is told. Nothing is held for
 * anybody meanwhile: whoever had an offer waits again at their place, and gets another one when the day is fixed.
 */
export const postponeEvent = andTell(
  does('postpone', async (tx, { id, sequence, endsAt }, { now }) => {
    for (const { id: registrationId } of await listRegistrations(tx, id, ['offered']))
      await putBack(tx, { registrationId, as: 'house', byPersonId: null, now });
    await moveEnds(tx, id, endsAt.add(PUT_OFF));
    return accept({ changes: { sequence: sequence + 1 } });
  }),
  'postpone',
);
const putBack = doesRegistration('put_back');

/** The new day of an event that was postponed; its seats go on from there. Refused for a day that has gone. */
export const setDate = andTell(
  does(
    'set_date',
    async (
      tx,
      { id, sequence },
      on: OnEvent & { readonly startsAt: Temporal.Instant; readonly endsAt: Temporal.Instant },
    ) => {
      const { startsAt, endsAt, now } = on;
      if (Temporal.Instant.compare(startsAt, now) <= 0) return refuse('choose_a_coming_day', {}, 'startsAt');
      await moveEnds(tx, id, endsAt);
      const days = { starts_at: startsAt, ends_at: endsAt, registration_closes_at: startsAt };
      return accept({ changes: { ...days, sequence: sequence + 1, last_call_at: null } });
    },
  ),
  'set_date',
);

const calledOff = does('cancel', async (tx, { id, sequence, endsAt }) => {
  await moveEnds(tx, id, endsAt);
  return accept({ changes: { sequence: sequence + 1 } });
});
const cancelTheirs = doesRegistration('cancel');

/** Does not take place: everybody who registered is told, and the page stays. */
export async function cancelEvent(tx: Tx, on: OnEvent): Promise<Outcome<Event>> {
  const done = await calledOff(tx, on);
  if (!done.ok) return done;
  for (const { id } of await listRegistrations(tx, on.eventId, OPEN))
    await cancelTheirs(tx, { registrationId: id, as: 'house', byPersonId: on.byPersonId, now: on.now });
  return done;
}

const begin = does('begin');
const end = does('end', (_, __, { now }) => accept({ changes: { over_at: now } }));

/** What the clock does with an event: it begins, ends, and its seats go on. */
export async function followClock(tx: Tx, eventId: string, now: Temporal.Instant): Promise<void> {
  const on = { eventId, as: 'house', byPersonId: null, now } as const;
  const event = await lockEvent(tx, eventId);
  if (!event) return;
  const isOver = (at: Temporal.Instant) => Temporal.Instant.compare(at, now) <= 0;
  if ((event.state === 'published' || event.state === 'closed') && isOver(event.startsAt))
    await begin(tx, on);
  if (isOver(event.endsAt)) await end(tx, on);
  await moveSeats(tx, eventId, now);
}

type Told<X extends OnEvent> = (tx: Tx, on: X) => Promise<Outcome<Event>>;

function andTell<X extends OnEvent>(act: Told<X>, what: string): Told<X> {
  return async (tx, on) => {
    const done = await act(tx, on);
    if (!done.ok) return done;
    await tellRegistered(tx, on.eventId, what, on);
    await moveSeats(tx, on.eventId, on.now);
    return done;
  };
}

async function tellRegistered(tx: Tx, eventId: string, act: string, on: OnEvent): Promise<void> {
  for (const registration of await listRegistrations(tx, eventId, OPEN)) {
    const { state } = registration;
    await note(tx, { registration, act, from: state, to: state, byPerson: on.byPersonId, at: on.now });
  }
}
