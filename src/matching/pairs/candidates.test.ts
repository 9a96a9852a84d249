import fc from 'fast-check';
import { expect, test } from 'vitest';
import { metersBetween } from '../dispatch/plane.ts';
import { mayBeAPair } from '../fit/conditions.ts';
import { fitTotal } from '../fit/fit.ts';
import { weights202611 as weights } from '../fit/weights.ts';
import type { Resident, Volunteer } from '../people/party.ts';
import { sampleCrowd, sampleResident, sampleVolunteer } from '../people/samples.ts';
import { newTicker } from '../round/ticker.ts';
import { urgencyWeights202611 as urgencyWeights } from '../urgency/urgency.ts';
import { allCandidates, type Start } from './candidates.ts';
import { type Ground, groundOf } from './ground.ts';
import { oneHand } from './growth/hands.ts';
import { Lookout } from './growth/search.ts';
import type { Rows } from './rows.ts';

const ticker = newTicker({});

function groundFor(residents: readonly Resident[], volunteers: readonly Volunteer[]) {
  const input = { residents, volunteers, weights, urgencyWeights, today_on: '2026-11-22' };
  return groundOf({ input, residents, volunteers, urgencies: [] });
}

const firstCandidates = (ground: Ground, start: Start) =>
  oneHand(new Lookout(ground)).search({ kind: 'first', start }, ticker);

const rowOf = ({ rowPtr, column, fit }: Rows, row: number) => ({
  column: [...column.subarray(rowPtr[row], rowPtr[row + 1])],
  fit: [...fit.subarray(rowPtr[row], rowPtr[row + 1])],
});

/** The candidates of a resident by looking at everybody, the nearest first. */
function nearest(resident: Resident, volunteers: readonly Volunteer[]) {
  return volunteers
    .map((volunteer, column) => ({
      column,
      isCandidate: mayBeAPair(resident, volunteer, weights.limits),
      meters: metersBetween(resident.place, volunteer.place),
      fit: fitTotal(resident, volunteer, weights),
    }))
    .filter(({ isCandidate }) => isCandidate)
    .sort((a, b) => a.meters - b.meters);
}

test('all candidates are exactly those whom looking at everybody finds, with their fit', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const { residents, volunteers } = sampleCrowd(seed, 10, 120);
      const found = allCandidates(groundFor(residents, volunteers), ticker);
      residents.forEach((resident, row) => {
        const all = nearest(resident, volunteers).sort((a, b) => a.column - b.column);
        expect(rowOf(found, row)).toEqual({
          column: all.map(({ column }) => column),
          fit: all.map(({ fit }) => fit),
        });
      });
    }),
    { numRuns: 60 },
  );
});

test('the grid finds exactly the nearest', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 1, max: 30 }), (seed, near) => {
      const { residents, volunteers } = sampleCrowd(seed, 10, 120);
      const found = firstCandidates(groundFor(residents, volunteers), { near, scattered: 0 });
      residents.forEach((resident, row) => {
        const all = nearest(resident, volunteers);
        const { column } = rowOf(found, row);
        expect(column.length).toBe(Math.min(near, all.length));
        const farthest = all[column.length - 1]?.meters ?? 0;
        const nearer = all.filter(({ meters }) => meters < farthest).map((one) => one.column);
        const allowed = all.filter(({ meters }) => meters <= farthest).map((one) => one.column);
        expect(column).toEqual(expect.arrayContaining(nearer));
        expect(allowed).toEqual(expect.arrayContaining(column));
      });
    }),
    { numRuns: 60 },
  );
});

test('of volunteers at one place not the same come first with everybody', () => {
  const residents = Array.from({ length: 60 }, (_, index) => sampleResident({ id: `r${index}` }));
  const volunteers = Array.from({ length: 60 }, (_, index) => sampleVolunteer({ id: `v${index}` }));
  const found = firstCandidates(groundFor(residents, volunteers), { near: 3, scattered: 0 });
  expect(new Set(found.column).size).toBeGreaterThan(50);
});

test('some candidates are looked for everywhere', () => {
  const at = (eastMeters: number) => ({ eastMeters, northMeters: 0 });
  const volunteers = Array.from({ length: 100 }, (_, index) =>
    sampleVolunteer({ id: `v${index}`, place: at(60 * index) }),
  );
  const found = firstCandidates(groundFor([sampleResident()], volunteers), { near: 4, scattered: 4 });
  expect([...found.column].filter((column) => column < 4)).toEqual([0, 1, 2, 3]);
  expect(found.column.length).toBeGreaterThan(4);
});

test('nobody on either side gives empty rows', () => {
  expect([...allCandidates(groundFor([], []), ticker).rowPtr]).toEqual([0]);
  const alone = groundFor([sampleResident()], []);
  expect([...allCandidates(alone, ticker).rowPtr]).toEqual([0, 0]);
  expect([...firstCandidates(alone, { near: 5, scattered: 5 }).rowPtr]).toEqual([0, 0]);
});

test('two online friends on two continents are found, whatever the grid', () => {
  const residents = [
    sampleResident({ isOnlineOk: true, place: { eastMeters: -9_000_000, northMeters: 500_000 } }),
  ];
  const volunteers = [
    sampleVolunteer({ id: 'a' }),
    sampleVolunteer({ id: 'b', isOnlineOk: true, place: { eastMeters: 700_000, northMeters: 0 } }),
  ];
  const found = firstCandidates(groundFor(residents, volunteers), { near: 5, scattered: 0 });
  expect([...found.column]).toEqual([1]);
});
