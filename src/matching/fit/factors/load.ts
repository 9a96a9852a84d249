import type { Factor } from './factor.ts';

/** The part of a volunteer's places that is still free, so that pairs spread before they pile up. */
export const load: Factor = (_resident, volunteer) => {
  const free = volunteer.capacity - volunteer.currentPairs;
  const share = Math.round((1000 * free) / volunteer.capacity);
  if (volunteer.currentPairs === 0) return { share, reason: { code: 'has_no_pair_now', params: {} } };
  return { share, reason: { code: 'has_pairs_now', params: { pairs: volunteer.currentPairs } } };
};
