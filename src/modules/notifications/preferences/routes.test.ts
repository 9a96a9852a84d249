import { describe, expect, test } from 'vitest';
import { actorOf, testHouse } from '../../../../test/support/house.ts';
import { allNews, notifications } from '../../../../test/support/notifications.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { createPerson } from '../../people/index.ts';
import { findPreferences } from '../store/preferences.ts';
import { USUAL_QUIET_HOURS } from '../types.ts';
import { groupsFor } from './rules.ts';

const house = await testHouse([notifications]);
const { db, clock } = house;
const { id } = await inTransaction(db, (tx) => createPerson(tx, { name: 'Sita', now: clock() }));
const sita = house.as(actorOf({ id }, ['resident', 'volunteer']));
const usual = { quietFrom: '21', quietUntil: '8' };

describe('what can be chosen', () => {
  test.each([
    [['resident'], ['requests', 'visits', 'messages', 'volunteering']],
    [['volunteer'], ['asks', 'visits', 'messages', 'volunteering']],
    [['coordinator'], ['visits', 'messages', 'volunteering', 'desk']],
    [[], ['visits', 'messages', 'volunteering']],
  ] as const)('for %j it is %j; safety is never among it', (roles, groups) => {
    expect(groupsFor(allNews.groups, new Set(roles)).map(({ name }) => name)).toEqual(groups);
  });
});

describe('the settings of notifications', () => {
  test('are the usual ones until somebody chooses: all by mail, quiet from nine to eight', async () => {
    expect(await findPreferences(db, id)).toEqual({ unwanted: new Set(), quiet: USUAL_QUIET_HOURS });
    const { html } = await sita.get('/me/notifications');
    expect(html.match(/<input[^>]*name="mail"[^>]*checked/g)).toHaveLength(5);
    expect(html).toMatch(/<option value="21" selected[^>]*>21:00/);
  });

  test('are kept, and shown as they were chosen', async () => {
    const fields = { mail: ['visits', 'messages'], quietFrom: '23', quietUntil: '6' };
    expect((await sita.post('/me/notifications', fields)).flash).toBe('Your choice is saved.');
    expect(await findPreferences(db, id)).toEqual({
      unwanted: new Set(['requests', 'asks', 'volunteering']),
      quiet: { fromHour: 23, untilHour: 6 },
    });
    const { html } = await sita.get('/me/notifications');
    expect(html.match(/<input[^>]*name="mail"[^>]*checked/g)).toHaveLength(2);
  });

  test('of groups that were not on the form stay as they were', async () => {
    const asResident = house.as(actorOf({ id }, ['resident']));
    await asResident.post('/me/notifications', {
      mail: ['requests', 'visits', 'messages', 'volunteering'],
      ...usual,
    });
    expect((await findPreferences(db, id)).unwanted).toEqual(new Set(['asks']));
  });

  test('may be no mail at all', async () => {
    expect((await sita.post('/me/notifications', usual)).status).toBe(303);
    expect((await findPreferences(db, id)).unwanted.size).toBe(5);
  });

  test.each([
    [{ quietFrom: '24', quietUntil: '8' }, 'quietFrom'],
    [{ quietFrom: '21', quietUntil: '-1' }, 'quietUntil'],
    [{ quietFrom: '', quietUntil: '8' }, 'quietFrom'],
    [{ ...usual, mail: 'everything' }, 'mail'],
  ])('%j is refused beside its field', async (fields, field) => {
    const answer = await sita.post('/me/notifications', fields);
    expect(answer.status).toBe(422);
    expect(Object.keys(answer.refusals)).toEqual([field]);
  });

  test('are for whoever is signed in', async () => {
    expect((await house.as().get('/me/notifications')).location).toMatch(/^\/sign-in/);
  });
});
