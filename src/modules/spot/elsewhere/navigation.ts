import type { NavigationEntry } from '../../../platform/parts/navigation.ts';
import type { SignInFor } from '../../../platform/parts/sign-in-for.ts';
import { spotPaths } from '../paths.ts';
import { spotMessages } from '../words.ts';

/** The ways to Spot's pages. */
export const spotNavigation: readonly NavigationEntry[] = [
  {
    href: spotPaths.deskVisits(),
    label: spotMessages.label('todays_visits'),
    places: ['header'],
    roles: ['coordinator'],
    order: 20,
  },
  {
    href: spotPaths.requests(),
    label: spotMessages.label('list_title'),
    places: ['header'],
    roles: ['resident'],
    order: 70,
  },
  {
    href: spotPaths.offers(),
    label: spotMessages.label('offers_title'),
    places: ['header'],
    roles: ['volunteer'],
    order: 80,
  },
  {
    href: spotPaths.visits(),
    label: spotMessages.label('visits_title'),
    places: ['header', 'helping'],
    roles: ['volunteer'],
    order: 90,
  },
];

export const spotSignInFor: readonly SignInFor[] = [spotPaths.requestsNew(), spotPaths.requestsSummary()].map(
  (href) => ({ href, title: spotMessages.label('sign_in_to_ask') }),
);
