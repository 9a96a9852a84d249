import { expect, test } from 'vitest';
import { type Caller, signIn, VISITOR } from '../support/caller.ts';
import {
  type AccessTable,
  byCodeOnly,
  differencesOf,
  gapsOf,
  seesAt,
  without,
  withoutTies,
} from '../support/care/access.ts';
import { buildFamily } from '../support/care/family.ts';
import { openProduct } from '../support/product.ts';
import { fill } from '../support/samples.ts';

const product = await openProduct();
const { db } = product.database;
const family = await buildFamily(product);
const { childId, sessionId, courseId, seatId, incidentId } = family;
const of = (name: keyof typeof product.ids) => signIn(product, product.ids[name]);

/** Every tie that somebody can have to a child, and every role without one. */
const READERS: Readonly<Record<string, Caller>> = {
  visitor: VISITOR,
  person: await withoutTies(product),
  guardian: await of('maya'),
  second: await of('nobody'),
  hidden: await of('stranger'),
  otherFamily: await of('sita'),
  teaches: await of('haru'),
  saidNo: await of('kenji'),
  tutor: await withoutTies(product, 'tutor'),
  volunteer: await withoutTies(product, 'volunteer'),
  guardianRole: await withoutTies(product, 'guardian'),
  expert: await withoutTies(product, 'expert'),
  coordinator: await of('coordinator'),
  byCode: await byCodeOnly(product),
  treasurer: await of('treasurer'),
  administrator: await of('administrator'),
};
const SIGNED_IN = Object.keys(READERS).slice(1).join(' ');
const ALL = `visitor ${SIGNED_IN}`;
const FAMILY = 'guardian second';
const OF_DAY = 'teaches coordinator';
const DOOR = 'Name Second Fetcher Barred BarCall Phone SecondPhone';
const WHOLE = `${DOOR} Looks School Note NotTold Allergy Medicine BarReason BarSource`;
const TOLD = 'Name Second Incident Later Phone SecondPhone';

/**
 * Who gets to an address, and which facts they read there: whoever is not named is refused, and a refusal tells nothing. A press is
 * refused or let through; what comes back of a form that is not filled in counts as read.
 */
const TABLE: AccessTable = [
  [{ [ALL]: '' }, 'POST /absences/:token'],
  [{ [FAMILY]: 'Name', [without(ALL, FAMILY)]: '' }, 'GET /classes'],
  // A number of a seat is no link; what one opens is told by absence.test.ts.
  [{}, 'GET /absences/:token'],
  [{ 'teaches saidNo volunteer tutor': '' }, 'GET /classes/teaching'],
  [
    { teaches: '' },
    `POST /classes/teaching/:id/yes
    POST /classes/teaching/:id/no
    POST /classes/sessions/:id/health`,
  ],
  [{ teaches: 'Name Allergy Medicine' }, 'GET /classes/sessions/:id/health'],
  [{ [FAMILY]: 'Name', [without(SIGNED_IN, FAMILY)]: '' }, 'GET /children'],
  [
    { guardian: 'NotTold Phone', second: 'SecondPhone', [without(SIGNED_IN, FAMILY)]: '' },
    'GET /classes/:id/enrolment',
  ],
  [
    { [SIGNED_IN]: '' },
    `POST /classes/:id/enrolment
    POST /classes/:id/enrolments`,
  ],
  [
    {
      guardian: 'Name School Note Second Fetcher Allergy Phone',
      second: 'Name School Note Second Fetcher Allergy SecondPhone',
    },
    'GET /children/:id',
  ],
  [{ [FAMILY]: 'Name School Note' }, 'GET /children/:id/details'],
  [{ guardian: 'Name NotTold Phone', second: 'Name SecondPhone' }, 'GET /children/:id/family'],
  [
    { [FAMILY]: 'Name' },
    `POST /children/:id/details
    POST /children/:id/family
    GET /children/:id/photos
    POST /children/:id/photos
    GET /children/:id/learning/school.pdf`,
  ],
  [{ [FAMILY]: 'Name Record' }, 'GET /children/:id/learning'],
  [
    { [FAMILY]: 'Name Allergy Medicine' },
    `GET /children/:id/health
    POST /children/:id/health`,
  ],
  [
    { [FAMILY]: 'Name Second Fetcher' },
    `GET /children/:id/fetchers
    POST /children/:id/fetchers`,
  ],
  [
    { [FAMILY]: '' },
    `POST /children/:id/health/nothing
    POST /children/:id/health/withdrawal
    POST /children/:id/fetchers/withdrawal
    POST /children/:id/absences
    POST /children/:id/seats
    POST /children/:id/returns
    POST /children/:id/leaving`,
  ],
  [
    { coordinator: WHOLE },
    `GET /desk/children/:id
    POST /desk/children/:id/bars
    POST /desk/children/:id/guardians`,
  ],
  [
    { [OF_DAY]: `${DOOR} Looks` },
    `GET /classes/sessions/:id/day
    POST /classes/sessions/:id/day
    POST /classes/sessions/:id/day/snacks`,
  ],
  [{ [OF_DAY]: DOOR }, 'GET /classes/sessions/:id/day/sheet'],
  [
    { [OF_DAY]: '' },
    `POST /classes/sessions/:id/day/log
    POST /classes/sessions/:id/day/snacks/removal
    POST /classes/sessions/:id/incidents/:incidentId/told
    POST /classes/sessions/:id/records/:childId`,
  ],
  [
    { [OF_DAY]: 'Name' },
    `GET /classes/sessions/:id/incidents
    POST /classes/sessions/:id/incidents`,
  ],
  [
    { [OF_DAY]: TOLD },
    `GET /classes/sessions/:id/incidents/:incidentId
    POST /classes/sessions/:id/incidents/:incidentId`,
  ],
  [{ [OF_DAY]: 'Name Record' }, 'GET /classes/sessions/:id/records/:childId'],
  [{ 'coordinator administrator': '' }, 'GET /desk/classes/figures'],
  [
    { coordinator: 'Name' },
    `GET /desk/classes/:id
    POST /desk/classes/:id/opening
    POST /desk/classes/:id/ending
    POST /desk/classes/:id/session`,
  ],
  [
    { coordinator: '' },
    `POST /classes/sessions/:id/incidents/:incidentId/closing
    POST /desk/children/:id/bars/end
    POST /desk/children/:id/sight
    POST /desk/children/:id/custody
    GET /desk/classes
    GET /desk/classes/new
    POST /desk/classes/new
    GET /desk/classes/:id/words
    POST /desk/classes/:id/words
    GET /desk/classes/sessions/:id
    POST /desk/classes/sessions/:id/asking
    POST /desk/classes/sessions/:id/opening
    POST /desk/classes/sessions/:id/change
    POST /desk/classes/sessions/:id/moving
    POST /desk/classes/sessions/:id/cancellation
    POST /desk/classes/sessions/:id/report
    POST /desk/classes/enrolments/:id/invitation
    POST /desk/classes/enrolments/:id/enrolment
    POST /desk/classes/enrolments/:id/decline`,
  ],
];

