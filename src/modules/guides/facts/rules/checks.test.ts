import { expect, test } from 'vitest';
import { type Candidate, MOST_LATELY, spread, standingOf } from './checks.ts';

const volunteer = (id: string, more: Partial<Candidate> = {}): Candidate => ({
  ...{ id, municipalityCode: '13107', askedCount: 0, isAskedNow: false, factIds: [] },
  ...more,
});
const fact = (id: string, municipalityCode: string | null = '13107') => ({ id, municipalityCode });

test('facts go one each to those who live there, whoever was asked least first', () => {
  const candidates = [
    volunteer('a', { askedCount: 2 }),
    volunteer('b'),
    volunteer('c', { municipalityCode: '13101' }),
  ];
  expect(spread([fact('1'), fact('2'), fact('3')], candidates)).toEqual([
    { factId: '1', volunteerId: 'b' },
    { factId: '2', volunteerId: 'a' },
  ]);
});

test('a fact of everywhere is for whoever lives anywhere', () => {
  expect(spread([fact('1', null)], [volunteer('a', { municipalityCode: null })])).toEqual([
    { factId: '1', volunteerId: 'a' },
  ]);
});

test.each([
  ['has one already', { isAskedNow: true }],
  ['was asked often lately', { askedCount: MOST_LATELY }],
  ['had the same lately', { factIds: ['1'] }],
  ['lives elsewhere', { municipalityCode: '13101' }],
])('nobody is asked who %s', (_, more) => {
  expect(spread([fact('1')], [volunteer('a', more)])).toEqual([]);
});

test.each([
  [null, '2026-12-01', 'unverified'],
  ['2026-11-01', '2026-12-01', 'fresh'],
  ['2026-11-01', '2026-11-24', 'fresh'],
  ['2026-05-01', '2026-11-23', 'due'],
] as const)('found so on %s, to be looked at on %s: %s', (verifiedOn, nextCheckOn, standing) => {
  const today = Temporal.PlainDate.from('2026-11-24');
  const days = {
    verifiedOn: verifiedOn && Temporal.PlainDate.from(verifiedOn),
    nextCheckOn: Temporal.PlainDate.from(nextCheckOn),
  };
  expect(standingOf(days, today)).toBe(standing);
});
