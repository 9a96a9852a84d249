import { describe, expect, test } from 'vitest';
import { testDatabase } from '../../test/support/database.ts';
import { actorOf } from '../../test/support/house.ts';
import { type Access, actingRole, can, NOBODY, type Relation, ROLES, STAFF_ROLES } from './permissions.ts';

const { db } = await testDatabase();
const person = { id: '00000000-0000-4000-8000-000000000001' };
const owner: Relation = { name: 'owner', holds: async (_db, id, params) => params['id'] === id };
const own = { id: person.id };
const foreign = { id: '00000000-0000-4000-8000-000000000002' };

describe('who may', () => {
  const resident = actorOf(person, ['resident']);
  const strong = actorOf(person, ['coordinator']);
  const weak = actorOf(person, ['coordinator'], 'weak');
  test.each([
    ['everybody a public page', NOBODY, 'everyone', own, 'yes'],
    ['nobody a page for people', NOBODY, 'person', own, 'sign-in-first'],
    ['somebody a page for people', actorOf(person, []), 'person', own, 'yes'],
    ['nobody what nothing grants', strong, [], own, 'no'],
    ['a resident no staff page', resident, ['coordinator'], own, 'no'],
    ['a coordinator the desk', strong, ['coordinator'], own, 'yes'],
    ['a coordinator without proof not yet', weak, ['coordinator'], own, 'second-factor-first'],
    ['an administrator no desk', actorOf(person, ['administrator']), ['coordinator'], own, 'no'],
    ['an owner their own', resident, ['coordinator', owner], own, 'yes'],
    ['a stranger nothing, without a hint', resident, ['coordinator', owner], foreign, 'no-such-thing'],
    ['a visitor nothing, without a hint', NOBODY, [owner], own, 'sign-in-first'],
    ['staff their own without proof', weak, ['coordinator', owner], own, 'yes'],
    ['staff what is foreign with proof only', weak, ['coordinator', owner], foreign, 'second-factor-first'],
  ] as const)('%s', async (_says, actor, access, params, expected) => {
    expect(await can(actor, access as Access, params, db)).toBe(expected);
  });

  test.each(ROLES)('%s is needed where it is asked for, and needs proof when it is staff', async (role) => {
    const proven = await can(actorOf(person, [role]), [role], {}, db);
    const unproven = await can(actorOf(person, [role], 'weak'), [role], {}, db);
    const others = await can(
      actorOf(
        person,
        ROLES.filter((one) => one !== role),
      ),
      [role],
      {},
      db,
    );
    expect([proven, others]).toEqual(['yes', 'no']);
    expect(unproven).toBe(STAFF_ROLES.includes(role) ? 'second-factor-first' : 'yes');
  });
});

test('the audit names the role that sees most', () => {
  expect(actingRole(actorOf(person, ['resident', 'coordinator']))).toBe('coordinator');
  expect([actingRole(actorOf(person, [])), actingRole(NOBODY)]).toEqual(['person', 'visitor']);
});
