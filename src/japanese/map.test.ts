import { describe, expect, it } from 'vitest';
import { project, WARD_MAP_VIEW_BOX, wardPaths } from './map.ts';
import { distanceKm, findMunicipality, listTowns } from './places.ts';

type XY = { x: number; y: number };

/** Reads our own path data (M, relative l, z) back into rings of corners. */
function readRings(path: string): XY[][] {
  return path
    .split('z')
    .filter(Boolean)
    .map((ring) => {
      const numbers = [...ring.matchAll(/-?\d+/g)].map((match) => Number(match[0]));
      let here = { x: 0, y: 0 };
      return Array.from({ length: numbers.length / 2 }, (_, index) => {
        here = { x: here.x + (numbers[2 * index] ?? 0), y: here.y + (numbers[2 * index + 1] ?? 0) };
        return here;
      });
    });
}

function isInside({ x, y }: XY, rings: XY[][]): boolean {
  return rings.some((ring) => {
    let inside = false;
    ring.forEach((a, index) => {
      const b = ring.at(index - 1) ?? a;
      if (a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) inside = !inside;
    });
    return inside;
  });
}

const byCode = new Map(wardPaths().map((ward) => [ward.code, ward]));

describe('the ward map', () => {
  it('holds the 23 wards with their names', () => {
    expect(wardPaths().map(({ code }) => Number(code))).toEqual(
      Array.from({ length: 23 }, (_, index) => 13101 + index),
    );
    expect(byCode.get('13104')).toMatchObject({ name: '新宿区', english: 'Shinjuku' });
  });

  it('is smaller than 25 kB', () => {
    expect(JSON.stringify(wardPaths()).length).toBeLessThan(25_000);
  });

  it('stays inside its viewBox', () => {
    const [, , width = 0, height = 0] = WARD_MAP_VIEW_BOX.split(' ').map(Number);
    for (const { x, y } of wardPaths().flatMap(({ path }) => readRings(path).flat())) {
      expect(x).toSatisfy((value: number) => value >= 0 && value <= width);
      expect(y).toSatisfy((value: number) => value >= 0 && value <= height);
    }
  });

  it('has the middle of each ward inside its outline', () => {
    for (const { centre, path } of wardPaths()) expect(isInside(centre, readRings(path))).toBe(true);
  });

  it('shows nearly every town inside its own ward', () => {
    const towns = wardPaths().flatMap(({ code }) => listTowns(code));
    const inside = towns.filter(({ municipalityCode, lat, lon }) =>
      isInside(project(lat, lon), readRings(byCode.get(municipalityCode)?.path ?? '')),
    );
    expect(inside.length / towns.length).toBeGreaterThan(0.97);
  });

  it('has the same scale across and down', () => {
    const [a, b, c] = [
      { lat: 35.6, lon: 139.7 },
      { lat: 35.6, lon: 139.8 },
      { lat: 35.7, lon: 139.7 },
    ];
    const unitsPerKm = (p: typeof a, q: typeof a) => {
      const [from, to] = [project(p.lat, p.lon), project(q.lat, q.lon)];
      return Math.hypot(to.x - from.x, to.y - from.y) / distanceKm(p, q);
    };
    expect(unitsPerKm(a, b) / unitsPerKm(a, c)).toBeCloseTo(1, 1);
  });

  it('knows who touches whom, both ways, and over the borders of Tokyo', () => {
    for (const { code, neighbors } of wardPaths()) {
      for (const other of neighbors) {
        expect(findMunicipality(other)).toBeDefined();
        if (byCode.has(other)) expect(byCode.get(other)?.neighbors).toContain(code);
      }
    }
    const names = byCode.get('13123')?.neighbors.map((code) => findMunicipality(code)?.name);
    expect(names).toEqual(['市川市', '浦安市', '墨田区', '江東区', '葛飾区']);
  });
});
