import { describe, expect, it } from 'vitest';
import { actorOf, testHouse, type Visitor } from '../../../../../test/support/house.ts';
import { accepted, makeNeighborhood, makeVolunteer, Story } from '../../../../../test/support/spot.ts';
import { MONDAY_TEN } from '../../../../../test/support/spot-samples.ts';
import { DECIDER } from '../../../../../test/support/volunteers.ts';
import { inTransaction } from '../../../../platform/database/transaction.ts';
import { formatsIn, yearOf } from '../../../../platform/languages/formats.tsx';
import { LOCALES, type Locale } from '../../../../platform/languages/locales.ts';
import { pauseVolunteer, trustModule } from '../../../trust/index.ts';
import { spotRefusals } from '../../desk/words.ts';
import {
  cancelRequest,
  findAssignment,
  findRequest,
  listOffersOfRequest,
  setJapaneseRendering,
} from '../../index.ts';
import { volunteerRoutes } from '../../meet/volunteer-routes.tsx';

const house = await testHouse([
  { name: 'spot', messages: spotRefusals, routes: volunteerRoutes },
  trustModule,
]);
const place = await makeNeighborhood(house.db, 3);
const story = new Story(place);

const visitor = (id: string, locale: Locale = 'en'): Visitor =>
  house.as(actorOf({ id }, ['volunteer']), locale);
const [first, rival] = [visitor(story.first), visitor(story.volunteer(1))];

async function offerOf(requestId: string, volunteerId: string): Promise<string> {
  const offers = await listOffersOfRequest(house.db, requestId);
  const offer = offers.find((one) => one.volunteerId === volunteerId);
  if (!offer) throw new Error('They were not asked.');
  return `/spot/offers/${offer.id}`;
}

async function settle(id: string): Promise<void> {
  const on = { ...story.on(id, 'coordinator'), reason: 'The test is over.' };
  accepted(await story.act((tx) => cancelRequest(tx, on)));
}

const yes = { startsAt: MONDAY_TEN.toString(), corrections: '0' };

describe('the requests put to a volunteer', () => {
  it.each(LOCALES)(
    'show words, time, town and language, and nothing that says who or where, in %s',
    async (locale) => {
      const id = await story.asked({ goodToKnow: 'I am diabetic.' });
      const page = await visitor(story.first, locale).get('/spot/offers');
      expect(page.text).toContain('I need help with a form at the ward office.');
      expect(page.text.replaceAll(' ', '')).toContain('吾妻橋一丁目');
      expect(page.text).toMatch(/10:00.{1,3}12:00|午前.*から.*午後/s);
      for (const hidden of ['Sita', '1-23-20', '墨田区役所', 'diabetic', place.residentId]) {
        expect(page.html).not.toContain(hidden);
      }
      await settle(id);
    },
  );

  it('say until when an answer is wanted: two days before the last possible time', async () => {
    const id = await story.asked();
    const { text } = await first.get('/spot/offers');
    const { possibleTimes } = (await findRequest(house.db, id)) ?? { possibleTimes: [] };
    const until = possibleTimes.at(-1)?.subtract({ hours: 48 });
    const said = until && formatsIn('en').plain.shortDayTime(until, yearOf(house.clock()));
    expect(text).toContain(`Answer by ${said}`);
    expect((await first.get(await offerOf(id, story.first))).text).toContain(`Answer by ${said}`);
    await settle(id);
  });

  it('stand in the order in which an answer is wanted', async () => {
    const late = await story.asked({ possibleTimes: [MONDAY_TEN.add({ hours: 96 })] });
    const soon = await story.asked({ possibleTimes: [MONDAY_TEN] });
    const { html } = await first.get('/spot/offers');
    const order = [...html.matchAll(/action="\/en\/spot\/offers\/([^/"]+)\/refusal"/g)].map(([, id]) => id);
    expect(order).toEqual([soon, late]);
    await settle(late);
    await settle(soon);
  });

  it('stand beside the Japanese with who wrote it', async () => {
    const id = await story.asked();
    const words = '区役所の書類を手伝ってほしいです。';
    accepted(await story.act((tx) => setJapaneseRendering(tx, { ...story.on(id, 'coordinator'), words })));
    const page = await first.get('/spot/offers');
    expect(page.text).toContain('In Japanese, by a coordinator 区役所の書類');
    await settle(id);
  });

  it('keep words about health back until both have agreed', async () => {
    const id = await story.asked({ category: 'medical', ownWords: 'My liver hurts.' });
    const path = `/spot/offers/${id}`;
    for (const shown of ['/spot/offers', path, await offerOf(id, story.first)]) {
      const page = await first.get(shown);
      expect(page.html).not.toContain('liver');
      expect(page.text).toContain('Details It may be about health or children');
      expect(page.text).not.toContain('In their own words');
    }
    const { location } = await first.post(`${path}/acceptance`, yes);
    expect(location).toBe(`/spot/visits/${id}`);
    await settle(id);
  });

  it('wait during a rest too, and say that nobody new asks', async () => {
    const id = await story.asked();
    const rest = { personId: story.first, untilOn: null, reason: '', by: DECIDER, now: house.clock() };
    accepted(await inTransaction(house.db, (tx) => pauseVolunteer(tx, rest)));
    expect((await first.get('/spot/offers')).text).toContain('You were asked the following before your rest');
    await settle(id);
    expect((await first.get('/spot/offers')).text).toContain(
      'You are resting We won’t send you new requests',
    );
    await first.post('/volunteering/resumption');
    expect((await first.get('/spot/offers')).text).not.toContain('You are resting');
  });

  it('say what comes next when there are none', async () => {
    expect((await first.get('/spot/offers')).text).toContain('We email you');
    const page = await visitor(place.residentId).get('/spot/offers');
    expect(page.text).toContain('See the next step');
    expect(page.html).toContain('/en/volunteering"');
  });

  it('are for somebody who has signed in', async () => {
    expect((await house.as().get('/spot/offers')).location).toContain('/sign-in');
  });
});

