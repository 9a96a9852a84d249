import type { OpenAddresses } from '../../../platform/parts/public/open-address.ts';
import { guidesPaths } from '../paths.ts';
import { listShown } from '../store/guides.ts';

/** More than an organization keeps true. */
const MOST = 500;

/** The list, and each guide that everybody reads. */
export const guidesAddresses: OpenAddresses = async (db) => {
  const everywhere = { category: null, municipalityCode: null };
  const guides = await listShown(db, everywhere, { after: null, limit: MOST });
  return [
    { path: guidesPaths.guides() },
    ...guides.slice(0, MOST).map(({ slug }) => ({ path: guidesPaths.guide({ slug }) })),
  ];
};
