import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cityRequest, cityVolunteer } from '../city/people.ts';
import { rankVolunteers } from '../rank.ts';
import { fluent, MONDAY_TEN, SAMPLE_TODAY, sampleRequest, sampleVolunteer } from '../samples.ts';
import type { DispatchRequest, Volunteer } from '../types.ts';
import { NEVER, toPossibleTime } from '../weekly.ts';
import { DEFAULT_WEIGHTS } from '../weights.ts';
import { MemoryDispatchIndex } from './memory-index.ts';

function city(seed: number, size: number): Volunteer[] {
  return Array.from({ length: size }, (_, n) => cityVolunteer(seed, n));
}

function loaded(volunteers: Volunteer[], today = SAMPLE_TODAY): MemoryDispatchIndex {
  const index = new MemoryDispatchIndex(DEFAULT_WEIGHTS, today);
  index.load(volunteers);
  return index;
}

function bruteForce(volunteers: Iterable<Volunteer>, request: DispatchRequest, limit: number) {
  return rankVolunteers(request, [...volunteers], DEFAULT_WEIGHTS, limit).ranked;
}

describe('the index in memory answers as the plain ranking does', () => {
  it('over a city of 2,500, for 300 requests', () => {
    const volunteers = city(1, 2500);
    const index = loaded(volunteers);
    for (let n = 0; n < 300; n++) {
      const request = cityRequest(1, n);
      expect(index.best(request, 20)).toEqual(bruteForce(volunteers, request, 20));
    }
  });

  it('with restrictions, earlier offers and the same household', () => {
    const volunteers = city(2, 2000);
    const index = loaded(volunteers);
    for (let n = 0; n < 30; n++) {
      const first = index.best(cityRequest(2, n), 12).map((each) => each.volunteerId);
      const request = {
        ...cityRequest(2, n),
        residentId: first[0] ?? 'nobody',
        householdId: volunteers.find(({ id }) => id === first[1])?.householdId ?? null,
        restrictedVolunteerIds: first.slice(2, 4),
        askedVolunteerIds: [...first.slice(4, 8), 'somebody who left'],
      };
      expect(index.best(request, 12)).toEqual(bruteForce(volunteers, request, 12));
    }
  });

  it('under random additions, changes and removals, on any day, while rest is rolled on', () => {
    const change = fc.record({
      n: fc.nat(60),
      act: fc.constantFrom('put', 'put', 'put', 'remove', 'roll', 'ask'),
      version: fc.nat(1000),
    });
    fc.assert(
      fc.property(fc.nat(1000), fc.array(change, { minLength: 1, maxLength: 80 }), (seed, changes) => {
        const known = new Map(city(seed, 40).map((each) => [each.id, each]));
        const index = loaded([...known.values()]);
        let today = SAMPLE_TODAY;
        for (const { n, act, version } of changes) {
          const { id } = cityVolunteer(seed, n);
          if (act === 'put') {
            const volunteer = { ...cityVolunteer(seed + version, n), id };
            known.set(id, volunteer);
            index.put(volunteer);
          } else if (act === 'remove') {
            expect(index.remove(id)).toBe(known.get(id)?.isApproved ?? false);
            known.delete(id);
          } else if (act === 'roll') {
            today += version % 3;
            index.rollTo(today, version % 50);
          } else {
            const request = { ...easyRequest(seed, version), today: today - 2 + (n % 5) };
            expect(index.best(request, 1 + (n % 20))).toEqual(
              bruteForce(known.values(), request, 1 + (n % 20)),
            );
          }
        }
        const request = { ...easyRequest(seed, changes.length), today };
        expect(index.best(request, 20)).toEqual(bruteForce(known.values(), request, 20));
        expect(index.size).toBe([...known.values()].filter((each) => each.isApproved).length);
      }),
      { numRuns: 80 },
    );
  });

  it('while many people come, move, change and go', () => {
    const known = new Map(city(5, 1600).map((each) => [each.id, each]));
    const index = loaded([...known.values()]);
    for (let n = 0; n < 900; n++) {
      const { id } = cityVolunteer(5, (n * 7) % 2000);
      if (n % 3 === 0) {
        index.remove(id);
        known.delete(id);
      } else {
        const volunteer = { ...cityVolunteer(100 + n, n), id };
        index.put(volunteer);
        known.set(id, volunteer);
      }
    }
    for (let n = 0; n < 60; n++) {
      const request = n % 2 === 0 ? cityRequest(5, n) : easyRequest(5, n);
      expect(index.best(request, 20)).toEqual(bruteForce(known.values(), request, 20));
    }
  });

  it('whatever a calendar says close to the visit', () => {
    const start = Math.floor(MONDAY_TEN.epochMilliseconds / 60_000);
    const stretch = fc
      .tuple(fc.integer({ min: -120, max: 180 }), fc.integer({ min: 1, max: 90 }))
      .map(([from, length]) => ({ fromMinute: start + from, toMinute: start + from + length }));
    const few = fc.array(stretch, { maxLength: 2 });
    const exceptions = fc.array(
      fc.tuple(stretch, fc.boolean()).map(([each, isFree]) => ({ ...each, isFree })),
      { maxLength: 3 },
    );
    const calendars = fc.record({
      weekly: fc.constantFrom(NEVER, sampleVolunteer().calendar.weekly),
      exceptions,
      pauses: few,
      visits: few,
    });
    fc.assert(
      fc.property(calendars, (calendar) => {
        const volunteers = [sampleVolunteer({ calendar })];
        const request = sampleRequest({ possibleTimes: [toPossibleTime(MONDAY_TEN, 60)] });
        expect(loaded(volunteers).best(request, 20)).toEqual(bruteForce(volunteers, request, 20));
      }),
      { numRuns: 300 },
    );
  });

  it('when all scores are equal, by id', () => {
    const volunteers = Array.from({ length: 3000 }, (_, n) =>
      sampleVolunteer({ id: `v${(n * 7919) % 3000}` }),
    );
    const index = loaded(volunteers);
    expect(index.best(sampleRequest(), 50)).toEqual(bruteForce(volunteers, sampleRequest(), 50));
    expect(index.best(sampleRequest({ mode: 'online' }), 5)).toEqual(
      bruteForce(volunteers, sampleRequest({ mode: 'online' }), 5),
    );
  });

  it('far outside the grid and beyond every reach', () => {
    const far = { eastMeters: 900_000, northMeters: -2_000_000 };
    const volunteers = [
      ...city(3, 3000),
      ...Array.from({ length: 1200 }, (_, n) =>
        sampleVolunteer({
          id: `far-${n}`,
          place: { eastMeters: far.eastMeters + n * 20, northMeters: far.northMeters },
          languages: [fluent('en', 5)],
        }),
      ),
    ];
    const index = loaded(volunteers);
    for (const north of [0, 4000, 90_000]) {
      const place = { eastMeters: far.eastMeters + 5000, northMeters: far.northMeters + north };
      const request = sampleRequest({ place, languages: ['en', 'ja'] });
      expect(index.best(request, 20)).toEqual(bruteForce(volunteers, request, 20));
    }
  });
});

