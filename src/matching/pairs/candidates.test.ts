import fc from 'fast-check';
import { expect, test } from 'vitest';
import { metersBetween } from '../dispatch/plane.ts';
import { mayBeAPair } from '../fit/conditions.ts';
import { fitTotal } from '../fit/fit.ts';
import { weights202611 as weights } from '../fit/weights.ts';
import { sampleCrowd, sampleResident, sampleVolunteer } from '../people/samples.ts';
import { findCandidates } from './candidates.ts';

test('the grid finds exactly the nearest candidates that looking at everybody finds', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 1, max: 30 }), (seed, mostCandidates) => {
      const { residents, volunteers } = sampleCrowd(seed, 10, 120);
      const found = findCandidates({ residents, volunteers, weights, mostCandidates });
      residents.forEach((resident, row) => {
        const near = volunteers
          .map((volunteer, column) => ({
            column,
            isCandidate: mayBeAPair(resident, volunteer, weights.limits),
            meters: metersBetween(resident.place, volunteer.place),
            fit: fitTotal(resident, volunteer, weights),
          }))
          .filter(({ isCandidate }) => isCandidate)
          .sort((a, b) => a.meters - b.meters || a.column - b.column)
          .slice(0, mostCandidates)
          .sort((a, b) => a.column - b.column);
        const [from, to] = [found.rowPtr[row]!, found.rowPtr[row + 1]!];
        expect([...found.column.subarray(from, to)]).toEqual(near.map(({ column }) => column));
        expect([...found.fit.subarray(from, to)]).toEqual(near.map(({ fit }) => fit));
      });
    }),
    { numRuns: 60 },
  );
});

test('a resident with more candidates than are kept is counted', () => {
  const volunteers = ['a', 'b', 'c'].map((id) => sampleVolunteer({ id }));
  const search = { residents: [sampleResident()], volunteers, weights };
  expect(findCandidates({ ...search, mostCandidates: 2 }).cutResidents).toBe(1);
  expect(findCandidates({ ...search, mostCandidates: 3 }).cutResidents).toBe(0);
});

test('nobody on either side gives empty rows', () => {
  const none = findCandidates({ residents: [], volunteers: [], weights, mostCandidates: 5 });
  expect([...none.rowPtr]).toEqual([0]);
  const alone = findCandidates({ residents: [sampleResident()], volunteers: [], weights, mostCandidates: 5 });
  expect([...alone.rowPtr]).toEqual([0, 0]);
});

test('two online friends on two continents are found, whatever the grid', () => {
  const residents = [
    sampleResident({ isOnlineOk: true, place: { eastMeters: -9_000_000, northMeters: 500_000 } }),
  ];
  const volunteers = [
    sampleVolunteer({ id: 'a' }),
    sampleVolunteer({ id: 'b', isOnlineOk: true, place: { eastMeters: 700_000, northMeters: 0 } }),
  ];
  const found = findCandidates({ residents, volunteers, weights, mostCandidates: 5 });
  expect([...found.column]).toEqual([1]);
});
