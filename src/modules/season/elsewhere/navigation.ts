import type { NavigationEntry } from '../../../platform/parts/navigation.ts';
import { seasonPaths } from '../paths.ts';
import { seasonStaffMessages } from '../words.ts';

/** The way of coordinators; everybody else finds it on the home page and on their own, while it is the time of year. */
export const seasonNavigation: readonly NavigationEntry[] = [
  {
    href: seasonPaths.desk(),
    label: seasonStaffMessages.label('desk_title'),
    places: ['menu'],
    roles: ['coordinator'],
    order: 93,
  },
];
