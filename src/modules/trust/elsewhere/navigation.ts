import type { NavigationEntry } from '../../../platform/parts/navigation.ts';
import { trustMessages } from '../messages.ts';

/** The ways to the pages of this module. */
export const trustNavigation: readonly NavigationEntry[] = [
  {
    href: '/trust/applications',
    label: trustMessages.label('applications'),
    places: ['header'],
    roles: ['coordinator'],
    order: 40,
  },
  {
    href: '/trust/concerns',
    label: trustMessages.label('concerns'),
    places: ['header'],
    roles: ['coordinator'],
    order: 50,
  },
  {
    href: '/volunteering',
    label: trustMessages.label('volunteering_title'),
    places: ['helping'],
    roles: ['volunteer'],
    order: 92,
  },
];
