import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toWeekly } from '../dispatch/weekly.ts';
import { weights202611 as weights } from '../fit/weights.ts';
import { solveRoundOfPairs } from '../pairs/round-of-pairs.ts';
import type { RoundOfPairs, SolvedRound } from '../pairs/types.ts';
import { able, sampleCrowd, sampleResident, sampleVolunteer } from '../people/samples.ts';
import { urgencyWeights202611 as urgencyWeights } from '../urgency/urgency.ts';
import { recruitKinds, recruitOf, volunteersWorthAsking } from './recruits.ts';

const base = { today_on: '2026-11-22', weights, urgencyWeights };
const worth = ({ result }: SolvedRound) => result.urgency + result.pairs;

test('the kind of volunteer who would help is named by language, area and time', () => {
  const residents = ['a', 'b'].map((id) =>
    sampleResident({
      id,
      languages: [able('ne', 5)],
      weekly: toWeekly([{ weekday: 6, fromSlot: 26, toSlot: 32 }]),
    }),
  );
  const round = solveRoundOfPairs({ ...base, residents, volunteers: [sampleVolunteer()] });
  expect(recruitKinds(round)).toEqual([
    {
      language: 'ne',
      area: '13104',
      experienceIn: [],
      offers: [],
      residentIds: ['a', 'b'],
      urgencyDays: 21,
      times: [{ day: 6, part: 'afternoon', residents: 2 }],
    },
  ]);
});

test('what a recruit is said to bring is what the round brings when they come', () => {
  let brought = 0;
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const input: RoundOfPairs = { ...base, ...sampleCrowd(seed, 10, 6) };
      const round = solveRoundOfPairs(input);
      for (const kind of recruitKinds(round)) {
        const inArea = round.residents.filter(
          ({ id, area, wantsExperience }) =>
            area === kind.area &&
            String(wantsExperience) === String(kind.experienceIn) &&
            round.leftOver.some(({ residentId }) => residentId === id),
        );
        const recruit = { ...recruitOf(kind.language, inArea), id: 'recruit' };
        const more = solveRoundOfPairs({ ...input, volunteers: [...input.volunteers, recruit] });
        expect(more.result.pairs).toBe(round.result.pairs + 1);
        expect(worth(more) - worth(round)).toBe(kind.urgencyDays + 1);
        brought++;
      }
    }),
    { numRuns: 40, seed: 22 },
  );
  expect(brought).toBeGreaterThan(20);
});

test('one more place of a volunteer worth asking pairs one more, of anybody else nobody', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const input: RoundOfPairs = { ...base, ...sampleCrowd(seed, 10, 4) };
      const round = solveRoundOfPairs(input);
      const asked = new Map(
        volunteersWorthAsking(round).map(({ volunteerId, urgencyDays }) => [volunteerId, urgencyDays]),
      );
      for (const volunteer of input.volunteers) {
        const wider = { ...volunteer, capacity: volunteer.capacity + 1 };
        const volunteers = input.volunteers.map((one) => (one === volunteer ? wider : one));
        const more = solveRoundOfPairs({ ...input, volunteers });
        expect(worth(more) - worth(round)).toBe((asked.get(volunteer.id) ?? -1) + 1);
      }
    }),
    { numRuns: 40 },
  );
});

test('a round that leaves nobody over asks for nobody', () => {
  const round = solveRoundOfPairs({
    ...base,
    residents: [sampleResident()],
    volunteers: [sampleVolunteer()],
  });
  expect([recruitKinds(round), volunteersWorthAsking(round)]).toEqual([[], []]);
});
