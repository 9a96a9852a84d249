import { writeFileSync } from 'node:fs';
import { neighbors } from 'topojson-client';
import {
  type BoundaryProperties,
  centreOf,
  type LonLat,
  layerOf,
  listOuterRings,
  measureRing,
  readBoundaries,
} from './boundaries.ts';

/** The map of the 23 wards as `wards.json` holds it; lengths in units of the viewBox. */
export type WardMap = {
  width: number;
  height: number;
  /** x = (longitude - west) * unitsPerLongitude, y = (north - latitude) * unitsPerLatitude */
  west: number;
  north: number;
  unitsPerLongitude: number;
  unitsPerLatitude: number;
  wards: { code: string; path: string; x: number; y: number; neighbors: string[] }[];
};

const WIDTH = 1000;
const MARGIN = 10;
/** Smaller islands and piers are left out: they are dots on a phone. */
const SMALLEST_RING_AREA = 6;
/** Two files were simplified apart from each other: their common border differs by less than this. */
const SAME_BORDER_DEGREES = 0.0012;
const MEETING_POINTS = 3;
const KANTO = [11, 12, 13, 14];

type Point = readonly [number, number];

function isWard(code: string): boolean {
  return code >= '13101' && code <= '13123';
}

/** Equirectangular, longitudes shortened by the cosine of the middle latitude. */
function fitFrame(points: readonly LonLat[]): Omit<WardMap, 'wards'> {
  const longitudes = points.map(([longitude]) => longitude);
  const latitudes = points.map(([, latitude]) => latitude);
  const [west, east] = [Math.min(...longitudes), Math.max(...longitudes)];
  const [south, north] = [Math.min(...latitudes), Math.max(...latitudes)];
  const unitsPerLongitude = (WIDTH - 2 * MARGIN) / (east - west);
  const unitsPerLatitude = unitsPerLongitude / Math.cos((((south + north) / 2) * Math.PI) / 180);
  return {
    width: WIDTH,
    height: Math.ceil((north - south) * unitsPerLatitude) + 2 * MARGIN,
    west: west - MARGIN / unitsPerLongitude,
    north: north + MARGIN / unitsPerLatitude,
    unitsPerLongitude,
    unitsPerLatitude,
  };
}

function drawRing(ring: readonly Point[]): string {
  let [x, y] = [0, 0];
  const steps: string[] = [];
  for (const [nextX, nextY] of ring.slice(0, -1)) {
    if (steps.length > 0 && nextX === x && nextY === y) continue;
    steps.push(steps.length === 0 ? `M${nextX} ${nextY}l` : `${nextX - x} ${nextY - y}`);
    [x, y] = [nextX, nextY];
  }
  return `${steps.join(' ').replace('l ', 'l').replaceAll(' -', '-')}z`;
}

function distanceToSegment([x, y]: LonLat, [ax, ay]: LonLat, [bx, by]: LonLat): number {
  const [dx, dy] = [bx - ax, by - ay];
  const along = ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1);
  const clamped = Math.min(1, Math.max(0, along));
  return Math.hypot(x - ax - clamped * dx, y - ay - clamped * dy);
}

/** How many corners of `rings` lie on the border drawn by `others`. */
function countMeetingPoints(rings: readonly LonLat[][], others: readonly LonLat[][]): number {
  const liesOn = (point: LonLat, ring: LonLat[]) =>
    ring.some(
      (end, at) => at > 0 && distanceToSegment(point, ring[at - 1] ?? end, end) < SAME_BORDER_DEGREES,
    );
  return rings.flat().filter((point) => others.some((ring) => liesOn(point, ring))).length;
}

function meet(a: readonly LonLat[][], b: readonly LonLat[][]): boolean {
  return countMeetingPoints(a, b) + countMeetingPoints(b, a) >= MEETING_POINTS;
}

/** Ward code to the codes of all municipalities that touch it, over the borders of Tokyo too. */
function listNeighbors(): Map<string, string[]> {
  const tokyo = readBoundaries(13);
  const geometries = layerOf(tokyo).geometries;
  const codes = geometries.map((geometry) => (geometry.properties as BoundaryProperties).N03_007 ?? '');
  const outside = KANTO.filter((prefecture) => prefecture !== 13).flatMap((prefecture) => [
    ...listOuterRings(readBoundaries(prefecture)),
  ]);
  const rings = listOuterRings(tokyo);
  const found = new Map<string, string[]>();
  neighbors(geometries as Parameters<typeof neighbors>[0]).forEach((indices, index) => {
    const code = codes[index] ?? '';
    if (!isWard(code)) return;
    const inside = indices.map((other) => codes[other] ?? '').filter(Boolean);
    const own = rings.get(code) ?? [];
    const beyond = outside.filter(([, others]) => meet(own, others)).map(([other]) => other);
    found.set(code, [...inside, ...beyond].sort());
  });
  return found;
}

/** Draws the map from the boundary files in this folder. */
export function drawWardMap(): WardMap {
  const wards = [...listOuterRings(readBoundaries(13))].filter(([code]) => isWard(code)).sort();
  const frame = fitFrame(wards.flatMap(([, rings]) => rings.flat()));
  const touching = listNeighbors();
  return {
    ...frame,
    wards: wards.map(([code, rings]) => {
      const drawn = rings
        .map((ring) =>
          ring.map(([longitude, latitude]): [number, number] => [
            Math.round((longitude - frame.west) * frame.unitsPerLongitude),
            Math.round((frame.north - latitude) * frame.unitsPerLatitude),
          ]),
        )
        .filter((ring) => Math.abs(measureRing(ring).area) / 2 >= SMALLEST_RING_AREA);
      const [x, y] = centreOf(drawn);
      const path = drawn.map(drawRing).join('');
      return { code, path, x: Math.round(x), y: Math.round(y), neighbors: touching.get(code) ?? [] };
    }),
  };
}

if (import.meta.main) {
  writeFileSync(new URL('./wards.json', import.meta.url), `${JSON.stringify(drawWardMap(), null, 2)}\n`);
}
