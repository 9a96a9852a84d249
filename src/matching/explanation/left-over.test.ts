import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toWeekly } from '../dispatch/weekly.ts';
import { mayBeAPair } from '../fit/conditions.ts';
import { weights202611 as weights } from '../fit/weights.ts';
import { solveRoundOfPairs } from '../pairs/round-of-pairs.ts';
import type { RoundOfPairs } from '../pairs/types.ts';
import type { Volunteer } from '../people/party.ts';
import { able, sampleCrowd, sampleResident, sampleVolunteer } from '../people/samples.ts';
import { urgencyWeights202611 as urgencyWeights } from '../urgency/urgency.ts';
import { changed } from './changes.ts';
import { explainLeftOver, explainLeftOvers } from './left-over.ts';

const base = { today_on: '2026-11-22', weights, urgencyWeights };
const hours = (weekday: number) => toWeekly([{ weekday, fromSlot: 24, toSlot: 30 }]);

describe('somebody without candidates reads the fewest conditions that refuse everybody', () => {
  const resident = sampleResident({ languages: [able('ne', 5)], weekly: hours(5) });
  const reasonWith = (volunteers: RoundOfPairs['volunteers']) =>
    explainLeftOver(solveRoundOfPairs({ ...base, residents: [resident], volunteers }), resident.id)?.reason;
  const nepali = { languages: [able('ne', 5)] };

  test('nobody speaks the language', () => {
    expect(reasonWith([sampleVolunteer({ weekly: hours(5) })])).toEqual({
      code: 'nobody_keeps_all_conditions',
      params: {
        conditions: ['theyShareALanguage'],
        volunteers: 1,
        limit_km: 8,
        languages: ['ne'],
        count: 1,
        purposes: [],
        experience: [],
      },
    });
  });

  test('nobody within reach speaks it on these days, although each is found apart', () => {
    const volunteers = [
      sampleVolunteer({ id: 'a', ...nepali, weekly: hours(6) }),
      sampleVolunteer({
        id: 'b',
        ...nepali,
        weekly: hours(5),
        place: { eastMeters: 12_000, northMeters: 0 },
      }),
      sampleVolunteer({ id: 'c', weekly: hours(5) }),
    ];
    expect(reasonWith(volunteers)?.params.conditions).toEqual([
      'theyShareALanguage',
      'theyHaveTwoHoursAWeek',
      'theyLiveNearOrMeetOnline',
    ]);
  });

  test('nobody has a free place at all', () => {
    expect(reasonWith([sampleVolunteer({ ...nepali, currentPairs: 1 })])?.code).toBe(
      'nobody_has_a_free_place',
    );
  });
});

test('somebody whose candidates are all proposed to others reads how urgent the least urgent of those is', () => {
  const waiting = sampleResident().waiting;
  const residents = [
    sampleResident({ id: 'late', waiting: { ...waiting, since_on: '2026-11-20' } }),
    sampleResident({ id: 'early', waiting: { ...waiting, since_on: '2026-11-02' } }),
  ];
  const round = solveRoundOfPairs({ ...base, residents, volunteers: [sampleVolunteer()] });
  expect(explainLeftOver(round, 'late')?.reason).toEqual({
    code: 'everybody_who_fits_is_needed',
    params: { candidates: 1, days: 2, leastDays: 20 },
  });
  expect(explainLeftOver(round, 'early')).toBeNull();
});

test('somebody whose candidates the coordinator has ruled out, or pinned to others, reads so', () => {
  const residents = ['a', 'b'].map((id) => sampleResident({ id }));
  const volunteers = [sampleVolunteer({ id: 'v' })];
  const pair = { residentId: 'a', volunteerId: 'v' };
  const ruledOut = solveRoundOfPairs({ ...base, residents, volunteers, forbidden: [pair] });
  expect(explainLeftOver(ruledOut, 'a')).toEqual({
    residentId: 'a',
    reason: { code: 'everybody_who_fits_is_ruled_out', params: { volunteers: 1 } },
    help: [],
  });
  const pinned = solveRoundOfPairs({ ...base, residents, volunteers, pinned: [pair] });
  expect(explainLeftOver(pinned, 'b')?.reason.code).toBe('everybody_who_fits_is_pinned');
});

