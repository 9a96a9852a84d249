import type { NavigationEntry } from '../../../platform/parts/navigation.ts';
import { peopleMessages } from '../messages.ts';
import { peoplePaths } from '../paths.ts';

/** Where somebody lives decides who is near; staff are looked for by nobody. */
const WHO_MEETS = ['resident', 'volunteer'] as const;

/** The ways to what somebody says of themselves, and to the people that staff look up. */
export const peopleNavigation: readonly NavigationEntry[] = [
  {
    href: peoplePaths.people(),
    label: peopleMessages.label('people'),
    places: ['header'],
    roles: ['coordinator', 'administrator'],
    order: 30,
  },
  {
    href: peoplePaths.availability(),
    label: peopleMessages.label('availability_title'),
    places: ['helping'],
    roles: ['volunteer'],
    order: 91,
  },
  {
    href: peoplePaths.profile(),
    label: peopleMessages.label('profile'),
    places: ['menu', 'about_me'],
    roles: 'everybody',
    order: 110,
  },
  {
    href: peoplePaths.portrait(),
    label: peopleMessages.label('portrait_title'),
    places: ['about_me'],
    roles: WHO_MEETS,
    order: 110.5,
  },
  {
    href: peoplePaths.languages(),
    label: peopleMessages.label('my_languages'),
    places: ['about_me'],
    roles: 'everybody',
    order: 111,
  },
  {
    href: peoplePaths.place(),
    label: peopleMessages.label('my_place'),
    places: ['about_me'],
    roles: WHO_MEETS,
    order: 112,
  },
  {
    href: peoplePaths.availability(),
    label: peopleMessages.label('free_hours_title'),
    places: ['about_me'],
    roles: ['resident'],
    order: 113,
  },
  {
    href: peoplePaths.household(),
    label: peopleMessages.label('household'),
    places: ['about_me'],
    roles: ['resident'],
    order: 114,
  },
  {
    href: peoplePaths.sharing(),
    label: peopleMessages.label('sharing'),
    places: ['privacy'],
    roles: WHO_MEETS,
    order: 120,
  },
  {
    href: peoplePaths.record(),
    label: peopleMessages.label('my_record'),
    places: ['menu', 'privacy'],
    roles: 'everybody',
    order: 121,
  },
  {
    href: peoplePaths.export(),
    label: peopleMessages.label('my_copy'),
    places: ['privacy'],
    roles: 'everybody',
    order: 122,
  },
  {
    href: peoplePaths.leaving(),
    label: peopleMessages.label('leaving'),
    places: ['privacy'],
    roles: 'everybody',
    order: 124,
  },
];
