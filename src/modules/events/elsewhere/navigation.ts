import type { NavigationEntry } from '../../../platform/parts/navigation.ts';
import { eventsPaths } from '../paths.ts';
import { eventsMessages } from '../words.ts';

/** The ways to the pages of events. */
export const eventsNavigation: readonly NavigationEntry[] = [
  {
    href: eventsPaths.events(),
    label: eventsMessages.label('events_title'),
    places: ['menu', 'public', 'footer'],
    roles: 'everybody',
    order: 90,
  },
  {
    href: eventsPaths.deskEvents(),
    label: eventsMessages.label('events_plan'),
    places: ['menu'],
    roles: ['coordinator'],
    order: 91,
  },
];
