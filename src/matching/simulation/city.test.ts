import { expect, test } from 'vitest';
import { toPlace } from '../dispatch/plane.ts';
import { drawHome, everybody, foreignResidents, wards } from './city.ts';

test('the foreign residents of the 23 wards add up to the published sum', () => {
  expect(wards.length).toBe(23);
  expect(foreignResidents.reduce((sum, [, count]) => sum + count, 0)).toBe(541_599);
});

test('the shares give a city of nine to ten million', () => {
  const people = everybody.reduce((sum, [, count]) => sum + count, 0);
  expect(people).toBeGreaterThan(9_000_000);
  expect(people).toBeLessThan(10_500_000);
});

test('a home lies inside the disc of its ward', () => {
  for (let number = 0; number < 300; number++) {
    const { area, place } = drawHome(1, `p${number}`, foreignResidents);
    const [, lat, lon, radiusKm] = wards.find(([code]) => code === area)!;
    const middle = toPlace(lat, lon);
    const away = Math.hypot(place.eastMeters - middle.eastMeters, place.northMeters - middle.northMeters);
    expect(away).toBeLessThanOrEqual(1000 * radiusKm + 1);
  }
});
