import type { NavigationEntry } from '../../../platform/parts/navigation.ts';
import type { SignInFor } from '../../../platform/parts/sign-in-for.ts';
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
  {
    href: givingPaths.mine(),
    label: givingMessages.label('mine_title'),
    places: ['about_me'],
    roles: 'everybody',
    order: 118,
  },
  {
    href: givingPaths.deskCampaigns(),
    label: givingMessages.label('campaigns'),
    places: ['header'],
    roles: ['treasurer', 'administrator'],
    order: 22,
  },
  {
    href: givingPaths.giving(),
    label: givingMessages.label('giving_nav'),
    // Not in the head: whoever works here all day needs its one row.
    places: ['menu', 'public', 'footer'],
    roles: 'everybody',
    order: 95,
  },
];

export const givingSignInFor: readonly SignInFor[] = [
  { href: givingPaths.mine(), title: givingMessages.label('mine_sign_in') },
];
