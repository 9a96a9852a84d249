import type { Factor } from './factor.ts';

/** One common interest starts a talk; the second and the third still add, the fourth no more. */
const shareByCount = [0, 500, 800, 1000];

/** What both like to do. */
export const interests: Factor = (resident, volunteer) => {
  const common = [...new Set(resident.interests)].filter((interest) =>
    volunteer.interests.includes(interest),
  );
  const share = shareOfCommon(common.length);
  if (common.length === 0) return { share, reason: { code: 'no_common_interest', params: {} } };
  return { share, reason: { code: 'common_interests', params: { interests: common } } };
};

/** The share of so many common interests. */
export function shareOfCommon(count: number): number {
  return shareByCount[Math.min(count, shareByCount.length - 1)] ?? 0;
}