test('what is required and what experience is needed are named, and what would help with each', () => {
  const resident = sampleResident({
    purposes: ['talk', 'procedures'],
    requiredPurposes: ['talk', 'procedures'],
    wantsExperience: ['newborn'],
  });
  const explained = (volunteer: Partial<Volunteer>) => {
    const volunteers = [sampleVolunteer({ offers: ['procedures', 'talk'], ...volunteer })];
    const round = solveRoundOfPairs({ ...base, residents: [resident], volunteers });
    return explainLeftOver(round, resident.id)!;
  };
  const untrained = explained({});
  expect(untrained.reason.params).toMatchObject({
    conditions: ['theVolunteerHasTheExperienceNeeded'],
    experience: ['newborn'],
  });
  expect(untrained.help).toEqual([
    {
      changes: [{ code: 'train_a_volunteer', params: { experience: ['newborn'] } }],
      candidates: 1,
      givesAPair: true,
    },
  ]);
  const unwilling = explained({ offers: ['talk'], experienceIn: ['newborn'] });
  expect(unwilling.reason.params).toMatchObject({
    conditions: ['everythingRequiredIsOffered'],
    purposes: ['talk', 'procedures'],
  });
  expect(unwilling.help.map(({ changes }) => changes)).toEqual([
    [{ code: 'do_without', params: { purposes: ['procedures'] } }],
  ]);
});

test('no change asks anybody to give up a wish for a gender', () => {
  const resident = sampleResident({ wishes: { ...sampleResident().wishes, gender: 'male' } });
  const round = solveRoundOfPairs({ ...base, residents: [resident], volunteers: [sampleVolunteer()] });
  expect(explainLeftOver(round, resident.id)?.help).toEqual([]);
});

test('each change gives exactly the candidates it promises, and a pair exactly when it says so', () => {
  let pairsPromised = 0;
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const input: RoundOfPairs = { ...base, ...sampleCrowd(seed, 8, 8) };
      const round = solveRoundOfPairs(input);
      for (const { residentId, help } of explainLeftOvers(round)) {
        const resident = input.residents.find(({ id }) => id === residentId)!;
        const before = round.volunteers.filter((one) => mayBeAPair(resident, one, weights.limits));
        for (const { changes, candidates, givesAPair } of help.slice(0, 6)) {
          const after = changes.reduce(changed, resident);
          const found = round.volunteers.filter((one) => mayBeAPair(after, one, weights.limits));
          expect(found.length - before.length).toBeGreaterThanOrEqual(candidates);
          if (changes.length === 1) expect(found.length - before.length).toBe(candidates);
          const residents = input.residents.map((one) => (one.id === residentId ? after : one));
          const more = solveRoundOfPairs({ ...input, residents }).result.pairs - round.result.pairs;
          if (changes.length === 1 || givesAPair) expect(more).toBe(givesAPair ? 1 : 0);
          pairsPromised += more;
        }
      }
    }),
    { numRuns: 40, seed: 22 },
  );
  expect(pairsPromised).toBeGreaterThan(20);
});

test('in an optimal round whoever holds a place somebody left over could have is at least as urgent', () => {
  let compared = 0;
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const round = solveRoundOfPairs({ ...base, ...sampleCrowd(seed, 15, 5) });
      for (const { reason } of explainLeftOvers(round)) {
        if (reason.code !== 'everybody_who_fits_is_needed') continue;
        compared++;
        expect(Number(reason.params.leastDays)).toBeGreaterThanOrEqual(Number(reason.params.days));
      }
    }),
    { numRuns: 80, seed: 22 },
  );
  expect(compared).toBeGreaterThan(50);
});
