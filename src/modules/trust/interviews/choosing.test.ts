import { beforeEach, describe, expect, it } from 'vitest';
import { actorOf, testHouse, type Visitor } from '../../../../test/support/house.ts';
import { DECIDER, doing, makeApplicant, makeVolunteer } from '../../../../test/support/volunteers.ts';
import { listOpenSlots, offerSlots, slotsModule } from '../../../kits/slots/index.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { createPerson, endRole, grantRole, type Person } from '../../people/index.ts';
import { trustModule } from '../module.ts';
import { keepApart } from '../restrictions/commands.ts';
import { recordInterview, scheduleInterview } from './commands.ts';
import { interviewAppointments } from './routes.ts';
import { INTERVIEW } from './rules.ts';
import { interviewsAhead } from './store.ts';

const house = await testHouse([trustModule, slotsModule([interviewAppointments])]);
const { db } = house;
const start = house.clock();
let host: Person;
let hana: Person;
let web: Visitor;

/** A Monday for each test, so that times of others are not in the way. */
let weeks = 0;
beforeEach(async () => {
  house.clock.set(start);
  weeks += 1;
  await db.deleteFrom('slots.offered').execute();
  host = await makeHost();
  hana = await makeApplicant(db, start, { name: 'Hana' });
  web = house.as(actorOf(hana, []));
  await offer(host.id);
});

async function makeHost(): Promise<Person> {
  const person = await inTransaction(db, (tx) => createPerson(tx, { name: 'Kobayashi', now: start }));
  const coordinator = { personId: person.id, role: 'coordinator' } as const;
  await doing(db, (tx) => grantRole(tx, coordinator, { by: DECIDER, now: start }));
  return person;
}

const day = () => Temporal.PlainDate.from('2026-12-07').add({ weeks: weeks - 1 });
const offer = (hostId: string, from = '13:00', until = '14:30') =>
  doing(db, (tx) =>
    offerSlots(
      tx,
      {
        ...{ kind: INTERVIEW, hostId, day: day(), from, until, minutes: 45 },
        ...{ place: 'online', whereWords: 'https://meet.test/talk' },
      },
      start,
    ),
  );
const open = () => listOpenSlots(db, INTERVIEW, { after: start, most: 50 });
const choose = (slot: string | undefined, who = web) =>
  who.post('/volunteering/interview-times', { slot: slot ?? '' });
const aheadOf = async (personId: string) => (await interviewsAhead(db, [personId])).get(personId);
const calendar = async (who = web) => (await who.get('/volunteering/interview.ics')).html;

describe('an applicant', () => {
  it('chooses one of the open times, and it is agreed', async () => {
    const [first] = await open();
    const page = await web.get('/volunteering');
    expect(page.text).toContain('Choose a time below');
    expect(page.html).toContain(`value="${first?.id}"`);
    expect(page.html).not.toContain('meet.test');
    expect((await choose(first?.id)).flash).toContain('The time of your interview is set');
    const shown = await web.get('/volunteering');
    expect(shown.text).toContain(', 13:00 – 13:45');
    expect(shown.html).toContain('https://meet.test/talk');
    const interview = await aheadOf(hana.id);
    expect(interview).toMatchObject({ startsAt: first?.startsAt, durationMinutes: 45, place: 'online' });
    expect(await open()).toHaveLength(1);
    const times = (await house.as(actorOf(host, ['coordinator'])).get('/times')).html;
    expect(times).toContain(`/trust/people/${hana.id}#interviews"`);
  });

  it('moves it until five in the evening of the day before, and the first time is open again', async () => {
    const [first, second] = await open();
    await choose(first?.id);
    const before = await calendar();
    house.clock.set(
      day().subtract({ days: 1 }).toZonedDateTime({ timeZone: 'Asia/Tokyo', plainTime: '17:00' }).toInstant(),
    );
    expect((await choose(second?.id)).status).toBe(303);
    expect((await open()).map(({ id }) => id)).toEqual([first?.id]);
    const after = await calendar();
    const lineOf = (file: string, name: string) => new RegExp(`^${name}:(.*)$`, 'm').exec(file)?.[1]?.trim();
    expect(lineOf(after, 'UID')).toBe(lineOf(before, 'UID'));
    expect([lineOf(before, 'SEQUENCE'), lineOf(after, 'SEQUENCE')]).toEqual(['0', '1']);
    expect(after).not.toContain('meet.test');
    house.clock.set(house.clock().add({ seconds: 1 }));
    expect((await web.get('/volunteering')).html).not.toContain('interview-times');
    expect((await choose(first?.id)).text).toContain('too near to be moved here');
    expect((await aheadOf(hana.id))?.startsAt).toEqual(second?.startsAt);
  });

  it('gets no time that is gone, and none without choosing', async () => {
    const [first] = await open();
    await choose(first?.id);
    const other = await makeApplicant(db, start, { name: 'Ren' });
    const answer = await choose(first?.id, house.as(actorOf(other, [])));
    expect(answer.refusals['slot']).toBe('This time is taken by now. Please choose another one.');
    expect(answer.html).toContain('interview-times');
    expect((await choose(undefined)).refusals['slot']).toBe('Please choose one of these.');
    expect(await aheadOf(other.id)).toBeUndefined();
  });

  it('and others who choose the same time at once: one of them has it', async () => {
    const [first] = await open();
    const rivals = await Promise.all(
      Array.from({ length: 8 }, (_, at) => makeApplicant(db, start, { name: `Rival ${at}` })),
    );
    const answers = await Promise.all(rivals.map((one) => choose(first?.id, house.as(actorOf(one, [])))));
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
    const booked = await Promise.all(rivals.map(({ id }) => aheadOf(id)));
    expect(booked.filter((one) => one !== undefined)).toHaveLength(1);
  });

  it('cannot be their own interviewer', async () => {
    await offer(hana.id, '16:00', '16:45');
    const own = (await open()).find(({ hostId }) => hostId === hana.id);
    expect((await choose(own?.id)).status).toBe(422);
    expect(await aheadOf(hana.id)).toBeUndefined();
  });
});

