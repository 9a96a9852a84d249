import { housePaths } from '../../../platform/addresses/paths.ts';
import type { NavigationEntry } from '../../../platform/parts/navigation.ts';
import type { SignInFor } from '../../../platform/parts/sign-in-for.ts';
import { trustMessages, trustStaffMessages } from '../messages.ts';
import { trustPaths } from '../paths.ts';

/** The ways to the pages of this module. */
export const trustNavigation: readonly NavigationEntry[] = [
  {
    href: trustPaths.applications(),
    label: trustMessages.label('applications'),
    places: ['header'],
    roles: ['coordinator'],
    order: 40,
  },
  {
    href: trustPaths.concerns(),
    label: trustMessages.label('concerns'),
    places: ['header'],
    roles: ['coordinator'],
    order: 50,
  },
  {
    href: trustPaths.clearances(),
    label: trustStaffMessages.label('clearances_title'),
    places: ['menu'],
    roles: ['coordinator', 'administrator'],
    order: 94,
  },
  {
    href: housePaths.volunteering(),
    label: trustMessages.label('volunteering_title'),
    places: ['helping'],
    roles: ['volunteer'],
    order: 92,
  },
];

export const trustSignInFor: readonly SignInFor[] = [
  { href: housePaths.volunteeringApplication(), title: trustMessages.label('sign_in_to_volunteer') },
];
