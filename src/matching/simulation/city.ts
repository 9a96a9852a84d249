import { toPlace } from '../dispatch/plane.ts';
import type { Place } from '../dispatch/types.ts';
import { chance, weightedChance } from './chance.ts';

/**
 * A ward of Tokyo: code, rough middle (degrees), rough radius (km), foreign residents on 2023-12-01 and their
 * share in percent.
 */
type Ward = readonly [
  code: string,
  lat: number,
  lon: number,
  radiusKm: number,
  foreign: number,
  percent: number,
];

/**
 * Foreign residents and shares as published for 2023-12-01 (their sum is the published 541,599 of the 23
 * wards).
 */
export const wards: readonly Ward[] = [
  ['13101', 35.694, 139.754, 1.5, 3866, 5.6],
  ['13102', 35.671, 139.772, 1.5, 10316, 5.8],
  ['13103', 35.658, 139.752, 2, 21370, 8],
  ['13104', 35.694, 139.703, 2, 43869, 12.6],
  ['13105', 35.708, 139.752, 1.6, 14034, 6],
  ['13106', 35.713, 139.78, 1.5, 18450, 8.7],
  ['13107', 35.711, 139.801, 1.7, 15634, 5.5],
  ['13108', 35.673, 139.817, 3, 36878, 6.8],
  ['13109', 35.609, 139.73, 2.2, 15445, 3.8],
  ['13110', 35.641, 139.698, 1.8, 10582, 3.8],
  ['13111', 35.561, 139.716, 3.6, 28294, 3.9],
  ['13112', 35.646, 139.653, 3.6, 25422, 2.8],
  ['13113', 35.664, 139.698, 1.8, 11987, 5.2],
  ['13114', 35.707, 139.664, 1.9, 21108, 6.3],
  ['13115', 35.699, 139.636, 2.8, 19173, 3.3],
  ['13116', 35.726, 139.716, 1.7, 32615, 11.2],
  ['13117', 35.753, 139.734, 2.2, 27241, 7.6],
  ['13118', 35.736, 139.783, 1.5, 21188, 9.7],
  ['13119', 35.751, 139.709, 2.7, 32147, 5.6],
  ['13120', 35.736, 139.652, 3.3, 23161, 3.1],
  ['13121', 35.775, 139.804, 3.5, 39264, 5.7],
  ['13122', 35.743, 139.847, 2.8, 26758, 5.7],
  ['13123', 35.707, 139.868, 3.4, 42797, 6.2],
];

/** Where residents live: in proportion to the foreign residents of each ward. */
export const foreignResidents = wards.map((ward) => [ward, ward[4]] as const);

/** Where volunteers live: in proportion to everybody in each ward, which the share gives. */
export const everybody = wards.map((ward) => [ward, Math.round((100 * ward[4]) / ward[5])] as const);

/** Draws the ward and the place of somebody, uniformly in a disc around the middle of the ward. */
export function drawHome(
  seed: number,
  id: string,
  weights: typeof foreignResidents,
): { area: string; place: Place } {
  const [area, lat, lon, radiusKm] = weightedChance(seed, `${id} ward`, weights);
  const angle = 2 * Math.PI * chance(seed, `${id} angle`);
  const meters = 1000 * radiusKm * Math.sqrt(chance(seed, `${id} radius`));
  const middle = toPlace(lat, lon);
  const place = {
    eastMeters: middle.eastMeters + Math.round(meters * Math.cos(angle)),
    northMeters: middle.northMeters + Math.round(meters * Math.sin(angle)),
  };
  return { area, place };
}
