import {
  draftEvent,
  followClock,
  postponeEvent,
  publishEvent,
  submitEvent,
} from '../../src/modules/events/event/commands.ts';
import { register } from '../../src/modules/events/registrations/commands.ts';
import { writeAnswers } from '../../src/modules/events/store/answers.ts';
import { insertDoorEntries } from '../../src/modules/events/store/door.ts';
import { surveyQuestions } from '../../src/modules/events/survey/questions.ts';
import type { Tx } from '../../src/platform/database/connect.ts';
import { adult, child, eventFields, sure } from './events.ts';

/** An event to come with a family that has its seats, and a party that waits; beside it a draft, one to review and one postponed. */
export async function buildEvents(
  tx: Tx,
  who: {
    readonly coordinator: string;
    readonly other: string;
    readonly resident: string;
    readonly responsible: string;
  },
  now: Temporal.Instant,
): Promise<void> {
  const by = { personId: who.coordinator, now };
  const startsAt = Temporal.Instant.from('2026-12-06T13:00:00+09:00');
  const seats = [
    { kind: 'anybody', language: '', capacity: 3 },
    { kind: 'craft', language: '', capacity: 2 },
    { kind: 'interpretation', language: 'ne', capacity: 2 },
  ] as const;
  const eventId = await draftEvent(tx, eventFields(who.responsible, startsAt, seats), by);
  const on = { eventId, as: 'coordinator', now } as const;
  sure(await submitEvent(tx, { ...on, byPersonId: who.coordinator }));
  sure(await publishEvent(tx, { ...on, byPersonId: who.other }));
  const family = {
    eventId,
    personId: who.resident,
    email: 'resident@example.org',
    name: 'सीता गुरुङ',
    locale: 'en',
    party: [adult, { ...child(6), crafts: true }],
    needs: '車いすで行きます。',
    question: '駅から遠いですか。',
  } as const;
  const { registrationId } = sure(await register(tx, { ...family, isProved: true, now }));
  const waits = {
    ...family,
    personId: null,
    email: 'waits@example.org',
    name: 'Chen',
    party: [adult, adult],
  };
  sure(await register(tx, { ...waits, needs: null, question: null, isProved: true, now }));
  // The child is here, and somebody who had not registered.
  const walkIn = { adults: 1, children: 0, language: 'ne', name: 'Ram' };
  const pressed = { device: crypto.randomUUID(), byPersonId: who.coordinator, pressedAt: now };
  const presses = [
    { ...pressed, seq: 1, press: { act: 'here', registrationId, place: 2 } },
    { ...pressed, seq: 2, press: { act: 'walk_in', ...walkIn } },
  ] as const;
  await insertDoorEntries(tx, presses, { eventId, receivedAt: now });
  await buildPlanned(tx, who, now);
  await buildHeld(tx, who, now);
}

async function buildPlanned(
  tx: Tx,
  who: { readonly coordinator: string; readonly other: string },
  now: Temporal.Instant,
): Promise<void> {
  const seats = [{ kind: 'anybody', language: '', capacity: 20 }] as const;
  const draft = (day: string) => {
    const startsAt = Temporal.Instant.from(`${day}T14:00:00+09:00`);
    return draftEvent(tx, eventFields(who.coordinator, startsAt, seats), { personId: who.coordinator, now });
  };
  await draft('2027-02-13');
  const on = { as: 'coordinator', now } as const;
  sure(await submitEvent(tx, { ...on, eventId: await draft('2027-01-16'), byPersonId: who.other }));
  const postponed = await draft('2026-12-19');
  sure(await submitEvent(tx, { ...on, eventId: postponed, byPersonId: who.coordinator }));
  sure(await publishEvent(tx, { ...on, eventId: postponed, byPersonId: who.other }));
  sure(await postponeEvent(tx, { ...on, eventId: postponed, byPersonId: who.coordinator }));
}

/** One that is over and not reported yet, of which somebody has said how it was. */
async function buildHeld(
  tx: Tx,
  who: { readonly coordinator: string; readonly other: string; readonly resident: string },
  now: Temporal.Instant,
): Promise<void> {
  const startsAt = now.subtract({ hours: 24 * 5 });
  const before = startsAt.subtract({ hours: 24 * 20 });
  const seats = [{ kind: 'anybody', language: '', capacity: 20 }] as const;
  const fields = eventFields(who.coordinator, startsAt, seats);
  const eventId = await draftEvent(tx, fields, { personId: who.coordinator, now: before });
  const on = { eventId, as: 'coordinator', now: before } as const;
  sure(await submitEvent(tx, { ...on, byPersonId: who.coordinator }));
  sure(await publishEvent(tx, { ...on, byPersonId: who.other }));
  const party = {
    ...{ eventId, personId: who.resident, email: 'resident@example.org', name: 'सीता गुरुङ' },
    locale: 'en',
    ...{ party: [adult], needs: null, question: null, isProved: true, now: before },
  } as const;
  const { registrationId } = sure(await register(tx, party));
  for (const at of [startsAt, startsAt.add({ hours: 3 })]) await followClock(tx, eventId, at);
  const answers = { mood: 'good', understood: 'most', words: 'お茶がおいしかったです。' };
  await writeAnswers(tx, { id: registrationId, eventId }, surveyQuestions.give(answers), now);
}
