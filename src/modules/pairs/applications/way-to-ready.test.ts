import { beforeEach, describe, expect, it } from 'vitest';
import { actorOf, testHouse, type Visitor } from '../../../../test/support/house.ts';
import { applyForPair, pairUp } from '../../../../test/support/pairs.ts';
import { DECIDER, doing, makeVolunteer } from '../../../../test/support/volunteers.ts';
import { listOpenSlots, offerSlots, slotsModule } from '../../../kits/slots/index.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { writeSetting } from '../../../platform/settings/settings.ts';
import { createPerson, grantRole, type Person } from '../../people/index.ts';
import { feesSetting } from '../fees/setting.ts';
import { listFees } from '../fees/store.ts';
import { interviewAppointments } from '../interview/appointments.ts';
import { INTERVIEW } from '../interview/rules.ts';
import { listInterviews } from '../interview/store.ts';
import { pairsModule } from '../module.ts';
import type { Side } from '../types.ts';
import { findApplication, updateApplication } from './store.ts';

const house = await testHouse([
  pairsModule({ publicUrl: 'https://otonari.test' }),
  slotsModule([interviewAppointments]),
]);
const { db } = house;
const start = house.clock();
const PROFILE = {
  municipalityCode: '13104',
  languages: [{ language: 'en', speak: 3, read: 3, write: 3, phone: 3 }],
  weekly: [{ weekday: 6, startMinute: 600, endMinute: 720 }],
} as const;

let host: Person;
let desk: Visitor;
beforeEach(async () => {
  house.clock.set(start);
  await db.deleteFrom('slots.offered').execute();
  host = await inTransaction(db, (tx) => createPerson(tx, { name: 'Kobayashi', now: start }));
  await doing(db, (tx) =>
    grantRole(tx, { personId: host.id, role: 'coordinator' }, { by: DECIDER, now: start }),
  );
  desk = house.as(actorOf(host, ['coordinator']));
});

/** Somebody who has just applied, with all that their profile has to say. */
async function apply(side: Side = 'resident', personId?: string) {
  const id =
    personId ??
    (await inTransaction(db, (tx) => createPerson(tx, { name: 'Maya', ...PROFILE, now: start }))).id;
  const applied = await inTransaction(db, (tx) =>
    applyForPair(tx, { side, personId: id, state: 'submitted', now: start }),
  );
  return { ...applied, web: house.as(actorOf({ id }, [side])) };
}
const stateOf = async (id: string) => (await findApplication(db, id))?.state;
const press = async (id: string, act: string, fields: Record<string, string> = {}) => {
  const application = await findApplication(db, id);
  return desk.post(`/desk/pairs/applications/${id}/${act}`, {
    version: `${application?.version}`,
    ...fields,
  });
};
const talk = (id: string, outcome = 'fits') =>
  press(id, 'interview-outcomes', {
    hopes: 'Friends',
    meeting: '',
    language: '',
    home: '',
    limits: '',
    matching: '',
    rules: 'on',
    need: '1',
    outcome,
  });
const accept = (id: string, reduction = 'full') => press(id, 'acceptance', { reduction });
const offer = () =>
  doing(db, (tx) =>
    offerSlots(
      tx,
      {
        ...{ kind: INTERVIEW, hostId: host.id, day: Temporal.PlainDate.from('2026-12-07') },
        ...{
          from: '13:00',
          until: '14:30',
          minutes: 45,
          place: 'online',
          whereWords: 'https://meet.test/talk',
        },
      },
      start,
    ),
  );
const open = () => listOpenSlots(db, INTERVIEW, { after: start, most: 10 });
const sign = (web: Visitor, fields = {}) => web.post('/pairs/terms', { signs: '1', agreed: 'on', ...fields });
const pay = async (id: string) => {
  const [fee] = await listFees(db, id);
  return press(id, 'payments', { feeId: fee?.id ?? '', paidOn: '2026-11-24' });
};

