import type { OpenAddresses } from '../../../platform/parts/public/open-address.ts';
import { storiesPaths } from '../paths.ts';
import { listShownIds } from '../store/shown.ts';

/** A sitemap holds no more of one kind: the oldest are found from the list. */
const MOST = 1000;

/** The list of stories, and each that its people let stand on our pages. */
export const storiesAddresses: OpenAddresses = async (db) => [
  { path: storiesPaths.stories() },
  ...(await listShownIds(db, MOST)).map((id) => ({ path: storiesPaths.story({ id }) })),
];
