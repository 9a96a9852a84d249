import { housePaths } from '../../../platform/addresses/paths.ts';
import type { OpenAddresses } from '../../../platform/parts/public/open-address.ts';
import { guidesPaths } from '../paths.ts';
import { listShownSlugs } from '../store/guides.ts';

/** More than an organization keeps true. */
const MOST = 500;

/** The list, and each guide that everybody reads. */
export const guidesAddresses: OpenAddresses = async (db) => {
  const slugs = await listShownSlugs(db, MOST);
  return [
    { path: guidesPaths.guides() },
    { path: housePaths.offices() },
    ...slugs.map((slug) => ({ path: guidesPaths.guide({ slug }) })),
  ];
};
