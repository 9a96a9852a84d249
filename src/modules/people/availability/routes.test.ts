import { beforeEach, describe, expect, it } from 'vitest';
import { actorOf, testHouse, type Visitor } from '../../../../test/support/house.ts';
import { hoursSetting } from '../../../kits/slots/index.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { LOCALES } from '../../../platform/languages/locales.ts';
import { writeSetting } from '../../../platform/settings/settings.ts';
import { peopleModule } from '../module.ts';
import { createPerson } from '../persons/commands.ts';
import { findAvailability } from './store.ts';

const hours = { ...hoursSetting.value, openWeekdays: [1, 2, 3, 4, 5] };
const house = await testHouse([peopleModule({})]);
await inTransaction(house.db, (tx) =>
  writeSetting(tx, hoursSetting, { value: hours, seen: null, by: null, now: house.clock() }),
);
const today = Temporal.PlainDate.from('2026-11-24');
let id: string;
let web: Visitor;
beforeEach(async () => {
  id = (await inTransaction(house.db, (tx) => createPerson(tx, { name: 'Aya', now: house.clock() }))).id;
  web = house.as(actorOf({ id }, ['volunteer']));
});
const known = () => findAvailability(house.db, id, today);
const busy = { onDay: '2026-12-01', kind: 'busy', startMinute: '600', endMinute: '720' };

describe('the weekly grid', () => {
  it.each(LOCALES)('can be read in %s', async (locale) => {
    const page = await house.as(actorOf({ id }), locale).get('/me/availability');
    expect(page.html).toContain('value="6-510"');
  });

  it('asks a resident when they are free, and nothing of helping', async () => {
    const resident = house.as(actorOf({ id }, ['resident']), 'en');
    const page = await resident.get('/me/availability');
    expect(page.text).toContain('When I am free');
    expect(page.text).not.toMatch(/help|break|not our hours/i);
    expect((await resident.post('/me/availability', { weekly: ['6-510'] })).status).toBe(303);
    expect((await known()).weekly).toEqual([{ weekday: 6, startMinute: 510, endMinute: 600 }]);
  });

  it('keeps what is ticked and shows it again', async () => {
    const answer = await web.post('/me/availability', { weekly: ['6-510', '6-600'] });
    expect(answer.status).toBe(303);
    expect((await known()).weekly).toEqual([{ weekday: 6, startMinute: 510, endMinute: 720 }]);
    expect((await web.get('/me/availability')).html).toMatch(/value="6-600" checked/);
  });

  it('says which boxes lie outside the hours of help, and keeps them all the same', async () => {
    const { html } = await web.get('/me/availability');
    const cell = (value: string) => html.split('<td').find((part) => part.includes(`value="${value}"`)) ?? '';
    expect(cell('1-1080')).toContain('(not our hours)');
    expect(cell('6-510')).toContain('(not our hours)');
    expect(cell('1-510')).not.toContain('not our hours');
    await web.post('/me/availability', { weekly: ['6-510'] });
    expect((await known()).weekly).toHaveLength(1);
  });

  it('refuses a box nobody offers', async () => {
    const answer = await web.post('/me/availability', { weekly: ['9-510'] });
    expect(answer.status).toBe(422);
    expect(answer.refusals['weekly']).toBeTruthy();
  });
});

describe('a day that differs', () => {
  it('is added, shown with its weekday, and removed', async () => {
    await web.post('/me/availability/exceptions', busy);
    const [exception] = (await known()).exceptions;
    expect((await web.get('/me/availability')).text).toContain('Tue, Dec 1, 2026');
    const answer = await web.post(`/me/availability/exceptions/${exception?.id}/removal`);
    expect(answer.status).toBe(303);
    expect((await known()).exceptions).toEqual([]);
  });

  it.each([
    ['30 February', { onDay: '2027-02-30' }, 'onDay', 'does not exist'],
    ['29 February of a common year', { onDay: '2027-02-29' }, 'onDay', 'does not exist'],
    ['yesterday', { onDay: '2026-11-23' }, 'onDay', 'over'],
    ['a day in 2030', { onDay: '2030-01-01' }, 'onDay', 'year away'],
    ['no day', { onDay: '' }, 'onDay', 'fill this in'],
    ['an end before its start', { endMinute: '540' }, 'endMinute', 'after the start'],
    ['ten past', { startMinute: '610' }, 'startMinute', 'can’t be used'],
    ['minute 9000', { endMinute: '9000' }, 'endMinute', '0 to 1,440'],
  ])('refuses %s beside the field', async (_, fields, field, words) => {
    const answer = await web.post('/me/availability/exceptions', { ...busy, ...fields });
    expect(answer.status).toBe(422);
    expect(answer.refusals[field]).toContain(words);
    expect(answer.html).toMatch(/value="busy" checked/);
  });

  it('of somebody else can’t be removed', async () => {
    await web.post('/me/availability/exceptions', busy);
    const [exception] = (await known()).exceptions;
    const other = await inTransaction(house.db, (tx) =>
      createPerson(tx, { name: 'Other', now: house.clock() }),
    );
    const answer = await house
      .as(actorOf(other))
      .post(`/me/availability/exceptions/${exception?.id}/removal`);
    expect(answer.status).toBe(404);
    expect((await known()).exceptions).toHaveLength(1);
  });
});

describe('a pause', () => {
  it('without a day of return is kept and can be ended', async () => {
    await web.post('/me/availability/pauses', { fromOn: '2026-12-20', untilOn: '' });
    const [pause] = (await known()).pauses;
    expect(`${pause?.fromOn} ${pause?.untilOn}`).toBe('2026-12-20 null');
    await web.post(`/me/availability/pauses/${pause?.id}/removal`);
    expect((await known()).pauses).toEqual([]);
  });

  it.each([
    ['a return before the start', { fromOn: '2026-12-20', untilOn: '2026-12-01' }, 'untilOn'],
    ['a return on a day that does not exist', { fromOn: '2026-12-20', untilOn: '2027-02-30' }, 'untilOn'],
    ['a start that is over', { fromOn: '2026-11-01', untilOn: '' }, 'fromOn'],
  ])('refuses %s', async (_, fields, field) => {
    const answer = await web.post('/me/availability/pauses', fields);
    expect(answer.status).toBe(422);
    expect(answer.refusals[field]).toBeTruthy();
    expect(answer.html).toContain(`value="${fields.fromOn}"`);
  });
});
