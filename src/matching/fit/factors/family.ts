import type { Factor } from './factor.ts';

/**
 * Families meet families: two sides with children earn the more the closer their closest children are in age
 * (150 less for each year between them, and 300 at least); two sides without children live alike too; else
 * there is nothing in common here.
 */
export const family: Factor = (resident, volunteer) => {
  const [mine, theirs] = [resident.childAges, volunteer.childAges];
  if (mine.length === 0 && theirs.length === 0)
    return { share: 600, reason: { code: 'both_without_children', params: {} } };
  if (mine.length === 0 || theirs.length === 0)
    return { share: 0, reason: { code: 'one_side_with_children', params: {} } };
  let years = Number.POSITIVE_INFINITY;
  for (const a of mine) for (const b of theirs) years = Math.min(years, Math.abs(a - b));
  const share = Math.max(300, Math.round(1000 - 150 * years));
  return { share, reason: { code: 'children_of_like_age', params: { years } } };
};
