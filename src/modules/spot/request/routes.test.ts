import { describe, expect, test } from 'vitest';
import { testFiles } from '../../../../test/support/files.ts';
import { actorOf, testHouse } from '../../../../test/support/house.ts';
import { accepted, makeNeighborhood, Story } from '../../../../test/support/spot.ts';
import { MONDAY_TEN, TUESDAY_NINE } from '../../../../test/support/spot-samples.ts';
import { LOCALES } from '../../../platform/languages/locales.ts';
import { correctRequest } from '../ask/correct/correct-request.ts';
import { askBack, declineRequest, redirectRequest } from '../ask/let-through/let-through.ts';
import { cancelRequest } from '../close/cancel-request.ts';
import { spotModule } from '../module.ts';

const files = testFiles();
const house = await testHouse([spotModule({ files, publicUrl: 'http://localhost:4000' })]);
const place = await makeNeighborhood(house.db, 2);
const resident = actorOf({ id: place.residentId });
const volunteer = actorOf({ id: place.volunteerIds[0] ?? '' }, ['volunteer']);
const secondVolunteer = actorOf({ id: place.volunteerIds[1] ?? '' }, ['volunteer']);
const coordinator = actorOf({ id: place.coordinatorId }, ['coordinator']);
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

describe('my requests', () => {
  test('say what to do when there are none', async () => {
    const { text } = await house.as(volunteer).get('/spot/requests');
    expect(text).toContain('You have not asked for anything yet');
  });

  test('put those that wait for me first, and what has ended last', async () => {
    const { story: one, times } = story();
    const waiting = await one.submitted(times);
    const ended = await one.submitted({ ...times, category: 'housing' });
    accepted(await one.act((tx) => cancelRequest(tx, { ...one.on(ended, 'requester'), reason: '' })));
    const mine = await one.submitted({ ...times, category: 'paper' });
    accepted(await one.act((tx) => askBack(tx, one.on(mine, 'coordinator'))));
    const { html, text } = await web.get('/spot/requests');
    const order = [mine, waiting, ended].map((id) => html.indexOf(`/spot/requests/${id}`));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(text).toContain('Earlier requests');
  });
});

describe('a request', () => {
  test.each(LOCALES)('that is open says how long to wait, in %s', async (locale) => {
    const { story: one, times } = story();
    const id = await one.opened(times);
    const { status, html, text } = await house.as(resident, locale).get(`/spot/requests/${id}`);
    expect(status).toBe(200);
    expect(html.match(/<h1/g)).toHaveLength(1);
    if (locale === 'en') {
      expect(text).toContain('We can’t say yet how long it takes');
      expect(text).toMatch(/If nobody has said yes by .+, a coordinator will look for somebody/);
    }
  });

  test.each(LOCALES)(
    'that a coordinator put right says what it was, what it is and why, in %s',
    async (locale) => {
      const { story: one, times } = story();
      const id = await one.submitted(times);
      const corrected = {
        reason: 'The ward office is closed.',
        durationMinutes: 60,
        place: { kind: 'place', municipalityCode: '13113', town: '神南一丁目', placeName: null },
        talk: { talkLanguages: ['en'], isEasyJapaneseOk: true },
        possibleTimes: times.possibleTimes.map((time) => time.add({ hours: 1 })),
      } as const;
      accepted(await one.act((tx) => correctRequest(tx, { ...one.on(id, 'coordinator'), ...corrected })));
      const { text } = await house.as(resident, locale).get(`/spot/requests/${id}`);
      expect(text.split('The ward office is closed.')).toHaveLength(5);
      if (locale === 'en') expect(text).toMatch(/A coordinator changed “2 hours” to “1 hour”/);
    },
  );

  test('that was asked back leads to the question', async () => {
    const { story: one, times } = story();
    const id = await one.submitted(times);
    accepted(await one.act((tx) => askBack(tx, one.on(id, 'coordinator'))));
    const { html } = await web.get(`/spot/requests/${id}`);
    expect(html).toContain(`href="/en/spot/requests/${id}/conversation"`);
  });

  test('that was redirected or declined says where to go and why', async () => {
    const { story: one, times } = story();
    const elsewhere = await one.submitted(times);
    const on = one.on(elsewhere, 'coordinator');
    accepted(
      await one.act((tx) =>
        redirectRequest(tx, { ...on, target: 'helpline', words: 'Please call this line.' }),
      ),
    );
    const redirected = await web.get(`/spot/requests/${elsewhere}`);
    expect(redirected.text).toContain('Please call this line.');
    expect(redirected.html).toContain('href="/en/help-now"');
    const not = await one.submitted(times);
    accepted(await one.act((tx) => declineRequest(tx, { ...one.on(not, 'coordinator'), words: 'Too far.' })));
    expect((await web.get(`/spot/requests/${not}`)).text).toContain('Too far.');
  });

  test('is shown to others on pages of their own, or not at all', async () => {
    const { story: one, times } = story();
    const id = await one.asked(times);
    const path = `/spot/requests/${id}`;
    expect((await house.as(coordinator).get(path)).location).toBe(`/desk/requests/${id}`);
    expect((await house.as(volunteer).get(path)).location).toMatch(/^\/spot\/offers\/[0-9a-f-]{36}$/);
    accepted(await one.accept(id, one.first, times.possibleTimes[0]));
    expect((await house.as(volunteer).get(path)).location).toBe(`/spot/visits/${id}`);
    expect((await house.as(secondVolunteer).get(path)).status).toBe(404);
    expect((await house.as().get(path)).location).toContain('/sign-in');
    expect((await web.get(`/spot/requests/${crypto.randomUUID()}`)).status).toBe(404);
    expect((await web.get('/spot/requests/not-an-id')).status).toBe(404);
  });

  test.each(['confirmation', 'rejection', 'cancellation', 'absence', 'feedback'])(
    'of somebody else takes no %s',
    async (act) => {
      const { story: one, times } = story();
      const id = await one.submitted(times);
      const answer = await house.as(volunteer).post(`/spot/requests/${id}/${act}`, { version: '1' });
      expect(answer.status).toBe(404);
    },
  );
});
