import type { Ahead, AheadWay } from '../../../platform/parts/ahead.ts';
import type { NavigationEntry } from '../../../platform/parts/navigation.ts';
import { sitePaths } from '../paths.ts';
import { siteMessages } from '../words.ts';

/** The way to news. */
export const siteNavigation: readonly NavigationEntry[] = [
  {
    href: sitePaths.news(),
    label: siteMessages.label('news_title'),
    places: ['public', 'footer'],
    roles: 'everybody',
    order: 97,
  },
];

const WRITING: AheadWay = {
  href: sitePaths.desk(),
  title: siteMessages.label('site_desk'),
  text: siteMessages.label('site_desk_text'),
  order: 40,
};

/** Whoever writes for the site finds the way on their own page. */
export const siteAhead: Ahead = async (_db, { roles }) => ({
  ways: roles.has('coordinator') || roles.has('administrator') ? [WRITING] : [],
});
