import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mayBeAPair } from '../fit/conditions.ts';
import { weights202611 as weights } from '../fit/weights.ts';
import { sampleCrowd, sampleResident, sampleVolunteer } from '../people/samples.ts';
import { checkCertificate } from '../round/certificate.ts';
import { urgencyWeights202611 as urgencyWeights } from '../urgency/urgency.ts';
import { flawsOfRound, RoundOfPairsRefused } from './flaws.ts';
import { solveRoundOfPairs } from './round-of-pairs.ts';
import type { RoundOfPairs, SolvedRound } from './types.ts';

const base = { today_on: '2026-11-22', weights, urgencyWeights };
const crowdOf = (seed: number, residents = 12, volunteers = 8): RoundOfPairs => ({
  ...base,
  ...sampleCrowd(seed, residents, volunteers),
});

const shuffled = <T>(items: readonly T[], seed: number) =>
  items
    .map((item, index) => ({ item, key: Math.imul(index + 1, seed | 1) >>> 0 }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);

const idsOf = (round: SolvedRound) =>
  round.proposals.map(({ residentId, volunteerId }) => [residentId, volunteerId]);

test('every proposal keeps every condition, every volunteer their capacity, and the certificate proves the round', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const round = solveRoundOfPairs(crowdOf(seed));
      for (const { residentId, volunteerId } of round.proposals) {
        const resident = round.residents.find(({ id }) => id === residentId)!;
        const volunteer = round.volunteers.find(({ id }) => id === volunteerId)!;
        expect(mayBeAPair(resident, volunteer, weights.limits)).toBe(true);
        const pairs = round.proposals.filter((one) => one.volunteerId === volunteerId).length;
        expect(pairs).toBeLessThanOrEqual(volunteer.capacity - volunteer.currentPairs);
      }
      expect(checkCertificate(round.problem, round.result)).toEqual({ ok: true });
      expect(round.result.fit).toBe(round.proposals.reduce((sum, { fit }) => sum + fit.total, 0));
    }),
  );
});

test('the order in which people are listed changes nothing', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer(), (seed, shuffle) => {
      const input = crowdOf(seed);
      const other = {
        ...input,
        residents: shuffled(input.residents, shuffle),
        volunteers: shuffled(input.volunteers, shuffle),
      };
      const [one, two] = [solveRoundOfPairs(input), solveRoundOfPairs(other)];
      expect(two.proposals).toEqual(one.proposals);
      expect(two.leftOver).toEqual(one.leftOver);
    }),
  );
});

test('nobody was passed over for somebody less urgent unless a pair would have been lost', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const input = crowdOf(seed, 9, 4);
      const round = solveRoundOfPairs(input);
      for (const left of round.leftOver) {
        for (const { residentId, urgency } of round.proposals) {
          if (urgency.days >= left.urgency.days) continue;
          const others = round.proposals.map((one) => one.residentId).filter((id) => id !== residentId);
          const kept = new Set([...others, left.residentId]);
          const residents = input.residents.filter(({ id }) => kept.has(id));
          expect(solveRoundOfPairs({ ...input, residents }).result.pairs).toBeLessThan(round.result.pairs);
        }
      }
    }),
    { numRuns: 60 },
  );
});

test('a pair the coordinator pinned is proposed, one that was ruled out is not', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const input = crowdOf(seed);
      const [first, second] = solveRoundOfPairs(input).proposals;
      if (!first || !second) return;
      const round = solveRoundOfPairs({ ...input, pinned: [first], forbidden: [second] });
      expect(idsOf(round)).toContainEqual([first.residentId, first.volunteerId]);
      expect(round.proposals.find(({ isPinned }) => isPinned)?.residentId).toBe(first.residentId);
      expect(idsOf(round)).not.toContainEqual([second.residentId, second.volunteerId]);
    }),
  );
});

test('a round of nobody, of one, and of two who fit', () => {
  const none = solveRoundOfPairs({ ...base, residents: [], volunteers: [] });
  expect([none.proposals, none.leftOver]).toEqual([[], []]);
  const one = solveRoundOfPairs({ ...base, residents: [sampleResident()], volunteers: [] });
  expect(one.leftOver.map(({ residentId }) => residentId)).toEqual(['resident-1']);
  const two = solveRoundOfPairs({
    ...base,
    residents: [sampleResident()],
    volunteers: [sampleVolunteer()],
  });
  expect(idsOf(two)).toEqual([['resident-1', 'volunteer-1']]);
});

