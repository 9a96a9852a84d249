import type { NavigationEntry } from '../../../platform/parts/navigation.ts';
import { givingPaths } from '../paths.ts';
import { givingMessages } from '../words.ts';

/** The ways to the pages of giving. */
export const givingNavigation: readonly NavigationEntry[] = [
  {
    href: givingPaths.books(),
    label: givingMessages.label('books'),
    places: ['header'],
    roles: ['treasurer'],
    order: 20,
  },
];
