import type { NavigationEntry } from '../../../platform/parts/navigation.ts';
import type { SignInFor } from '../../../platform/parts/sign-in-for.ts';
import { pairsPaths } from '../paths.ts';
import { SIDES } from '../types.ts';
import { pairsMessages } from '../words.ts';

/** The ways to the pages of half-year pairs. */
export const pairsNavigation: readonly NavigationEntry[] = [
  {
    href: pairsPaths.own(),
    label: pairsMessages.label('pairs_title'),
    places: ['header'],
    roles: ['resident', 'volunteer'],
    order: 75,
  },
];

export const pairsSignInFor: readonly SignInFor[] = SIDES.map((side) => ({
  href: pairsPaths.apply({ side }),
  title: pairsMessages.label('sign_in_to_apply'),
}));
