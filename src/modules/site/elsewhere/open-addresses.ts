import type { OpenAddresses } from '../../../platform/parts/public/open-address.ts';
import { sitePaths } from '../paths.ts';
import { listAddresses } from '../store/articles.ts';
import type { WrittenKind } from '../types.ts';

const MOST = 5_000;

/** The page of an article. */
const pathOf = (kind: WrittenKind, slug: string): string => {
  if (kind === 'news') return sitePaths.article({ slug });
  return kind === 'report' ? sitePaths.report({ slug }) : sitePaths[kind]();
};

export const siteAddresses: OpenAddresses = async (db) => [
  { path: sitePaths.news() },
  { path: sitePaths.reports() },
  ...(await listAddresses(db, MOST)).map(({ kind, slug, shownAt }) => ({
    path: pathOf(kind, slug),
    changedAt: shownAt ?? undefined,
  })),
];
