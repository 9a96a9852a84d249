import { describe, expect, test } from 'vitest';
import { testFiles } from '../../../../test/support/files.ts';
import { actorOf, testHouse } from '../../../../test/support/house.ts';
import { accepted, makeNeighborhood, Story } from '../../../../test/support/spot.ts';
import { MONDAY_TEN, sampleForm, TUESDAY_NINE } from '../../../../test/support/spot-samples.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { forget } from '../../../platform/rights/forget.ts';
import { lockPerson, updatePerson } from '../../people/persons/store.ts';
import { findDraft } from '../ask/draft.ts';
import { cancelRequest } from '../close/cancel-request.ts';
import { reportVisit } from '../close/say-how-it-was.ts';
import { lapseUnsettled } from '../jobs.ts';
import { checkIn, checkOut } from '../meet/check-in.ts';
import { spotModule } from '../module.ts';
import { personalData } from '../personal-data.ts';
import { findAssignment } from '../store/assignments.ts';
import { findRequest } from '../store/requests.ts';
import { findVisitRecord } from '../store/visits.ts';

const files = testFiles();
const house = await testHouse([spotModule({ files, publicUrl: 'http://localhost:4000' })]);
const place = await makeNeighborhood(house.db, 2);
const resident = actorOf({ id: place.residentId });
const web = house.as(resident);

/** Each request at a time of its own, so that promises never overlap; the first, Monday at ten, is for `visited`. */
let stories = 1;
function story(): { story: Story; times: { possibleTimes: Temporal.Instant[] } } {
  house.clock.set(TUESDAY_NINE);
  const [day, week, half] = [stories % 5, Math.floor(stories / 5) % 3, Math.floor(stories / 15)];
  const at = MONDAY_TEN.add({ hours: 24 * (day + 7 * week) + 4 * half });
  stories++;
  return { story: new Story(place), times: { possibleTimes: [at] } };
}

async function versionOf(id: string): Promise<string> {
  return `${(await findRequest(house.db, id))?.version}`;
}