const commitment = await db
  .selectFrom('classes.commitments')
  .select('id')
  .where('session_id', '=', sessionId)
  .where('person_id', '=', product.ids.haru)
  .executeTakeFirstOrThrow();
const enrolment = await db
  .selectFrom('classes.enrolments')
  .select('id')
  .where('child_id', '=', childId)
  .executeTakeFirstOrThrow();
/** What the names of a path stand for, the longest beginning first. */
const PLACES: readonly (readonly [beginning: string, params: Readonly<Record<string, string>>])[] = [
  ['/children/', { id: childId }],
  ['/desk/children/', { id: childId }],
  ['/absences/', { token: seatId }],
  ['/classes/teaching/', commitment],
  ['/classes/sessions/', { id: sessionId, incidentId, childId }],
  ['/classes/', { id: courseId }],
  ['/desk/classes/sessions/', { id: sessionId }],
  ['/desk/classes/enrolments/', enrolment],
  ['/desk/classes/', { id: courseId }],
];
const at = (path: string) => fill(path, PLACES.find(([beginning]) => path.startsWith(beginning))?.[1] ?? {});

test('the table tells of every route of classes, once', () => {
  const routes = product.house.modules.find(({ name }) => name === 'classes')?.routes ?? [];
  expect(routes.length).toBeGreaterThan(60);
  expect(gapsOf(TABLE, routes)).toEqual([]);
  expect(gapsOf(TABLE, [{ method: 'GET', path: '/classes/leak' }, ...routes])).toEqual([
    'says nothing of GET /classes/leak',
  ]);
});

test('everybody gets at each address exactly what the table says', { timeout: 180_000 }, async () => {
  expect(await differencesOf({ product, table: TABLE, readers: READERS, at })).toEqual([]);
  expect(product.problems).toEqual([]);
});

test('whoever teaches reads of health and of the list on the day alone', async () => {
  const sees = (path: string) =>
    seesAt(product, { method: 'GET', path: at(path), caller: READERS['teaches'] ?? VISITOR });
  const { clock } = product;
  const then = clock();
  for (const [hours, isOpen] of [
    [-48, false],
    [0, true],
    [48, false],
  ] as const) {
    clock.set(then.add({ hours }));
    expect((await sees('/classes/sessions/:id/day')) !== null, `${hours} hours later`).toBe(isOpen);
    expect(await sees('/classes/teaching')).toEqual([]);
  }
  clock.set(then);
});
