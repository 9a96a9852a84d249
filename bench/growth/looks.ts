import { PAGES } from '../../bin/pictures/pages.ts';
import type { PeopleWorld } from '../../src/modules/people/samples.ts';
import type { SpotWorld } from '../../src/modules/spot/samples.ts';
import type { PageToTake } from '../../src/platform/parts/sampling.ts';

type World = PeopleWorld & SpotWorld;

const coordinator = (world: World) => world.personWith('coordinator');
const treasurer = (world: World) => world.personWith('treasurer');
const volunteer = ({ request }: World) => request('confirmed').volunteerId ?? '';

const look = (
  name: string,
  route: string,
  who: PageToTake<World>['who'],
  path: PageToTake<World>['path'] = () => route,
): PageToTake<World> => ({ name, route, languages: who === coordinator ? 'staff' : 'all', path, who });

/** A list with something chosen of it. */
const filtered = (path: string, who: PageToTake<World>['who']): PageToTake<World> => ({
  ...look(path.replace(/^\//, '').replaceAll(/[^\w]+/g, '-'), path.split('?')[0] ?? path, who, () => path),
  languages: 'staff',
});

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
  ...[
    ...[
      '/books/donors?words=mizutani%40otonari',
      '/books/donors?words=xqzw',
      '/books/donors?kind=organization',
    ],
    ...['/books/gifts?donor=%E6%9D%BE%E4%BA%95', '/books/gifts?donor=xqzw', '/books/gifts?channel=cash'],
    ...['/books/gifts?fund=pairs', '/books/ledger?account=bank', '/books/ledger?account=with_programs'],
    ...['/books/promises?state=active', '/books/promises?state=lapsed', '/books/thanks?thanks=done'],
    ...[
      '/books/receipts?state=void',
      '/books/receipts/waiting?wish=yearly',
      '/books/receipts/waiting?wish=none',
    ],
  ].map((path) => filtered(path, treasurer)),
  ...['/desk/pairs?show=over', '/desk/pairs/applications?show=over'].map((path) =>
    filtered(path, coordinator),
  ),
];

/** Every page of the product but the mails of the demonstration, which are no page of the house. */
export const LOOKS: readonly PageToTake[] = [...PAGES, ...FURTHER].filter(
  ({ route }) => !route.startsWith('/dev/'),
);