it('a time that a coordinator sets by hand opens the chosen one again', async () => {
  const [first] = await open();
  await choose(first?.id);
  await doing(db, (tx) =>
    scheduleInterview(tx, {
      personId: hana.id,
      startsAt: start.add({ hours: 48 }),
      ...{ durationMinutes: 30, place: 'place', whereWords: 'Meguro' },
      by: { personId: host.id, role: 'coordinator' },
      now: start,
    }),
  );
  expect(await open()).toHaveLength(2);
  expect(await calendar()).toContain('SEQUENCE:1');
});

it('whoever withdraws opens the time again, and has nothing for a calendar', async () => {
  const [first] = await open();
  await choose(first?.id);
  await web.post('/volunteering/leaving');
  expect(await open()).toHaveLength(2);
  expect((await web.get('/volunteering/interview.ics')).status).toBe(404);
});

it('a volunteer is offered no times, and takes none that they know of', async () => {
  const volunteer = await makeVolunteer(db, start);
  const own = house.as(actorOf(volunteer, ['volunteer']));
  expect((await own.get('/volunteering')).html).not.toContain('interview-times');
  const [first] = await open();
  const answer = await choose(first?.id, own);
  expect(answer.status).toBe(422);
  expect(answer.text).toContain('You have no interview to arrange at the moment.');
  expect(answer.html).not.toContain('meet.test');
  expect(await open()).toHaveLength(2);
});

it('nor does an applicant whose interview has been held, or who never applied', async () => {
  const [first, second] = await open();
  await choose(first?.id);
  const interviewId = (await aheadOf(hana.id))?.id ?? '';
  house.clock.set(first?.startsAt ?? start);
  const by = { personId: host.id, role: 'coordinator' } as const;
  await doing(db, (tx) =>
    recordInterview(tx, {
      ...{ personId: hana.id, interviewId, outcome: 'fits', note: '', by },
      now: house.clock(),
    }),
  );
  expect((await choose(second?.id)).text).toContain('You have no interview to arrange');
  const stranger = await inTransaction(db, (tx) => createPerson(tx, { name: 'Mori', now: start }));
  const answer = await choose(second?.id, house.as(actorOf(stranger, [])));
  expect([answer.status, answer.html.includes('meet.test')]).toEqual([422, false]);
});

describe('a time that was kept open by somebody whom an applicant is not to meet', () => {
  const isGone = async () => {
    const [first] = await open();
    expect((await web.get('/volunteering')).html).not.toContain('interview-times');
    const answer = await choose(first?.id);
    expect(answer.text).toContain('This time is taken by now.');
    expect(await aheadOf(hana.id)).toBeUndefined();
  };

  it('is none after their office has ended', async () => {
    await makeHost();
    const act = { by: DECIDER, now: start };
    await doing(db, (tx) => endRole(tx, { personId: host.id, role: 'coordinator' }, act));
    await isGone();
  });

  it('is none for whoever is kept apart from them', async () => {
    const apart = { personId: host.id, otherId: hana.id, reason: 'They are neighbors in dispute.' };
    await doing(db, (tx) => keepApart(tx, { ...apart, by: DECIDER, now: start }));
    await isGone();
  });
});