describe('a resident', () => {
  it('comes from the application to the pool: interview, acceptance, terms, fee', async () => {
    const { id, web } = await apply();
    expect((await web.get('/pairs')).text).toContain('We will offer you times for an interview');
    await offer();
    const [first] = await open();
    expect((await web.get('/pairs')).text).toContain('Choose a time for your interview');
    expect((await web.post('/pairs/interview-times', { slot: first?.id ?? '' })).flash).toContain('is set');
    const shown = await web.get('/pairs');
    expect(shown.text).toContain(', 13:00 – 13:45');
    expect(shown.html).toContain('https://meet.test/talk');
    expect((await web.get('/pairs/interview.ics')).html).toContain('SEQUENCE:0');
    house.clock.set(first?.startsAt ?? start);
    expect((await talk(id)).flash).toBe('Recorded.');
    expect((await accept(id)).flash).toBe('Accepted.');
    expect((await web.get('/pairs')).text).toContain('Read the terms and sign them');
    expect((await sign(web)).flash).toContain('You have signed');
    expect((await web.get('/pairs')).text).toMatch(/Please pay the registration fee It is ¥1,000/);
    expect(await stateOf(id)).toBe('accepted');
    expect((await pay(id)).flash).toBe('Recorded.');
    expect(await findApplication(db, id)).toMatchObject({ state: 'ready', readyAt: house.clock(), need: 1 });
    expect((await web.get('/pairs')).text).toContain('We are looking for your partner');
  });

  it('moves their interview, and its first time is open again', async () => {
    const { web } = await apply();
    await offer();
    const [first, second] = await open();
    await web.post('/pairs/interview-times', { slot: first?.id ?? '' });
    expect((await web.post('/pairs/interview-times', { slot: second?.id ?? '' })).status).toBe(303);
    expect((await open()).map(({ id }) => id)).toEqual([first?.id]);
    expect((await web.get('/pairs/interview.ics')).html).toContain('SEQUENCE:1');
    house.clock.set(Temporal.Instant.from('2026-12-06T17:00:01+09:00'));
    expect((await web.post('/pairs/interview-times', { slot: first?.id ?? '' })).text).toContain('too near');
  });

  it('chooses again after an interview that was missed', async () => {
    const { id, web } = await apply();
    await talk(id, 'missed');
    await offer();
    expect((await web.get('/pairs')).text).toContain('Choose a time for your interview');
    await talk(id, 'again');
    expect((await web.get('/pairs')).text).toContain('Choose a time for your interview');
  });

  it('and others who choose the same time at once: one of them has it', async () => {
    await offer();
    const [first] = await open();
    const rivals = await Promise.all(Array.from({ length: 6 }, () => apply()));
    const answers = await Promise.all(
      rivals.map(({ web }) => web.post('/pairs/interview-times', { slot: first?.id ?? '' })),
    );
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
  });

  it('takes the application back: the interview is called off, and they can apply again', async () => {
    const { id, personId, web } = await apply();
    await offer();
    const [first] = await open();
    await web.post('/pairs/interview-times', { slot: first?.id ?? '' });
    expect((await web.post('/pairs/withdrawal')).flash).toContain('taken back');
    expect(await stateOf(id)).toBe('withdrawn');
    expect(await open()).toHaveLength(2);
    expect((await web.get('/pairs')).text).toContain('I would like to meet a volunteer');
    expect((await apply('resident', personId)).id).not.toBe(id);
  });
});