it('is empty until somebody is added', () => {
  const index = new MemoryDispatchIndex(DEFAULT_WEIGHTS, SAMPLE_TODAY);
  expect(index.best(sampleRequest(), 20)).toEqual([]);
  index.put(sampleVolunteer());
  expect(index.best(sampleRequest(), 20)).toHaveLength(1);
});

it('gives the same answer whatever the order of loading', () => {
  const volunteers = city(4, 1500);
  const one = loaded(volunteers);
  const other = loaded(volunteers.toReversed());
  for (let n = 0; n < 40; n++)
    expect(one.best(cityRequest(4, n), 20)).toEqual(other.best(cityRequest(4, n), 20));
});

it.each<[string, Partial<Volunteer>]>([
  ['half a visit', { visitsDone: 0.5 }],
  ['a day before days began', { lastAskedOn: -3 }],
  ['a place that is no number', { place: { eastMeters: Number.NaN, northMeters: 0 } }],
  ['endless reach', { reachKilometers: Number.POSITIVE_INFINITY }],
  ['weekly hours cut short', { calendar: { ...sampleVolunteer().calendar, weekly: 'ff' } }],
])('refuses a volunteer with %s and stays as it was', (_, wrong) => {
  const index = loaded([sampleVolunteer()]);
  expect(() => index.put(sampleVolunteer(wrong))).toThrow(RangeError);
  expect(index.best(sampleRequest(), 20)).toHaveLength(1);
});

it('refuses weights too large to be exact, and a volunteer who comes twice', () => {
  const heavy = { ...DEFAULT_WEIGHTS, perVisit: 2000, visits: 2000 };
  expect(() => new MemoryDispatchIndex(heavy, SAMPLE_TODAY)).toThrow(RangeError);
  expect(() => loaded([sampleVolunteer(), sampleVolunteer()])).toThrow('comes twice');
});

/** A request that many of a few dozen volunteers fit, so that an answer has an order to get wrong. */
function easyRequest(seed: number, n: number): DispatchRequest {
  const request = cityRequest(seed, n);
  return { ...request, languages: ['en', 'zh'], spokenJapanese: 3, neededLevel: 1, genderWish: null };
}
