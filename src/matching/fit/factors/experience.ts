import type { Factor } from './factor.ts';

const shareByCount = [0, 600, 800, 1000];

/** A volunteer who has been through a pair knows the way; the first one teaches most. */
export const experience: Factor = (_resident, volunteer) => {
  const pairs = volunteer.completedPairs;
  const share = shareByCount[Math.min(pairs, shareByCount.length - 1)] ?? 0;
  if (pairs === 0) return { share, reason: { code: 'first_pair', params: {} } };
  return { share, reason: { code: 'has_completed_pairs', params: { pairs } } };
};
