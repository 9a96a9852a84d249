import { describe, expect, it } from 'vitest';
import { actorOf, testHouse } from '../../../../test/support/house.ts';
import { DECIDER, doing, makeApplicant, makeVolunteer } from '../../../../test/support/volunteers.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { LOCALES } from '../../../platform/languages/locales.ts';
import { createPerson, peopleModule, registerPerson } from '../../people/index.ts';
import { scheduleInterview } from '../interviews/commands.ts';
import { trustModule } from '../module.ts';
import { PLEDGE_LINES } from '../types.ts';

const house = await testHouse([trustModule, peopleModule()]);
const { db } = house;
const now = house.clock();
const person = await inTransaction(db, (tx) => createPerson(tx, { name: 'Hana', now }));
const hana = house.as(actorOf(person, []));
const staff = await inTransaction(db, (tx) => createPerson(tx, { name: 'Kobayashi', now }));
const coordinator = house.as(actorOf(staff, ['coordinator']));
const file = `/trust/people/${person.id}`;

describe('from the first visit to approval', () => {
  it('1. a visitor reads what it means and is led to sign in', async () => {
    const page = await house.as().get('/volunteering');
    expect(page.text).toContain('One visit takes three hours at most');
    expect((await house.as().get('/volunteering/application')).location).toMatch(/^\/sign-in/);
  });

  it('1b. who has no name yet is asked for it first, and led back', async () => {
    const email = 'hana@example.org';
    const nameless = await inTransaction(db, (tx) => registerPerson(tx, { email, locale: 'en', now }));
    const web = house.as(actorOf(nameless, []));
    const page = await web.get('/volunteering/application');
    expect(page.location).toBe('/welcome?back=/volunteering/application');
    const fields = { motivation: 'I live here.', helpWith: 'paper' };
    expect((await web.post('/volunteering/application', fields)).text).toContain(
      'First tell us what to call you.',
    );
  });

  it('2. the application comes back with everything typed when something is missing', async () => {
    const fields = { motivation: '', experience: 'I taught for years.', helpWith: ['paper', 'phone'] };
    const answer = await hana.post('/volunteering/application', fields);
    expect(answer.status).toBe(422);
    expect(answer.refusals).toEqual({ motivation: 'Please write why you would like to help.' });
    expect(answer.html).toContain('I taught for years.');
    expect(answer.html).toMatch(/value="paper" checked/);
  });

  it('3. it is handed in, and pressed twice it is one', async () => {
    const fields = { motivation: 'I live here.', helpWith: 'paper', idempotency_key: crypto.randomUUID() };
    const first = await hana.post('/volunteering/application', fields);
    const second = await hana.post('/volunteering/application', fields);
    expect([first.location, second.location]).toEqual(['/volunteering', '/volunteering']);
    const page = await hana.get('/volunteering');
    expect(page.text).toContain('We have your application');
    expect(page.text).toContain('suggests a time for the interview');
    // Choosing when to talk comes first; the pledge can be read meanwhile.
    expect(page.html).toMatch(/<a[^>]*data-kind="quiet"[^>]*href="\/en\/volunteering\/pledge"/);
    for (const own of ['languages', 'availability']) expect(page.html).toContain(`href="/en/me/${own}"`);
  });

  it('3b. the present step says that it is next, and only later ones that they are to come', async () => {
    const { text } = await hana.get('/volunteering');
    expect(text).toMatch(
      /Interview This is next .*Training Still to come .*You are a volunteer Still to come/,
    );
  });

  it('4. the coordinator finds the next act on the row', async () => {
    const queue = await coordinator.get('/trust/applications');
    expect(queue.text).toContain('Hana');
    expect(queue.text).toContain('Plan the interview');
    expect(queue.text).toContain('0 of 3');
  });

  it('5. an approval too early is refused with every missing step named', async () => {
    const answer = await coordinator.post(`${file}/approval`);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('The interview is missing');
    expect(answer.text).toContain('The training is missing');
    expect(answer.text).toContain('The pledge is missing');
    expect(answer.text).toContain('Still missing: Interview, Training, and Pledge.');
  });

  it('6. the interview is planned, and the applicant sees when and where', async () => {
    await coordinator.post(`${file}/interviews`, {
      interviewDay: '2026-11-25',
      interviewTime: '14:30',
      durationMinutes: '30',
      place: 'online',
      whereWords: 'https://meet.example.org/hana',
    });
    const page = await hana.get('/volunteering');
    expect(page.text).toContain('Wed, Nov 25, 2026, 14:30');
    expect(page.html).toContain('href="https://meet.example.org/hana"');
    expect(page.text).toContain('Next is the interview.');
    expect(page.html).toContain('action="/en/volunteering/interview-changes"');
    expect(page.text).toContain('If it is urgent, call or email us.');
    expect(page.html).toMatch(/href="tel:\d+"/);
  });

  it('7. its outcome waits until it has begun, and is recorded once', async () => {
    const page = await coordinator.get(file);
    const interviewId = /name="interviewId" value="([^"]+)"/.exec(page.html)?.[1] ?? '';
    const fields = { interviewId, outcome: 'fits', note: 'Warm, patient.' };
    const early = await coordinator.post(`${file}/interview-outcomes`, fields);
    expect(early.refusals).toEqual({ outcome: 'The interview hasn’t begun yet.' });
    expect(early.html).toContain('Warm, patient.');
    house.clock.set(Temporal.Instant.from('2026-11-25T15:00:00+09:00'));
    expect((await coordinator.get('/trust/applications')).text).toContain('Record how the interview went');
    expect((await coordinator.post(`${file}/interview-outcomes`, fields)).status).toBe(303);
    expect((await coordinator.post(`${file}/interview-outcomes`, fields)).text).toContain('already recorded');
  });

  it('8. training and pledge follow, the pledge line by line', async () => {
    await coordinator.post(`${file}/trainings`, { trainingTitle: 'First steps', trainedOn: '2026-11-25' });
    const some = await hana.post('/volunteering/pledge', { lines: PLEDGE_LINES.slice(2) });
    expect(some.refusals).toEqual({ lines: 'Please read and tick every line. 2 are left.' });
    expect(some.html).toContain(`value="${PLEDGE_LINES[2]}" checked`);
    expect((await hana.post('/volunteering/pledge', { lines: PLEDGE_LINES })).location).toBe('/volunteering');
    const taken = await hana.get('/volunteering/pledge');
    expect(taken.text).toContain('You have taken the pledge.');
    expect(taken.html).not.toContain('name="lines"');
    expect((await hana.get('/volunteering')).text).toContain('You have done everything on your side.');
  });

  it('9. an applicant without languages is not approved by accident', async () => {
    const page = await coordinator.get(file);
    for (const missing of ['No language beside Japanese', 'No town', 'No times'])
      expect(page.text).toContain(missing);
    const answer = await coordinator.post(`${file}/approval`, { approvalReason: 'Warm.' });
    expect(answer.status).toBe(422);
    expect(answer.refusals).toEqual({ knownUnready: 'Please read what is missing, and tick the box.' });
    expect(answer.html).toContain('Warm.');
    expect((await hana.get('/volunteering')).text).not.toContain('You are a volunteer Since');
  });

  it('10. the coordinator approves, and the volunteer reads it', async () => {
    expect((await coordinator.post(`${file}/approval`, { knownUnready: 'yes' })).flash).toContain('Approved');
    const page = await hana.get('/volunteering');
    expect(page.text).toContain('You are a volunteer Since Wed, Nov 25, 2026');
  });

  it('11. the volunteer rests and comes back', async () => {
    expect((await hana.get('/volunteering')).html).toContain('href="/en/me/availability#breaks"');
    await hana.post('/me/availability/pauses', { from_on: '2026-11-25', untilOn: '2026-12-03' });
    expect((await hana.get('/volunteering')).text).toContain(
      'We will send you requests again from Thu, Dec 3, 2026.',
    );
    expect((await hana.post('/volunteering/resumption')).flash).toBe('Good to have you back.');
    expect((await hana.get('/volunteering')).text).not.toContain('We will send you requests again');
    expect((await hana.get('/me/availability')).text).toContain('No break planned.');
    expect((await hana.post('/volunteering/leaving')).status).toBe(303);
  });
});

describe('the pages of volunteers', () => {
  it.each(LOCALES)('say everything in %s, whatever the standing', async (locale) => {
    const applicant = await makeApplicant(db, house.clock());
    const volunteer = await makeVolunteer(db, house.clock());
    await doing(db, (tx) =>
      scheduleInterview(tx, {
        personId: applicant.id,
        startsAt: house.clock().add({ hours: 24 }),
        durationMinutes: 30,
        place: 'place',
        whereWords: 'Meguro',
        by: DECIDER,
        now: house.clock(),
      }),
    );
    for (const one of [applicant, volunteer]) {
      const visitor = house.as(actorOf(one, []), locale);
      for (const path of ['/volunteering', '/volunteering/pledge']) {
        expect((await visitor.get(path)).status).toBe(200);
      }
    }
    const newcomer = await inTransaction(db, (tx) => createPerson(tx, { name: 'New', now }));
    const visitor = house.as(actorOf(newcomer, []), locale);
    expect((await visitor.get('/volunteering/application')).status).toBe(200);
    expect((await visitor.post('/volunteering/pledge', { lines: PLEDGE_LINES })).status).toBe(422);
    expect((await visitor.post('/volunteering/leaving')).status).toBe(422);
  });
});
