import { housePaths } from '../../../platform/addresses/paths.ts';
import type { NavigationEntry } from '../../../platform/parts/navigation.ts';
import type { SignInFor } from '../../../platform/parts/sign-in-for.ts';
import { consultationPaths } from '../paths.ts';
import { consultationMessages } from '../words.ts';

/** The ways to consultations. What somebody has asked stands among their own pages only. */
export const consultationsNavigation: readonly NavigationEntry[] = [
  {
    href: housePaths.consultationsNew(),
    label: consultationMessages.label('ask_title'),
    places: ['footer'],
    roles: 'everybody',
    order: 95,
  },
  {
    href: consultationPaths.consultations(),
    label: consultationMessages.label('consultations_title'),
    places: ['messages'],
    roles: 'everybody',
    order: 96,
  },
  {
    href: consultationPaths.deskConsultations(),
    label: consultationMessages.label('area_consultations'),
    places: ['menu'],
    roles: ['coordinator'],
    order: 92,
  },
];

export const consultationsSignInFor: readonly SignInFor[] = [
  {
    href: consultationPaths.consultationsAsking(),
    title: consultationMessages.label('ask_title'),
    text: consultationMessages.label('sign_in_unnamed'),
  },
];
