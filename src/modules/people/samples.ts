import type { Database } from '../../platform/database/connect.ts';
import { as, look, NOBODY_ID, type Samples, staffLook } from '../../platform/parts/sampling.ts';
import type { Role } from '../../platform/permissions.ts';

/** Whom there is to look as and to look at. */
export interface PeopleWorld {
  personWith(role: Role): string;
  /** Signed in, without any role. */
  readonly newcomerId: string;
  /** Has just signed in for the first time and told nothing yet. */
  readonly strangerId: string;
  /** A role of staff, which an administrator may end. */
  readonly staffRole: { readonly id: string; readonly personId: string };
}

const resident = ({ personWith }: PeopleWorld) => personWith('resident');

export const samples: Samples<PeopleWorld> = {
  async find(db) {
    const roles = await db.selectFrom('people.roles').selectAll().orderBy('since_on').execute();
    const holders = (role: string) => roles.filter((held) => held.role === role && held.until_on === null);
    const staff = roles.find((held) => held.role === 'treasurer') ?? holders('coordinator')[0];
    return {
      personWith: (role) => holders(role)[0]?.person_id ?? NOBODY_ID,
      newcomerId: await findNewcomer(db),
      strangerId: await findStranger(db),
      staffRole: { id: staff?.id ?? NOBODY_ID, personId: staff?.person_id ?? NOBODY_ID },
    };
  },
  pages: [
    look('/me/profile', { who: as('resident'), form: '/me/profile' }),
    look('/me/portrait', { who: as('volunteer'), form: '/me/portrait' }),
    look('/me/languages', { who: as('resident') }),
    look('/me/japanese', { who: as('resident') }),
    look('/me/place', { who: as('resident'), form: '/me/place' }),
    look('/me/household', { who: as('resident'), form: '/household/members' }),
    look('/me/sharing', { who: as('volunteer') }),
    look('/me/availability', { name: 'me-free-hours', who: as('resident') }),
    look('/me/availability', { who: as('volunteer'), form: '/availability/exceptions' }),
    look('/me/record', { who: as('resident') }),
    look('/me/leaving', { who: as('resident') }),
    look('/welcome', { who: ({ strangerId }) => strangerId, form: '/welcome' }),
    staffLook('/people'),
    staffLook('/people/new', { form: '/people/new' }),
    staffLook('/people/:id', { path: (world) => `/people/${resident(world)}` }),
    staffLook('/people/:id/leaving', { path: (world) => `/people/${resident(world)}/leaving` }),
    staffLook('/people/:id/roles/:roleId/ending', {
      role: 'administrator',
      path: ({ staffRole }) => `/people/${staffRole.personId}/roles/${staffRole.id}/ending`,
    }),
  ],
  noPages: {
    '/me/export': 'a file',
    '/portraits/:id/:proof': 'a picture',
    '/people/:id/address': 'for whoever has none; everybody in the demonstration has one',
  },
  params: {
    '/portraits/:id/:proof': async () => [{ id: NOBODY_ID, proof: 'nobody' }],
    '/people/:id': async (_db, { maya = NOBODY_ID }) => [{ id: maya }],
    '/people/:id/address': async (db, { maya = NOBODY_ID }) => [
      ...(await listWithoutAddress(db)),
      { id: maya },
    ],
    '/people/:id/roles/:roleId': async (db, { treasurer = NOBODY_ID }) => [
      { id: treasurer, roleId: await roleOf(db, treasurer) },
    ],
  },
};

async function findNewcomer(db: Database): Promise<string> {
  const row = await db
    .selectFrom('people.persons')
    .select('id')
    .where('id', 'not in', (inner) => inner.selectFrom('people.roles').select('person_id'))
    .where('id', 'not in', (inner) => inner.selectFrom('trust.applications').select('person_id'))
    .where('welcomed_at', 'is not', null)
    .where('email', 'is not', null)
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? NOBODY_ID;
}

async function findStranger(db: Database): Promise<string> {
  const row = await db
    .selectFrom('people.persons')
    .select('id')
    .where('welcomed_at', 'is', null)
    .where('email', 'is not', null)
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? NOBODY_ID;
}

/** Nobody, until a test brings somebody who has called. */
async function listWithoutAddress(db: Database): Promise<{ id: string }[]> {
  const without = db.selectFrom('people.persons').select('id').where('email', 'is', null);
  return without.where('is_child', '=', false).where('erased_at', 'is', null).execute();
}

async function roleOf(db: Database, personId: string): Promise<string> {
  const role = await db
    .selectFrom('people.roles')
    .select('id')
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow();
  return role.id;
}
