import type { NavigationEntry } from '../../../platform/parts/navigation.ts';
import { guidesPaths } from '../paths.ts';
import { guidesMessages } from '../words.ts';

/** The ways to the pages of guides. */
export const guidesNavigation: readonly NavigationEntry[] = [
  {
    href: guidesPaths.guides(),
    label: guidesMessages.label('guides_title'),
    places: ['menu', 'footer'],
    roles: 'everybody',
    order: 92,
  },
  {
    href: guidesPaths.deskGuides(),
    label: guidesMessages.label('guides_write'),
    places: ['menu'],
    roles: ['coordinator'],
    order: 93,
  },
];
