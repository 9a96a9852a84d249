import { describe, expect, test } from 'vitest';
import { pairsSetting } from '../settings.ts';
import type { Application } from '../types.ts';
import { answerBy, mayPropose, type Ties } from './rules.ts';

const volunteer = { side: 'volunteer', state: 'ready', memberIds: ['vera', 'tom'] } as unknown as Application;
const resident = { side: 'resident', state: 'ready', memberIds: ['rita', 'leo'] } as unknown as Application;
const free: Ties = { apart: new Set(), suspended: new Set(), households: new Map(), doerId: 'sato' };

describe('a proposal', () => {
  test.each<[string, Partial<Application>, Partial<Application>, Partial<Ties>]>([
    ['pair_has_two_sides', { side: 'resident' }, {}, {}],
    ['pair_has_two_sides', {}, { side: 'volunteer' }, {}],
    ['application_is_not_ready', { state: 'paused' }, {}, {}],
    ['application_is_not_ready', {}, { state: 'withdrawn' }, {}],
    ['somebody_is_suspended', {}, {}, { suspended: new Set(['tom']) }],
    ['somebody_is_on_both_sides', {}, { memberIds: ['rita', 'tom'] }, {}],
    ['they_are_one_household', {}, {}, { households: new Map(['tom', 'leo'].map((id) => [id, 'home'])) }],
    ['they_are_kept_apart', {}, {}, { apart: new Set(['leo']) }],
    ['nobody_decides_about_themselves', {}, {}, { doerId: 'leo' }],
  ])('is refused with %s', (code, ofVolunteer, ofResident, ties) => {
    const may = mayPropose(
      { ...volunteer, ...ofVolunteer },
      { ...resident, ...ofResident },
      { ...free, ...ties },
    );
    expect(may).toMatchObject({ ok: false, refusal: { code } });
  });

  test('is made to two who are ready and know nothing of each other', () => {
    const households = new Map([
      ['vera', 'one'],
      ['rita', 'other'],
    ]);
    expect(mayPropose(volunteer, resident, { ...free, households }).ok).toBe(true);
  });
});

// The organization is closed on Sundays, on holidays and from 29 December to 3 January.
test.each([
  ['2026-11-24T09:00', '2026-11-30T18:00'],
  ['2026-11-24T23:30', '2026-11-30T18:00'],
  ['2026-12-26T10:00', '2027-01-07T18:00'],
])('whoever is asked at %s may answer until %s', (asked, until) => {
  const at = (time: string) => Temporal.ZonedDateTime.from(`${time}[Asia/Tokyo]`).toInstant();
  expect(answerBy(at(asked), pairsSetting.value).toString()).toBe(at(until).toString());
});
