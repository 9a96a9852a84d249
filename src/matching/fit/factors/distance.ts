import { metersBetween } from '../../dispatch/plane.ts';
import { liveNear } from '../conditions/they-live-near-or-meet-online.ts';
import type { Factor } from './factor.ts';

/**
 * Near is better, and the first kilometers matter most: the share is h / (h + d) with h the half distance,
 * the hyperbolic decay of trips with distance known from travel surveys, in integers. Who can only meet
 * online earns nothing here.
 */
export const distance: Factor = (resident, volunteer, { halfDistanceMeters }) => {
  const meters = metersBetween(resident.place, volunteer.place);
  const params = { distance_km: Math.round(meters / 100) / 10 };
  if (!liveNear(resident, volunteer)) return { share: 0, reason: { code: 'meet_online', params } };
  return { share: shareOfMeters(meters, halfDistanceMeters), reason: { code: 'live_near', params } };
};

/** The share of two who can go to see each other. */
export function shareOfMeters(meters: number, halfDistanceMeters: number): number {
  return Math.round((1000 * halfDistanceMeters) / (halfDistanceMeters + meters));
}
