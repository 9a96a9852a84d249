import { PAGES } from '../../bin/pictures/pages.ts';
import type { PeopleWorld } from '../../src/modules/people/samples.ts';
import type { SpotWorld } from '../../src/modules/spot/samples.ts';
import type { PageToTake } from '../../src/platform/parts/sampling.ts';

type World = PeopleWorld & SpotWorld;

const coordinator = (world: World) => world.personWith('coordinator');
const volunteer = ({ request }: World) => request('confirmed').volunteerId ?? '';

const look = (
  name: string,
  route: string,
  who: PageToTake<World>['who'],
  path: PageToTake<World>['path'] = () => route,
): PageToTake<World> => ({ name, route, languages: who === coordinator ? 'staff' : 'all', path, who });

/** Looks that take no picture of their own: at those who have much behind them, and for something among many. */
const FURTHER: readonly PageToTake<World>[] = [
  look('inbox-volunteer', '/inbox', volunteer),
  look('conversations-volunteer', '/conversations', volunteer),
  look('me-record-volunteer', '/me/record', volunteer),
  look('people-id-volunteer', '/people/:id', coordinator, (world) => `/people/${volunteer(world)}`),
  look(
    'people-id-ties-volunteer',
    '/people/:id/ties',
    coordinator,
    (world) => `/people/${volunteer(world)}/ties`,
  ),
  look(
    'trust-people-id-volunteer',
    '/trust/people/:id',
    coordinator,
    (world) => `/trust/people/${volunteer(world)}`,
  ),
  look('people-found', '/people', coordinator, () => '/people?q=stranger%40otonari'),
  look('people-not-found', '/people', coordinator, () => '/people?q=xqzw'),
  look('people-volunteers', '/people', coordinator, () => '/people?role=volunteer'),
  look('people-everybody', '/people', coordinator, () => '/people?q=otonari'),
  look('people-administrators', '/people', coordinator, () => '/people?role=administrator'),
];

/** Every page of the product but the mails of the demonstration, which are no page of the house. */
export const LOOKS: readonly PageToTake[] = [...PAGES, ...FURTHER].filter(
  ({ route }) => !route.startsWith('/dev/'),
);
