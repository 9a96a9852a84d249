import { readFileSync } from 'node:fs';
import { feature } from 'topojson-client';

export type LonLat = readonly [longitude: number, latitude: number];

export type Topology = Parameters<typeof feature>[0];
type Layer = Extract<Topology['objects'][string], { type: 'GeometryCollection' }>;

export type BoundaryProperties = { N03_007: string | null };

/** The boundary file of a prefecture (JIS code, such as 13) as it lies in this folder. */
export function readBoundaries(prefecture: number): Topology {
  const file = new URL(`./boundaries/municipalities-${prefecture}.topojson`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as Topology;
}

/** The one layer of a boundary file. */
export function layerOf(topology: Topology): Layer {
  return Object.values(topology.objects)[0] as Layer;
}

/** Municipality code to its outer rings, degrees, the first point repeated at the end. */
export function listOuterRings(topology: Topology): Map<string, LonLat[][]> {
  const rings = new Map<string, LonLat[][]>();
  for (const { geometry, properties } of feature(topology, layerOf(topology)).features) {
    const code = (properties as BoundaryProperties | null)?.N03_007;
    if (!code) continue;
    const polygons =
      geometry.type === 'Polygon'
        ? [geometry.coordinates]
        : geometry.type === 'MultiPolygon'
          ? geometry.coordinates
          : [];
    rings.set(code, [...(rings.get(code) ?? []), ...polygons.map(([outer]) => outer as unknown as LonLat[])]);
  }
  return rings;
}

/** Twice the signed area of a closed ring and its centroid, in the ring's own units. */
export function measureRing(ring: readonly (readonly [number, number])[]): {
  area: number;
  centre: [number, number];
} {
  const [ox, oy] = ring[0] ?? [0, 0];
  let area = 0;
  let x = 0;
  let y = 0;
  for (let index = 1; index < ring.length; index += 1) {
    const [ax, ay] = ring[index - 1] ?? [ox, oy];
    const [bx, by] = ring[index] ?? [ox, oy];
    const cross = (ax - ox) * (by - oy) - (bx - ox) * (ay - oy);
    area += cross;
    x += (ax + bx - 2 * ox) * cross;
    y += (ay + by - 2 * oy) * cross;
  }
  return { area, centre: [ox + x / (3 * area), oy + y / (3 * area)] };
}

/** The centroid of the largest ring. */
export function centreOf(rings: readonly (readonly (readonly [number, number])[])[]): [number, number] {
  const measured = rings.map((ring) => measureRing(ring));
  measured.sort((a, b) => Math.abs(b.area) - Math.abs(a.area));
  return measured[0]?.centre ?? [0, 0];
}
