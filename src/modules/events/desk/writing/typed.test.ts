import { expect, test } from 'vitest';
import { eventFields, sure } from '../../../../../test/support/events.ts';
import type { EventFields } from '../../event/commands.ts';
import type { Event } from '../../types.ts';
import { eventFormFor } from './form.ts';
import { readEvent, typeEvent } from './typed.ts';

const STARTS = Temporal.Instant.from('2026-12-20T13:00:00+09:00');
const seats = [
  { kind: 'anybody', language: '', capacity: 30 },
  { kind: 'craft', language: '', capacity: 0 },
  { kind: 'interpretation', language: 'ne', capacity: 4 },
] as const;
const plain = eventFields(crypto.randomUUID(), STARTS, seats);
const whole: EventFields = {
  event: {
    ...plain.event,
    ...{ program: 'spot' as const, campaignId: crypto.randomUUID(), feeJpy: 500, suggestedGiftJpy: 1000 },
    ...{ machineMade: ['en'], endsAt: STARTS.add({ hours: 50 }), access: ['toilet'] },
    registrationClosesAt: Temporal.Instant.from('2026-12-18T17:30:00+09:00'),
  },
  languages: [
    { language: 'ja', kind: 'talk' },
    { language: 'uk', kind: 'talk' },
    { language: 'ne', kind: 'interpretation' },
    { language: 'vi', kind: 'interpretation' },
    { language: 'en', kind: 'materials' },
  ],
  seats: [...seats],
};
const online: EventFields = {
  ...plain,
  languages: [{ language: 'ne', kind: 'interpretation' }],
  event: { ...plain.event, isOnline: true, address: null, onlineUrl: 'https://meet.example.org/a' },
};

test.each([
  ['with everything', whole],
  ['with little', { ...plain, seats: [], languages: [] }],
  ['online', online],
])('an event %s comes back from its form as it was', (_, fields) => {
  const form = eventFormFor({ staff: [], campaigns: [] });
  const typed = form.begin(typeEvent(fields.event as Event, fields));
  const sent = Object.fromEntries(
    form.fields.map(({ name }) => {
      const [first, ...more] = typed.values(name);
      return [name, more.length > 0 ? typed.values(name) : first];
    }),
  );
  expect(sure(readEvent(form.schema.parse(sent)))).toEqual(fields);
});