describe('a coordinator', () => {
  it('accepts nobody without an interview that fits', async () => {
    const { id } = await apply();
    expect((await accept(id)).text).toContain('record an interview that fits first');
    await talk(id, 'again');
    expect((await accept(id)).text).toContain('record an interview that fits first');
    expect(await stateOf(id)).toBe('submitted');
  });

  it('writes no outcome of an interview that has not begun', async () => {
    const { id, web } = await apply();
    await offer();
    const [first] = await open();
    await web.post('/pairs/interview-times', { slot: first?.id ?? '' });
    expect((await talk(id)).text).toContain('The interview has not begun yet');
  });

  it('declines with words that the applicant reads, and a reason that they do not', async () => {
    const { id, web } = await apply();
    const fields = {
      decliningWords: 'You live too far away.',
      decliningReason: 'Odd answers',
      hintsSeen: '1',
    };
    expect((await press(id, 'declining', fields)).flash).toContain('Declined');
    const { text } = await web.get('/pairs');
    expect(text).toContain('You live too far away.');
    expect(text).not.toContain('Odd answers');
    expect((await desk.get(`/desk/pairs/applications/${id}`)).text).toContain('Odd answers');
  });

  it('decides about what they have before them, and not about themselves', async () => {
    const { id } = await apply();
    await talk(id);
    expect((await press(id, 'acceptance', { version: '1', reduction: 'full' })).text).toContain(
      'has changed',
    );
    const own = await apply('resident', host.id);
    expect((await desk.get(`/desk/pairs/applications/${own.id}`)).status).toBe(404);
    expect((await press(own.id, 'withdrawal')).status).not.toBe(303);
    expect(await stateOf(own.id)).toBe('submitted');
  });

  it('writes down a signature for whoever cannot sign in', async () => {
    const { id } = await apply();
    await talk(id);
    await accept(id, 'evacuee');
    expect((await press(id, 'signatures', { signs: '1', readIn: 'en' })).flash).toBe('Recorded.');
    expect(await stateOf(id)).toBe('ready');
    expect((await desk.get(`/desk/pairs/applications/${id}`)).text).toContain('recorded by Kobayashi');
  });

  it('sees the list, and each where it stands', async () => {
    const { id } = await apply();
    const { text, html } = await desk.get('/desk/pairs/applications');
    expect(text).toContain('Hold the interview');
    expect(html).toContain(`/desk/pairs/applications/${id}"`);
    await talk(id);
    await accept(id);
    expect((await desk.get('/desk/pairs/applications?show=accepted')).html).toContain(id);
    expect((await desk.get('/desk/pairs/applications?show=accepted&side=volunteer')).html).not.toContain(id);
  });
});

describe('who is ready', () => {
  it('stands in the order of urgency, whoever is in a pair behind them', async () => {
    const now = house.clock();
    // Those of the stories above have gone.
    const gone = { state: 'withdrawn', ended_at: now } as const;
    await db.updateTable('pairs.applications').set(gone).where('state', '=', 'ready').execute();
    const waits = (name: string, days: number, more: { need?: number; paused_days?: number } = { need: 0 }) =>
      inTransaction(db, async (tx) => {
        const since = now.subtract({ hours: 24 * days });
        const { id } = await applyForPair(tx, { side: 'resident', name, now: since });
        await updateApplication(tx, id, more);
        return id;
      });
    const ids = {
      late: await waits('Late', 3),
      long: await waits('Long', 20),
      hard: await waits('Hard', 10, { need: 1 }),
      rested: await waits('Rested', 21, { paused_days: 15 }),
      paired: await waits('Paired', 90),
    };
    await inTransaction(db, async (tx) => {
      const volunteer = await applyForPair(tx, { side: 'volunteer', now });
      const two = { volunteerApplicationId: volunteer.id, residentApplicationId: ids.paired };
      await pairUp(tx, { ...two, coordinatorId: host.id, now });
    });
    const { html, text } = await desk.get('/desk/pairs/applications?show=ready&side=resident');
    const order = Object.entries(ids).toSorted(
      ([, one], [, other]) => html.indexOf(one) - html.indexOf(other),
    );
    expect(order.map(([name]) => name)).toEqual(['hard', 'long', 'rested', 'late', 'paired']);
    expect(text.match(/urgency: \d+ days/g)).toEqual([24, 20, 6, 3].map((days) => `urgency: ${days} days`));
    const after = await desk.get(`/desk/pairs/applications?show=ready&side=resident&after=${ids.long}`);
    expect([after.html.includes(ids.hard), after.html.includes(ids.rested)]).toEqual([false, true]);
  });
});