describe('saying yes to the volunteer', () => {
  test('shows name, languages and experience, then the address, the conversation and the calendar', async () => {
    const { story: one, times } = story();
    const id = await one.acceptedByFirst(times);
    await inTransaction(house.db, async (tx) => {
      const person = await lockPerson(tx, one.first);
      if (person) await updatePerson(tx, person, { sentence: 'I grow tomatoes on a balcony.' });
    });
    const before = await web.get(`/spot/requests/${id}`);
    expect(before.text).toContain('Would you like おとなり0 to help you?');
    expect(before.text).toContain('I grow tomatoes on a balcony.');
    expect(before.text).toContain('Approved volunteer since Wed, Apr 1, 2026');
    expect(before.text).toContain('You will talk in English.');
    expect(before.text).toContain('吾妻橋1-23-20');
    expect(before.text).toContain('A time they can help');
    expect(before.text).not.toContain('Agreed time');
    expect(before.text).toMatch(/to help you\?.*Yes, please.*Please leave a phone number/);
    const volunteer = house.as(actorOf({ id: one.first }, ['volunteer']));
    expect((await volunteer.get(`/spot/visits/${id}`)).text).not.toContain('吾妻橋1-23-20');
    expect((await web.get(`/spot/requests/${id}/calendar.ics`)).status).toBe(404);
    const version = await versionOf(id);
    const yes = await web.post(`/spot/requests/${id}/confirmation`, { version });
    expect(yes.flash).toBe('Agreed. You can now write to each other.');
    const after = await web.get(`/spot/requests/${id}`);
    expect(after.text).toContain('吾妻橋1-23-20');
    expect(after.text).toContain('Agreed time');
    expect(after.text).not.toContain('A time they can help');
    expect(after.html).toContain(`/spot/requests/${id}/conversation`);
    expect(after.html).toContain('href="tel:0364523760"');
    expect(after.html).toContain(`/spot/requests/${id}/conversation#concern"`);
    expect(before.html).toContain('href="tel:0364523760"');
    expect(before.html).not.toContain('#concern');
    const calendar = await web.get(`/spot/requests/${id}/calendar.ics`);
    expect(calendar.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(calendar.html).toContain('BEGIN:VEVENT');
    const unfolded = calendar.html.replaceAll('\r\n ', '');
    expect(unfolded).toContain('LOCATION:Sumida Azumabashi 1-chome');
    expect(unfolded).toContain(`URL;VALUE=URI:http://localhost:4000/en/spot/requests/${id}`);
    expect(calendar.html).not.toContain('1-23-20');
    accepted(
      await one.act((tx) => cancelRequest(tx, { ...one.on(id, 'coordinator'), reason: 'The test is over' })),
    );
    const sequenceOf = (file: string) => Number(/SEQUENCE:(\d+)/.exec(file)?.[1]);
    const cancelled = await web.get(`/spot/requests/${id}/calendar.ics`);
    expect(cancelled.html).toContain('STATUS:CANCELLED');
    expect(sequenceOf(cancelled.html)).toBeGreaterThan(sequenceOf(calendar.html));
    const former = await volunteer.get(`/spot/requests/${id}/calendar.ics`);
    expect(former.html).toContain('STATUS:CANCELLED');
    expect(former.html).toContain(`UID:${id}@otonari`);
    expect(former.html).not.toMatch(/LOCATION|URL|VALARM|The test is over/);
    const stranger = house.as(actorOf({ id: one.volunteer(1) }, ['volunteer']));
    expect((await stranger.get(`/spot/requests/${id}/calendar.ics`)).status).toBe(404);
  });

  test.each([
    ['phone', 'Before you talk by phone', 'who calls which number'],
    ['online', 'Before you meet online', 'who sends the link'],
  ] as const)('to help by %s speaks of no place to meet at', async (kind, title, words) => {
    const { story: one, times } = story();
    const nowhere = { kind, municipalityCode: null, town: null, placeName: null, exactAddress: null };
    const id = await one.acceptedByFirst({ ...times, place: nowhere, neededTasks: ['speak'] });
    expect((await web.get(`/spot/requests/${id}`)).text).not.toContain('when and where');
    await web.post(`/spot/requests/${id}/confirmation`, { version: await versionOf(id) });
    const { text } = await web.get(`/spot/requests/${id}`);
    expect(text).toContain(title);
    expect(text).toContain(words);
    expect(text).not.toMatch(/where exactly|You meet/);
  });

  test('from a page that is out of date is looked at again', async () => {
    const { story: one, times } = story();
    const id = await one.acceptedByFirst(times);
    const answer = await web.post(`/spot/requests/${id}/confirmation`, { version: '0' });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('This has changed while you had it open.');
    expect(answer.text).toContain('Would you like おとなり0 to help you?');
    expect((await web.post(`/spot/requests/${id}/confirmation`, {})).status).toBe(422);
  });

  test('can be a no without a reason', async () => {
    const { story: one, times } = story();
    const id = await one.acceptedByFirst(times);
    const no = await web.post(`/spot/requests/${id}/rejection`, { version: await versionOf(id) });
    expect(no.location).toBe(`/spot/requests/${id}`);
    expect((await findRequest(house.db, id))?.state).toBe('open');
  });
});

describe('cancelling', () => {
  test('costs nothing in good time, and is done once', async () => {
    const { story: one, times } = story();
    const id = await one.confirmed(times);
    expect((await web.get(`/spot/requests/${id}`)).text).toContain('It costs nothing.');
    const done = await web.post(`/spot/requests/${id}/cancellation`, { reason: 'My son is ill.' });
    expect(done.flash).toBe('Canceled.');
    const again = await web.post(`/spot/requests/${id}/cancellation`, { reason: '' });
    expect(again.status).toBe(422);
    expect(again.text).toContain('This request was canceled.');
  });

  test('says so when it is late', async () => {
    const { story: one, times } = story();
    const id = await one.confirmed(times);
    const [start = MONDAY_TEN] = times.possibleTimes;
    house.clock.set(start.subtract({ hours: 2 }));
    const { text } = await web.get(`/spot/requests/${id}`);
    expect(text).toContain('It is after 17:00 on the day before.');
  });

  test('with a reason that is too long keeps what was typed, opened', async () => {
    const { story: one, times } = story();
    const id = await one.submitted(times);
    const answer = await web.post(`/spot/requests/${id}/cancellation`, { reason: 'x'.repeat(501) });
    expect(answer.refusals['reason']).toContain('at most 500 characters');
    expect(answer.html).toMatch(/<details class="confirm" id="act-cancellation" open/);
    expect(answer.text).toContain('x'.repeat(501));
  });
});

describe('when nobody comes', () => {
  test('the coordinators are told, a quarter of an hour after the start and with a word', async () => {
    const { story: one, times } = story();
    const id = await one.confirmed(times);
    const [start = MONDAY_TEN] = times.possibleTimes;
    expect((await web.get(`/spot/requests/${id}`)).html).not.toContain('/absence');
    house.clock.set(start.add({ minutes: 5 }));
    expect((await web.get(`/spot/requests/${id}`)).html).toContain('/absence');
    house.clock.set(times.possibleTimes[0]?.add({ hours: 96 }) ?? MONDAY_TEN);
    const daysLater = await web.get(`/spot/requests/${id}`);
    expect(daysLater.text).toContain('Did you meet?');
    expect(daysLater.text).not.toContain('Agreed What is next');
    expect(daysLater.text).not.toContain('Cancel this request');
    expect(daysLater.html).toContain('/absence');
    expect((await web.get('/spot/requests')).text).toContain('Please tell us whether it took place.');
    expect(daysLater.text).not.toContain('Put it in my calendar');
    house.clock.set(times.possibleTimes[0] ?? MONDAY_TEN);
    const path = `/spot/requests/${id}/absence`;
    expect((await web.post(path, { absenceWords: 'Nobody' })).text).toContain('at least 15 minutes');
    house.clock.set(start.add({ minutes: 20 }));
    expect((await web.post(path, { absenceWords: '' })).refusals['absenceWords']).toContain('in a few words');
    const told = await web.post(path, { absenceWords: 'Nobody was there.' });
    expect(told.flash).toBe('The coordinators know and will contact you.');
    expect((await findRequest(house.db, id))?.state).toBe('no_show');
  });
});

describe('when nobody has said how it went', () => {
  test('the resident can say that they met, once it should be over, and then how it was', async () => {
    const { story: one, times } = story();
    const id = await one.confirmed(times);
    const end = times.possibleTimes[0]?.add({ minutes: 120 }) ?? MONDAY_TEN;
    const path = `/spot/requests/${id}/meeting`;
    house.clock.set(end.add({ minutes: 30 }));
    expect((await web.post(path)).text).toContain('The visit is not over yet.');
    house.clock.set(end.add({ hours: 96 }));
    expect((await web.post(path)).flash).toBe('Thank you. How was it?');
    const told = await web.get(`/spot/requests/${id}`);
    expect(told.html).toContain(`/spot/requests/${id}/feedback"`);
    expect(told.text).toContain('It took place, you said');
    const assignment = await findAssignment(house.db, id);
    const { checkedInAt, checkedOutAt } = await findVisitRecord(house.db, assignment?.id ?? '');
    expect([checkedInAt, checkedOutAt]).toEqual([assignment?.startsAt, end]);
    expect((await findRequest(house.db, id))?.state).toBe('visited');
  });

  test('who was said to have begun can say no as well as yes', async () => {
    const { story: one, times } = story();
    const id = await one.confirmed(times);
    const [start = MONDAY_TEN] = times.possibleTimes;
    house.clock.set(start.add({ hours: 96 }));
    expect((await web.get(`/spot/requests/${id}`)).text).not.toContain('No, we did not meet');
    one.now = start;
    accepted(await one.act((tx) => checkIn(tx, one.on(id, 'assigned_volunteer', one.first))));
    const asked = await web.get(`/spot/requests/${id}`);
    expect(asked.text).toMatch(/Yes, we met.*The volunteer told us that you met: .*No, we did not meet/);
    expect(asked.html).toContain(`/spot/requests/${id}/conversation#concern`);
  });

  test('it is closed in the end, and they read why', async () => {
    const { story: one, times } = story();
    const id = await one.confirmed(times);
    const now = (times.possibleTimes[0] ?? MONDAY_TEN).add({ hours: 24 * 15 });
    await lapseUnsettled(house.db, now);
    const text = (await web.get(`/spot/requests/${id}`)).text;
    expect(text).toContain('Nobody told us whether it took place');
    expect(text).toContain('Closed: nobody said whether it took place');
    expect((await web.get(`/spot/requests/${id}/calendar.ics`)).status).toBe(404);
  });
});

describe('after the visit', () => {
  test('the resident says how it was, once, and reads what the volunteer learned', async () => {
    const one = new Story(place);
    house.clock.set(TUESDAY_NINE);
    const id = await one.visited();
    house.clock.set(one.now);
    const path = `/spot/requests/${id}/feedback`;
    expect((await web.get(`/spot/requests/${id}`)).text).toContain('How was it?');
    const none = await web.post(path, { thanksWords: 'Thank you so much' });
    expect(none.refusals['solution']).toContain('one of the three');
    expect(none.text).toContain('Thank you so much');
    const fields = { solution: 'solved', thanksWords: 'Thank you', isUnsafe: 'on', unsafeWords: 'Money' };
    expect((await web.post(path, fields)).flash).toBe('Thank you. It has reached the coordinators.');
    const told = await web.get(`/spot/requests/${id}`);
    expect(told.text).toMatch(/A coordinator will call or write to you by Tue, Dec 8, 2026/);
    expect(told.html).toContain('href="tel:110"');
    expect(told.text).not.toContain('Please tell us how it was');
    expect((await web.get('/spot/requests')).text).toContain('You have told us that something worried you.');
    expect((await web.post(path, fields)).text).toContain('You have already told us how it was.');
    const report = { doneWords: '書類', spentMinutes: 90, learnedWords: 'ネパールのお茶' };
    const on = one.on(id, 'assigned_volunteer', one.first);
    accepted(await one.act((tx) => reportVisit(tx, { ...on, report })));
    const { text } = await web.get(`/spot/requests/${id}`);
    expect(text).toContain('ネパールのお茶');
    expect(text).toContain('something worried you');
  });

  test('the page says when the visit was, also when that was told the day after', async () => {
    const { story: one, times } = story();
    const id = await one.confirmed(times);
    const [start = MONDAY_TEN] = times.possibleTimes;
    one.now = start.add({ hours: 20 });
    const told = (time: string) => ({
      ...one.on(id, 'assigned_volunteer', one.first),
      at: Temporal.PlainTime.from(time),
    });
    accepted(await one.act((tx) => checkIn(tx, told('10:05'))));
    accepted(await one.act((tx) => checkOut(tx, told('11:45'))));
    house.clock.set(one.now);
    const { text } = await web.get(`/spot/requests/${id}`);
    expect(text).toMatch(/It began .{0,40}10:05|10:05.{0,10} It began/);
    expect(text).toMatch(/It ended .{0,40}11:45|11:45.{0,10} It ended/);
  });

  test('a worry without a word is taken as one, and how to say more stands beside it', async () => {
    const { story: one, times } = story();
    const id = await one.visited(times);
    house.clock.set(one.now);
    const answer = { solution: 'partly', isUnsafe: 'on', unsafeWords: '' };
    expect((await web.post(`/spot/requests/${id}/feedback`, answer)).status).toBe(303);
    const { text, html } = await web.get(`/spot/requests/${id}`);
    expect(text).not.toMatch(/you wrote may be urgent|nothing more for you to do/);
    expect(text).toContain('You have not written what happened, and you need not.');
    expect(html.split(`/spot/requests/${id}/conversation#concern"`)).toHaveLength(3);
    expect((await web.get('/spot/requests')).text).toContain('A coordinator will contact you.');
  });

  test('what was written is forgotten in time, and the page says so', async () => {
    const { story: one, times } = story();
    const id = await one.submitted({ ...times, ownWords: 'A very private matter' });
    accepted(await one.act((tx) => cancelRequest(tx, { ...one.on(id, 'requester'), reason: 'private' })));
    const later = TUESDAY_NINE.add({ hours: 24 * 120 });
    await forget(house.db, [personalData], later);
    house.clock.set(later);
    const { status, text } = await web.get(`/spot/requests/${id}`);
    expect(status).toBe(200);
    expect(text).toContain('what you wrote has been deleted');
    expect(text).not.toContain('A very private matter');
    expect((await web.get('/spot/requests')).text).not.toContain('A very private matter');
  });
});

describe('correcting and asking again', () => {
  test('a request that is being read comes back as a draft with all its answers, and is not asked any more', async () => {
    const { story: one, times } = story();
    const id = await one.submitted({ ...times, goodToKnow: 'A stroller' });
    const page = await web.get(`/spot/requests/${id}`);
    expect(page.text).toContain('To do');
    expect(page.text).toContain('Help me talk with people');
    expect(page.html).toContain(`/spot/requests/${id}/conversation`);
    const back = await web.post(`/spot/requests/${id}/taking-back`);
    expect(back.location).toBe('/spot/requests/new');
    expect((await findRequest(house.db, id))?.state).toBe('cancelled');
    const summary = await web.get('/spot/requests/summary');
    for (const words of ['Check your answers', sampleForm().ownWords, 'A stroller', '吾妻橋1-23-20'])
      expect(summary.text).toContain(words);
    await web.post('/spot/drafts/removal');
    expect((await web.get(`/spot/requests/${id}`)).html).toContain(`/spot/requests/${id}/copy`);
    const again = await web.post(`/spot/requests/${id}/copy`);
    expect(again.location).toBe('/spot/requests/new');
    await web.post('/spot/drafts/removal');
  });

  test('what was begun and not sent is never written over: it is sent or thrown away first', async () => {
    const { story: one, times } = story();
    const id = await one.submitted(times);
    await web.post('/spot/requests/summary', { ownWords: 'Something else', intent: 'keep' });
    expect((await web.get(`/spot/requests/${id}`)).html).not.toContain('taking-back');
    const back = await web.post(`/spot/requests/${id}/taking-back`);
    expect(back.status).toBe(422);
    expect(back.text).toContain('Send it or throw it away before you begin another.');
    expect((await findRequest(house.db, id))?.state).toBe('submitted');
    await web.post(`/spot/requests/${id}/cancellation`, { reason: '' });
    const page = await web.get(`/spot/requests/${id}`);
    expect(page.html).not.toContain('/copy');
    expect(page.html).toContain('/spot/drafts/removal');
    expect((await web.post(`/spot/requests/${id}/copy`)).status).toBe(422);
    expect((await findDraft(house.db, place.residentId))?.fields['ownWords']).toEqual(['Something else']);
    await web.post('/spot/drafts/removal');
  });

  test('one whose page was open while a volunteer said yes stays promised', async () => {
    const { story: one, times } = story();
    const id = await one.confirmed(times);
    const late = await web.post(`/spot/requests/${id}/taking-back`);
    expect(late.status).toBe(422);
    expect(late.text).toContain('This request has already moved on.');
    expect((await findRequest(house.db, id))?.state).toBe('confirmed');
    expect(late.html).toContain(`/spot/requests/${id}/cancellation`);
  });

  test('one that volunteers have been asked about is neither offered nor let to be corrected', async () => {
    const { story: one, times } = story();
    const id = await one.asked(times);
    expect((await web.get(`/spot/requests/${id}`)).html).not.toContain('taking-back');
    const late = await web.post(`/spot/requests/${id}/taking-back`);
    expect(late.text).toContain('This request has already moved on.');
    expect((await findRequest(house.db, id))?.state).toBe('open');
    const stranger = house.as(actorOf({ id: one.first }));
    for (const act of ['taking-back', 'copy'])
      expect((await stranger.post(`/spot/requests/${id}/${act}`)).status).toBe(404);
  });
});

describe('the list', () => {
  test('shows first what happens next, and every time that was asked for', async () => {
    const { story: one, times } = story();
    const soon = await one.acceptedByFirst(times);
    await web.post(`/spot/requests/${soon}/confirmation`, { version: await versionOf(soon) });
    const { story: two, times: later } = story();
    const newest = await two.submitted({
      possibleTimes: [...later.possibleTimes, MONDAY_TEN.add({ hours: 337 })],
    });
    const [start] = times.possibleTimes;
    house.clock.set((start ?? MONDAY_TEN).subtract({ hours: 2 }));
    const { html } = await web.get('/spot/requests');
    expect(html.indexOf(soon)).toBeLessThan(html.indexOf(newest));
    expect(html).toMatch(/Asked for:(<div>(<bdi>)?[^<]+(<\/bdi>)?<\/div>){2}/);
  });
});
