import { expect, test } from 'vitest';
import { type ExpertNow, hoursLeft, inOrder, monthOf } from './rules.ts';

const expert = (id: string, more: Partial<ExpertNow>): ExpertNow => ({
  ...{ id, name: id, email: '', license: 'lawyer', licenseNumber: '', leftAt: null },
  ...{ fields: ['law'], languages: [], hoursAMonth: 5, hoursTaken: 0 },
  ...more,
});

test('a month begins and ends in Japan', () => {
  const { from, to } = monthOf(Temporal.Instant.from('2026-11-30T15:00:00Z'));
  expect([from.toString(), to.toString()]).toEqual(['2026-11-30T15:00:00Z', '2026-12-31T15:00:00Z']);
});

test('who knows the field comes first, then who needs no interpreter, then who has most time', () => {
  const experts = [
    expert('other field', { fields: ['medical'], languages: ['vi'] }),
    expert('busy', { languages: ['vi'], hoursTaken: 4 }),
    expert('needs an interpreter', {}),
    expert('free', { languages: ['vi'] }),
  ];
  const ids = inOrder(experts, { field: 'law', language: 'vi' }).map(({ id }) => id);
  expect(ids).toEqual(['free', 'busy', 'needs an interpreter', 'other field']);
});

test('hours that were lowered meanwhile leave none, not fewer than none', () => {
  expect(hoursLeft(expert('a', { hoursAMonth: 2, hoursTaken: 3 }))).toBe(0);
});