describe('a yes', () => {
  it('wins once; the rival is told kindly', async () => {
    const id = await story.asked();
    const [mine, theirs] = [await offerOf(id, story.first), await offerOf(id, story.volunteer(1))];
    const answer = await first.post(`${mine}/acceptance`, yes);
    expect(answer.location).toBe(`/spot/visits/${id}`);
    expect((await findAssignment(house.db, id))?.volunteerId).toBe(story.first);
    const late = await rival.post(`${theirs}/acceptance`, yes);
    expect(late.status).toBe(422);
    expect(late.text).toContain('Somebody else said yes a moment before you.');
    expect((await rival.get(theirs)).text).toContain('Somebody else said yes first');
    expect((await first.get(mine)).location).toBe(`/spot/visits/${id}`);
    await settle(id);
    expect((await first.get(mine)).text).toContain('Somebody else is taking care of this request now.');
  });

  it('sent twice is one yes', async () => {
    const id = await story.asked();
    const path = `${await offerOf(id, story.first)}/acceptance`;
    const fields = { ...yes, idempotency_key: crypto.randomUUID() };
    const answers = [await first.post(path, fields), await first.post(path, fields)];
    expect(answers.map(({ location }) => location)).toEqual([`/spot/visits/${id}`, `/spot/visits/${id}`]);
    await settle(id);
  });

  it('to a visit at the same time as another is refused in words', async () => {
    const [id, other] = [await story.asked(), await story.asked()];
    await first.post(`${await offerOf(id, story.first)}/acceptance`, yes);
    const second = await first.post(`${await offerOf(other, story.first)}/acceptance`, yes);
    expect(second.status).toBe(422);
    expect(second.text).toMatch(/another visit/);
    await settle(id);
    await settle(other);
  });

  it.each([
    ['nothing', {}],
    ['words', { startsAt: 'soon', corrections: '0' }],
    ['another time', { startsAt: '2026-12-08T01:00:00Z', corrections: '0' }],
    ['a request of which nobody says what they read', { startsAt: MONDAY_TEN.toString() }],
    ['a NUL', { startsAt: '2026-12-07T01:00:00Z\0', corrections: '0' }],
  ])('to %s is refused, and the card comes back', async (_what, fields) => {
    const id = await story.asked();
    const answer = await first.post(`${await offerOf(id, story.first)}/acceptance`, fields);
    expect(answer.status).toBe(422);
    expect(answer.html).toContain('role="alert"');
    expect(answer.text).toContain('Yes, I can');
    await settle(id);
  });

  it('offers a button for each possible time', async () => {
    const later = MONDAY_TEN.add({ hours: 24 });
    const id = await story.asked({ possibleTimes: [MONDAY_TEN, later] });
    const page = await first.get(await offerOf(id, story.first));
    expect(page.html.match(/name="startsAt"/g)).toHaveLength(2);
    await first.post(`${await offerOf(id, story.first)}/acceptance`, {
      startsAt: later.toString(),
      corrections: '0',
    });
    expect((await findAssignment(house.db, id))?.startsAt.toString()).toBe(later.toString());
    await settle(id);
  });
});

describe('a no', () => {
  it('needs no reason, and can be said twice', async () => {
    const id = await story.asked();
    const path = await offerOf(id, story.first);
    expect((await first.post(`${path}/refusal`)).location).toBe('/spot/offers');
    expect((await first.post(`${path}/refusal`)).location).toBe('/spot/offers');
    expect((await first.get(path)).text).toContain('You told us that you can’t this time.');
    expect((await first.post(`${path}/acceptance`, yes)).status).toBe(422);
    await settle(id);
  });

  it('is asked once more, as nobody is asked twice; a yes is one tap where it is read', async () => {
    const id = await story.asked();
    const path = `/spot/offers/${id}`;
    for (const shown of ['/spot/offers', path, await offerOf(id, story.first)]) {
      const { html } = await first.get(shown);
      const confirmation = html.match(/<details class="confirm".*?<\/details>/s)?.[0] ?? '';
      expect(confirmation).toContain(`${path}/refusal`);
      expect(confirmation).toContain('you are not asked about it again');
      expect(confirmation).not.toContain('/acceptance');
    }
    await settle(id);
  });

  it('cannot follow a yes', async () => {
    const id = await story.asked();
    const path = await offerOf(id, story.first);
    await first.post(`${path}/acceptance`, yes);
    expect((await first.post(`${path}/refusal`)).status).toBe(422);
    await settle(id);
  });
});

describe('an offer', () => {
  it('is there for its own volunteer only', async () => {
    const id = await story.asked();
    const path = await offerOf(id, story.first);
    const outsider = await inTransaction(house.db, (tx) => makeVolunteer(tx, { name: 'そと' }));
    for (const other of [story.volunteer(1), place.residentId, outsider, place.coordinatorId]) {
      expect((await visitor(other).get(path)).status).toBe(404);
      expect((await visitor(other).post(`${path}/acceptance`, yes)).status).toBe(404);
      expect((await visitor(other).post(`${path}/refusal`)).status).toBe(404);
    }
    expect((await first.get('/spot/offers/00000000-0000-4000-8000-000000000000')).status).toBe(404);
    expect((await first.get('/spot/offers/not-an-id')).status).toBe(404);
    await settle(id);
  });
});
