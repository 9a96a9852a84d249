import { describe, expect, it } from 'vitest';
import { actorOf, testHouse } from '../../../test/support/house.ts';
import { makeApplicant, makeVolunteer } from '../../../test/support/volunteers.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { ROLES, type Role } from '../../platform/permissions.ts';
import { createPerson } from '../people/index.ts';
import { raiseConcern } from './concerns/commands.ts';
import { trustModule } from './module.ts';

const house = await testHouse([trustModule]);
const { db } = house;
const now = house.clock();

const make = (name: string, roles: readonly Role[] = []) =>
  inTransaction(db, (tx) => createPerson(tx, { name, roles, now }));

const EVERYONE = ['GET /volunteering'];
const PERSON = [
  'GET /volunteering/application',
  'POST /volunteering/application',
  'GET /volunteering/pledge',
  'POST /volunteering/pledge',
  'POST /volunteering/interview-times',
  'GET /volunteering/interview.ics',
  'POST /volunteering/resumption',
  'POST /volunteering/leaving',
];
const COORDINATOR = [
  'GET /trust/applications',
  'GET /trust/people/:id',
  'POST /trust/people/:id/approval',
  'POST /trust/people/:id/declining',
  'POST /trust/people/:id/interviews',
  'POST /trust/people/:id/interview-outcomes',
  'POST /trust/people/:id/trainings',
  'POST /trust/people/:id/checks',
  'POST /trust/clearances/checks',
  'POST /trust/people/:id/insurance',
  'POST /trust/people/:id/restrictions',
  'POST /trust/people/:id/liftings',
];
const BOTH = [
  'GET /trust/clearances',
  'GET /trust/concerns',
  'GET /trust/concerns/:id',
  'POST /trust/concerns/:id/assessment',
  'POST /trust/concerns/:id/closing',
];
const ADMINISTRATOR = [
  'GET /trust/policy',
  'POST /trust/policy',
  'POST /trust/clearances/keepers',
  'POST /trust/clearances/keepers/:id/ending',
];
const STAFF_ROUTES = [...COORDINATOR, ...BOTH, ...ADMINISTRATOR];

function mayUse(route: string, role: Role): boolean {
  if (BOTH.includes(route)) return role === 'coordinator' || role === 'administrator';
  return role === (ADMINISTRATOR.includes(route) ? 'administrator' : 'coordinator');
}

describe('who may', () => {
  it('is said here for every route there is', () => {
    const declared = trustModule.routes.map((route) => `${route.method} ${route.path}`);
    expect([...declared].sort()).toEqual([...EVERYONE, ...PERSON, ...STAFF_ROUTES].sort());
  });

  const table = STAFF_ROUTES.flatMap((route) => ROLES.map((role) => [route, role] as const));
  it.each(table)('%s as %s', async (route, role) => {
    const [method, path = ''] = route.split(' ');
    const { id } = await make('Somebody');
    const other = await make('Other');
    const concernId = await inTransaction(db, (tx) => raiseConcern(tx, { ...concern, about: other.id }));
    const target = path.replace(':id', path.includes('concerns') ? concernId : other.id);
    const visitor = house.as(actorOf({ id }, [role]));
    const answer = method === 'GET' ? await visitor.get(target) : await visitor.post(target);
    if (mayUse(route, role)) expect([200, 422, 303]).toContain(answer.status);
    else expect(answer.status).toBe(403);
  });

  it.each(STAFF_ROUTES.filter((route) => route.startsWith('GET')))(
    '%s asks a coordinator or administrator for the second factor',
    async (route) => {
      const { id } = await make('Weak');
      const visitor = house.as(actorOf({ id }, ['coordinator', 'administrator'], 'weak'));
      const answer = await visitor.get((route.split(' ')[1] ?? '').replace(':id', id));
      expect(answer.location).toMatch(/^\/second-factor/);
    },
  );

  it.each(PERSON)('%s asks a visitor to sign in first', async (route) => {
    const [method, path = ''] = route.split(' ');
    const answer = await (method === 'GET' ? house.as().get(path) : house.as().post(path));
    expect(answer.location).toMatch(/^\/sign-in/);
  });

  it('nobody opens their own file', async () => {
    const { id } = await make('Coordinator');
    const visitor = house.as(actorOf({ id }, ['coordinator']));
    expect((await visitor.get(`/trust/people/${id}`)).status).toBe(404);
  });

  it('nobody sees or closes a concern about themselves', async () => {
    const { id } = await make('Coordinator');
    const concernId = await inTransaction(db, (tx) =>
      raiseConcern(tx, { ...concern, about: id, words: 'They shouted.' }),
    );
    const visitor = house.as(actorOf({ id }, ['coordinator']));
    expect((await visitor.get('/trust/concerns')).html).not.toContain(concernId);
    expect((await visitor.get(`/trust/concerns/${concernId}`)).status).toBe(404);
    expect((await visitor.post(`/trust/concerns/${concernId}/closing`, { closing: 'x' })).status).toBe(404);
  });
});

const concern = {
  about: null,
  by: null,
  program: 'spot',
  objectKind: 'spot.request',
  objectId: '00000000-0000-4000-8000-000000000001',
  words: 'It was dark.',
  now,
};

describe('what was seen and decided', () => {
  it('is found by the person it was about', async () => {
    const person = await makeApplicant(db, now);
    const { id } = await make('Coordinator');
    const visitor = house.as(actorOf({ id }, ['coordinator']));
    await visitor.get('/trust/applications');
    await visitor.get(`/trust/people/${person.id}`);
    await visitor.post(`/trust/people/${person.id}/approval`);
    const entries = await db
      .selectFrom('audit.entries')
      .select(['action', 'outcome', 'subject_id'])
      .where('actor_id', '=', id)
      .orderBy('id')
      .execute();
    expect(entries.filter((entry) => entry.subject_id === person.id).map(({ action }) => action)).toEqual([
      'trust.applications.viewed',
      'trust.person.viewed',
    ]);
    expect(entries.at(-1)).toMatchObject({ action: 'trust.volunteer.approved', outcome: 'refused' });
  });

  it('stays with staff: a volunteer never reads notes or reasons', async () => {
    const person = await makeVolunteer(db, now);
    const { id } = await make('Coordinator');
    await house.as(actorOf({ id }, ['coordinator'])).post(`/trust/people/${person.id}/restrictions`, {
      kind: 'only_online',
      restrictionReason: 'secret reason',
    });
    const page = await house.as(actorOf(person, ['volunteer'])).get('/volunteering');
    expect(page.text).toContain('we only ask you for help online');
    expect(page.html).not.toContain('secret reason');
  });
});