describe('a round is refused with a reason when', () => {
  const input: RoundOfPairs = { ...base, residents: [sampleResident()], volunteers: [sampleVolunteer()] };
  const pair = { residentId: 'resident-1', volunteerId: 'volunteer-1' };
  const refused: [code: string, changes: Partial<RoundOfPairs>][] = [
    ['id_stands_twice', { residents: [sampleResident(), sampleResident()] }],
    ['round_is_on_no_day', { today_on: '2026-02-30' }],
    [
      'person_stands_twice',
      {
        residents: [
          sampleResident(),
          sampleResident({ id: 'family', personIds: ['b', 'person of resident-1'] }),
        ],
      },
    ],
    [
      'person_stands_twice',
      {
        volunteers: [
          sampleVolunteer(),
          sampleVolunteer({ id: 'couple', personIds: ['person of volunteer-1'] }),
        ],
      },
    ],
    ['person_stands_twice', { volunteers: [sampleVolunteer({ personIds: ['person of resident-1'] })] }],
    ['required_purpose_is_not_asked_for', { residents: [sampleResident({ requiredPurposes: ['culture'] })] }],
    ['party_has_no_id', { residents: [sampleResident({ id: '' })] }],
    [
      'place_is_not_in_whole_meters',
      { residents: [sampleResident({ place: { eastMeters: Number.NaN, northMeters: 0 } })] },
    ],
    ['reach_is_not_0_to_1000_km', { residents: [sampleResident({ reachKilometers: -1 })] }],
    ['weekly_is_no_week', { volunteers: [sampleVolunteer({ weekly: 'f' })] }],
    ['pairs_are_not_whole_numbers', { volunteers: [sampleVolunteer({ capacity: 1.5 })] }],
    ['child_age_is_no_age', { residents: [sampleResident({ childAges: [-1] })] }],
    [
      'waiting_since_is_no_day',
      { residents: [sampleResident({ waiting: { ...sampleResident().waiting, since_on: 'soon' } })] },
    ],
    [
      'waiting_is_not_in_whole_numbers',
      { residents: [sampleResident({ waiting: { ...sampleResident().waiting, pausedDays: 0.5 } })] },
    ],
    ['pinned_pair_is_not_in_the_round', { pinned: [{ ...pair, volunteerId: 'nobody' }] }],
    ['resident_is_pinned_twice', { pinned: [pair, pair] }],
    ['pair_is_both_pinned_and_forbidden', { pinned: [pair], forbidden: [pair] }],
    [
      'pinned_pair_breaks_a_condition',
      { pinned: [pair], volunteers: [sampleVolunteer({ keptApartFromIds: ['person of resident-1'] })] },
    ],
    [
      'volunteer_is_pinned_beyond_capacity',
      {
        residents: [sampleResident(), sampleResident({ id: 'resident-2' })],
        pinned: [pair, { ...pair, residentId: 'resident-2' }],
      },
    ],
  ];
  test.each(refused)('%s', (code, changes) => {
    try {
      solveRoundOfPairs({ ...input, ...changes });
      expect.unreachable();
    } catch (refusal) {
      expect(refusal).toBeInstanceOf(RoundOfPairsRefused);
      expect((refusal as RoundOfPairsRefused).reasons.map((reason) => reason.code)).toContain(code);
    }
  });
});

test('a person may stand in several applications of which the round can pair one', () => {
  const people = { residents: [sampleResident()], volunteers: [sampleVolunteer()] };
  const family = { id: 'family', personIds: ['person of resident-1'], isInPool: false };
  const couple = { id: 'couple', personIds: ['person of volunteer-1'], currentPairs: 1 };
  const paused = { ...base, ...people, residents: [...people.residents, sampleResident(family)] };
  expect(flawsOfRound(paused)).toEqual([]);
  const full = { ...base, ...people, volunteers: [...people.volunteers, sampleVolunteer(couple)] };
  expect(flawsOfRound(full)).toEqual([]);
});

test('a refusal names the person who stands twice and the applications', () => {
  const family = sampleResident({ id: 'family', personIds: ['person of resident-1', 'child'] });
  const people = { residents: [family, sampleResident()], volunteers: [] };
  expect(flawsOfRound({ ...base, ...people })).toEqual([
    {
      code: 'person_stands_twice',
      params: { personId: 'person of resident-1', ids: ['family', 'resident-1'] },
    },
  ]);
});

test('people of one estate are all paired', () => {
  for (const [residents, volunteers] of [
    [150, 200],
    [300, 300],
  ] as const) {
    const round = solveRoundOfPairs({
      ...base,
      residents: Array.from({ length: residents }, (_, index) => sampleResident({ id: `r${index}` })),
      volunteers: Array.from({ length: volunteers }, (_, index) => sampleVolunteer({ id: `v${index}` })),
    });
    expect(round.proposals.length).toBe(residents);
  }
});
