import type { NavigationEntry } from '../../../platform/parts/navigation.ts';
import { storiesPaths } from '../paths.ts';
import { storiesMessages } from '../words.ts';

/** The ways to the pages of stories. */
export const storiesNavigation: readonly NavigationEntry[] = [
  {
    href: storiesPaths.stories(),
    label: storiesMessages.label('stories_title'),
    places: ['menu', 'footer'],
    roles: 'everybody',
    order: 92,
  },
  {
    href: storiesPaths.ownAll(),
    label: storiesMessages.label('own_stories'),
    places: ['privacy'],
    roles: 'everybody',
    order: 92,
  },
  {
    href: storiesPaths.desk(),
    label: storiesMessages.label('stories_prepare'),
    places: ['menu'],
    roles: ['coordinator'],
    order: 93,
  },
];