describe('fees', () => {
  const acceptedAs = async (reduction: string) => {
    const { id, web } = await apply();
    await talk(id);
    await accept(id, reduction);
    return { id, web, fee: (await listFees(db, id))[0] };
  };

  it('are less by class, and waived where nothing is asked', async () => {
    expect((await acceptedAs('student')).fee).toMatchObject({ full: 1000, amount: 500, state: 'due' });
    expect((await acceptedAs('burden')).fee).toMatchObject({ amount: 0, state: 'waived' });
    const { web } = await acceptedAs('student');
    expect((await web.get('/pairs/fees')).text).toMatch(/Registration .{0,30}¥500/);
  });

  it('are asked of nobody once they are switched off', async () => {
    const before = feesSetting.value;
    const set = (value: typeof before) =>
      doing(db, (tx) => writeSetting(tx, feesSetting, { value, seen: null, by: null, now: start }));
    await set({ ...before, sides: [] });
    const { id, web, fee } = await acceptedAs('full');
    expect(fee).toBeUndefined();
    await sign(web);
    expect(await stateOf(id)).toBe('ready');
    expect((await web.get('/pairs/fees')).status).toBe(404);
    await set(before);
  });

  it('can be another amount, or nothing, as is decided in each case', async () => {
    const { id, web, fee } = await acceptedAs('individual');
    const ask = (amount: string) => press(id, 'other-amounts', { feeId: fee?.id ?? '', amount });
    expect((await ask('2000')).text).toContain('1,000 yen at the most');
    await ask('300');
    expect((await listFees(db, id))[0]).toMatchObject({ amount: 300, state: 'due' });
    await sign(web);
    await ask('0');
    expect((await listFees(db, id))[0]).toMatchObject({ amount: 0, state: 'waived' });
    expect(await stateOf(id)).toBe('ready');
    expect((await ask('100')).text).toContain('settled already');
  });

  it('of somebody else are not settled here, and none is paid on a day to come', async () => {
    const { fee } = await acceptedAs('full');
    const other = await acceptedAs('full');
    const paid = (feeId = '', paidOn = '2026-11-24') => press(other.id, 'payments', { feeId, paidOn });
    expect((await paid(fee?.id)).text).toContain('There is no fee here');
    expect((await paid(other.fee?.id, '2026-11-25')).text).toContain('still to come');
  });
});

describe('a volunteer', () => {
  it('waits for the approval and the training of volunteers', async () => {
    const { id, web } = await apply('volunteer');
    await talk(id);
    await accept(id);
    await sign(web);
    await pay(id);
    expect(await stateOf(id)).toBe('accepted');
    expect((await web.get('/pairs')).text).toContain('Finish becoming a volunteer');
    expect((await desk.get(`/desk/pairs/applications/${id}`)).text).toContain('Approval and training');
  });

  it('who is approved is ready with the last of the other steps', async () => {
    const volunteer = await makeVolunteer(db, start, PROFILE);
    const { id, web } = await apply('volunteer', volunteer.id);
    await talk(id);
    await accept(id);
    await pay(id);
    expect((await sign(web)).status).toBe(303);
    expect(await stateOf(id)).toBe('ready');
  });
});

it('whoever lacks a part of their profile is told which, and is not ready without it', async () => {
  const bare = await inTransaction(db, (tx) =>
    createPerson(tx, { name: 'Ren', municipalityCode: '13104', now: start }),
  );
  const { id, web } = await apply('resident', bare.id);
  await talk(id);
  await accept(id, 'evacuee');
  await sign(web);
  expect(await stateOf(id)).toBe('accepted');
  expect((await web.get('/pairs')).text).toContain('Still missing: Languages and Free hours');
});

it('interviews are kept with what was noted, sealed', async () => {
  const { id } = await apply();
  await talk(id);
  const [interview] = await listInterviews(db, id);
  expect(interview).toMatchObject({
    outcome: 'fits',
    notes: { version: 1, answers: { hopes: 'Friends', rules: true } },
  });
  const row = await db
    .selectFrom('pairs.interviews')
    .select('notes')
    .where('id', '=', interview?.id ?? '')
    .executeTakeFirstOrThrow();
  expect(row.notes).not.toContain('Friends');
  expect((await desk.get(`/desk/pairs/applications/${id}`)).text).toContain('Friends');
});
