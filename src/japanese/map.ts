import wardMap from './data/wards.json' with { type: 'json' };
import { findMunicipality } from './places.ts';

/** One of the 23 wards on the map, in units of `WARD_MAP_VIEW_BOX`. */
export type WardPath = {
  code: string;
  name: string;
  english: string;
  /** SVG path data, closed. */
  path: string;
  /** Where a label or a count fits. */
  centre: { x: number; y: number };
  /** Codes of all municipalities that touch it, over the borders of Tokyo too. */
  neighbors: readonly string[];
};

/** The `viewBox` of the SVG in which `wardPaths` and `project` measure. */
export const WARD_MAP_VIEW_BOX = `0 0 ${wardMap.width} ${wardMap.height}`;

const WARDS: readonly WardPath[] = wardMap.wards.map(({ code, path, x, y, neighbors }) => {
  const municipality = findMunicipality(code);
  return {
    code,
    name: municipality?.name ?? code,
    english: municipality?.english ?? code,
    path,
    centre: { x, y },
    neighbors,
  };
});

/** The outlines of the 23 wards of Tokyo by code. Show `GEO_CREDITS` beside the map. */
export function wardPaths(): readonly WardPath[] {
  return WARDS;
}

/**
 * Where a point (degrees) lies on the ward map, in units of the viewBox, rounded to one: equirectangular, longitudes
 * shortened by the cosine of the middle latitude. Points outside the wards land outside the viewBox.
 */
export function project(lat: number, lon: number): { x: number; y: number } {
  return {
    x: Math.round((lon - wardMap.west) * wardMap.unitsPerLongitude),
    y: Math.round((wardMap.north - lat) * wardMap.unitsPerLatitude),
  };
}
