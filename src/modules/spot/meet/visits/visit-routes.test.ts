import { describe, expect, it } from 'vitest';
import { actorOf, testHouse, type Visitor } from '../../../../../test/support/house.ts';
import { accepted, closeConcernsAbout, makeNeighborhood, Story } from '../../../../../test/support/spot.ts';
import { MONDAY_TEN } from '../../../../../test/support/spot-samples.ts';
import { LOCALES, type Locale } from '../../../../platform/languages/locales.ts';
import { spotRefusals } from '../../desk/words.ts';
import { cancelRequest, closeRequest, findRequest, findVisitRecord, giveFeedback } from '../../index.ts';
import { findAssignment } from '../../store/assignments.ts';
import { volunteerRoutes } from '../volunteer-routes.tsx';

const house = await testHouse([{ name: 'spot', messages: spotRefusals, routes: volunteerRoutes }]);
const place = await makeNeighborhood(house.db, 3);

function begin(): { story: Story; first: Visitor } {
  const story = new Story(place);
  house.clock.set(story.now);
  return { story, first: visitor(story.first) };
}
const visitor = (id: string, locale: Locale = 'en') => house.as(actorOf({ id }, ['volunteer']), locale);
const stateOf = async (id: string) => (await findRequest(house.db, id))?.state;

async function settle(story: Story, id: string): Promise<void> {
  await closeConcernsAbout(story, id);
  const on = { ...story.on(id, 'coordinator'), reason: 'The test is over.' };
  const cancelled = await story.act((tx) => cancelRequest(tx, on));
  if (!cancelled.ok) accepted(await story.act((tx) => closeRequest(tx, on)));
}

const REPORT = { doneWords: '区役所で書類を書きました。', spentMinutes: '110', learnedWords: '' };

describe('a visit for its volunteer', () => {
  it('shows no name, place or address before both have agreed', async () => {
    const { story, first } = begin();
    const id = await story.acceptedByFirst({ category: 'medical', goodToKnow: 'I am diabetic.' });
    const page = await first.get(`/spot/visits/${id}`);
    expect(page.text).toContain('Waiting for their yes');
    for (const hidden of ['Sita', '1-23-20', '墨田区役所', 'diabetic', 'ward office']) {
      expect(page.html).not.toContain(hidden);
    }
    await settle(story, id);
  });

  it.each(LOCALES)(
    'shows whom they meet where, and what to leave to others, once it is agreed, in %s',
    async (locale) => {
      const { story } = begin();
      const id = await story.confirmed({ goodToKnow: 'I bring a stroller.' });
      const page = await visitor(story.first, locale).get(`/spot/visits/${id}`);
      for (const shown of ['Sita', '吾妻橋1-23-20', '墨田区役所', 'I bring a stroller.', '119']) {
        expect(page.text).toContain(shown);
      }
      expect(page.html).toContain(`/spot/requests/${id}/conversation"`);
      expect(page.html).toContain(`/spot/requests/${id}/calendar.ics"`);
      expect(page.html).toContain('href="tel:0364523760"');
      expect(page.html).toMatch(/<p data-print-only[^>]*>.{0,200}03-6452-3760/s);
      expect(page.html).toContain(`/spot/requests/${id}/conversation#concern"`);
      const seen = await house.db
        .selectFrom('audit.entries')
        .select(['actor_id', 'outcome'])
        .where('subject_id', '=', place.residentId)
        .where('action', '=', 'spot.visit.viewed')
        .execute();
      expect(seen.at(-1)).toEqual({ actor_id: story.first, outcome: 'seen' });
      await settle(story, id);
    },
  );

  it.each([
    ['online', 'who sends the link'],
    ['phone', 'who calls which number'],
  ] as const)('tells how to meet %s, and of going nowhere', async (kind, words) => {
    const { story, first } = begin();
    const place = { kind, municipalityCode: null, town: null, placeName: null, exactAddress: null };
    const id = await story.confirmed({ place, neededTasks: ['speak'] });
    const page = await first.get(`/spot/visits/${id}`);
    expect(page.text).toContain(words);
    expect(page.text).toContain('Helping to talk, without going anywhere');
    expect(page.text).not.toContain('Going along');
    house.clock.set(MONDAY_TEN);
    expect((await first.get(`/spot/visits/${id}`)).text).toContain('Are you connected?');
    await settle(story, id);
  });

  it('is nobody else’s', async () => {
    const { story } = begin();
    const id = await story.confirmed();
    for (const other of [story.volunteer(1), place.residentId, place.coordinatorId]) {
      expect((await visitor(other).get(`/spot/visits/${id}`)).status).toBe(404);
      for (const act of ['check-in', 'check-out', 'report', 'withdrawal', 'absence']) {
        expect((await visitor(other).post(`/spot/visits/${id}/${act}`, REPORT)).status).toBe(404);
      }
    }
    expect(await stateOf(id)).toBe('confirmed');
    await settle(story, id);
  });

  it('goes from meeting to telling how it was, and the address is hidden again', async () => {
    const { story, first } = begin();
    const id = await story.confirmed();
    expect((await first.post(`/spot/visits/${id}/check-in`)).status).toBe(422);
    story.now = MONDAY_TEN;
    house.clock.set(MONDAY_TEN);
    expect((await first.get(`/spot/visits/${id}`)).text).toContain('Have you met?');
    expect((await first.post(`/spot/visits/${id}/check-in`)).location).toBe(`/spot/visits/${id}`);
    house.clock.set(MONDAY_TEN.add({ minutes: 115 }));
    expect((await first.post(`/spot/visits/${id}/check-out`)).status).toBe(303);
    const page = await first.get(`/spot/visits/${id}`);
    expect(page.html).toMatch(/name="spentMinutes"[^>]*value="115"/);
    expect(page.html).not.toContain('1-23-20');
    expect((await first.post(`/spot/visits/${id}/report`, REPORT)).status).toBe(303);
    const assignment = await findAssignment(house.db, id);
    const minutes = async () => (await findVisitRecord(house.db, assignment?.id ?? '')).report?.spentMinutes;
    expect(await minutes()).toBe(110);
    expect((await first.get(`/spot/visits/${id}`)).html).toMatch(/name="spentMinutes"[^>]*value="110"/);
    expect((await first.post(`/spot/visits/${id}/report`, { ...REPORT, spentMinutes: '90' })).status).toBe(
      303,
    );
    expect(await minutes()).toBe(90);
    await settle(story, id);
    expect((await first.get(`/spot/visits/${id}`)).html).not.toContain('/report"');
    expect((await first.post(`/spot/visits/${id}/report`, REPORT)).status).toBe(422);
    expect(await minutes()).toBe(90);
  });

  it('told late, asks when it was and takes the plan for it', async () => {
    const { story, first } = begin();
    const id = await story.confirmed();
    const path = `/spot/visits/${id}`;
    house.clock.set(MONDAY_TEN.add({ hours: 5 }));
    expect((await first.get(path)).html).toMatch(/name="metAt"[^>]*value="10:00"/);
    expect((await first.post(`${path}/check-in`)).refusals).toEqual({ metAt: 'Please say when you met.' });
    const ahead = await first.post(`${path}/check-in`, { metAt: '15:01' });
    expect(ahead.refusals).toEqual({ metAt: 'That time is still ahead.' });
    expect(ahead.html).toMatch(/name="metAt"[^>]*value="15:01"/);
    expect((await first.post(`${path}/check-in`, { metAt: '08:59' })).status).toBe(422);
    expect((await first.post(`${path}/check-in`, { metAt: '10:05' })).status).toBe(303);
    const overdue = await first.get(path);
    expect(overdue.html).toMatch(/name="endedAt"[^>]*value="12:00"/);
    expect(overdue.text).toContain('It should be over by now. Enter when it ended');
    for (const { text } of [overdue, await first.get('/spot/visits')]) {
      expect(text).toContain('Tell us how it was');
      expect(text).not.toContain('Under way');
    }
    expect((await first.post(`${path}/check-out`, { endedAt: '10:05' })).refusals).toEqual({
      endedAt: 'Please give a time after you met.',
    });
    expect((await first.post(`${path}/check-out`, { endedAt: '11:50' })).status).toBe(303);
    expect((await first.get(path)).html).toMatch(/name="spentMinutes"[^>]*value="105"/);
    await settle(story, id);
  });

  it('ended too early is taken back', async () => {
    const { story, first } = begin();
    const id = await story.inProgress();
    const path = `/spot/visits/${id}`;
    house.clock.set(MONDAY_TEN.add({ minutes: 2 }));
    expect((await first.get(path)).text).toContain('It is planned until 12:00. Is it over already?');
    await first.post(`${path}/check-out`);
    const over = await first.get(path);
    expect(over.text).toContain('It is not over yet');
    expect(over.html).toMatch(/name="spentMinutes"[^>]*value="120"/);
    expect((await first.post(`${path}/resumption`)).location).toBe(path);
    expect(await stateOf(id)).toBe('in_progress');
    const goesOn = await first.get(path);
    expect(goesOn.text).not.toContain('Tell us how it was');
    expect(goesOn.text).toContain('吾妻橋1-23-20');
    house.clock.set(MONDAY_TEN.add({ minutes: 125 }));
    expect((await first.get(path)).text).not.toContain('Is it over already?');
    await first.post(`${path}/check-out`);
    expect((await first.get(path)).html).toMatch(/name="spentMinutes"[^>]*value="125"/);
    house.clock.set(MONDAY_TEN.add({ minutes: 151 }));
    expect((await first.get(path)).text).not.toContain('It is not over yet');
    expect((await first.post(`${path}/resumption`)).status).toBe(422);
    await settle(story, id);
  });

  it('stays over once somebody has said how it was', async () => {
    const { story, first } = begin();
    const id = await story.inProgress();
    house.clock.set(MONDAY_TEN.add({ minutes: 2 }));
    await first.post(`/spot/visits/${id}/check-out`);
    await first.post(`/spot/visits/${id}/report`, REPORT);
    expect((await first.post(`/spot/visits/${id}/resumption`)).status).toBe(422);
    expect(await stateOf(id)).toBe('visited');
    await settle(story, id);
  });

  it('says on its own page what the list of visits says of it', async () => {
    const { story, first } = begin();
    const id = await story.visited();
    house.clock.set(story.now);
    const chips = async () => {
      const pages = [await first.get('/spot/visits'), await first.get(`/spot/visits/${id}`)];
      return pages.map(({ html }) => /class="chip".*?<span>(.*?)<\/span>/s.exec(html)?.[1]);
    };
    expect(await chips()).toEqual(['Tell us how it was', 'Tell us how it was']);
    await first.post(`/spot/visits/${id}/report`, REPORT);
    expect(await chips()).toEqual(['Done', 'Done']);
    await settle(story, id);
  });

  it('shows the other’s thanks, and never their worry', async () => {
    const { story, first } = begin();
    const id = await story.visited();
    house.clock.set(story.now);
    await first.post(`/spot/visits/${id}/report`, REPORT);
    const feedback = {
      solution: 'solved',
      thanksWords: 'Thank you!',
      isUnsafe: true,
      unsafeWords: 'He asked for money.',
    } as const;
    accepted(await story.act((tx) => giveFeedback(tx, { ...story.on(id, 'requester'), feedback })));
    const page = await first.get(`/spot/visits/${id}`);
    expect(page.html).not.toMatch(/asked for money|Thank you!/);
    await settle(story, id);
  });
});

describe('a report', () => {
  it.each([
    ['nothing done', { doneWords: ' ' }, 'doneWords'],
    ['words as minutes', { spentMinutes: 'two hours' }, 'spentMinutes'],
    ['no minute at all', { spentMinutes: '0' }, 'spentMinutes'],
    ['a whole day', { spentMinutes: '1440' }, 'spentMinutes'],
    ['ten thousand characters', { learnedWords: 'あ'.repeat(10_000) }, 'learnedWords'],
    ['a NUL', { doneWords: 'a\0b' }, 'doneWords'],
  ])('with %s is refused beside the field, and nothing typed is lost', async (_what, wrong, field) => {
    const { story, first } = begin();
    const id = await story.visited();
    house.clock.set(story.now);
    const answer = await first.post(`/spot/visits/${id}/report`, {
      ...REPORT,
      doneWords: '🙂 مرحبا ｶﾅ',
      ...wrong,
    });
    expect(answer.status).toBe(422);
    expect(answer.refusals[field]).toBeTruthy();
    if (field !== 'doneWords') expect(answer.html).toContain('🙂 مرحبا ｶﾅ');
    await settle(story, id);
  });
});

describe('stepping back', () => {
  it('opens the request again, and the visit is no longer theirs', async () => {
    const { story, first } = begin();
    const id = await story.confirmed();
    const answer = await first.post(`/spot/visits/${id}/withdrawal`, { withdrawalWords: 'I have a cold.' });
    expect(answer.location).toBe('/spot/visits');
    expect(await stateOf(id)).toBe('open');
    expect(await first.get(`/spot/visits/${id}`)).toMatchObject({ status: 303, location: '/spot/visits' });
    expect((await first.get('/spot/visits')).text).toContain('You did not meet, or it was canceled');
    await settle(story, id);
  });

  it('is over once the visit has begun', async () => {
    const { story, first } = begin();
    const id = await story.inProgress();
    house.clock.set(story.now);
    expect((await first.post(`/spot/visits/${id}/withdrawal`)).status).toBe(422);
    expect((await first.get(`/spot/visits/${id}`)).html).not.toContain('/withdrawal"');
    await settle(story, id);
  });
});

describe('waiting in vain', () => {
  it('can be said after a quarter of an hour, with words', async () => {
    const { story, first } = begin();
    const id = await story.confirmed();
    const fields = { absenceWords: 'I waited at the east exit.' };
    house.clock.set(MONDAY_TEN);
    expect((await first.post(`/spot/visits/${id}/absence`, fields)).status).toBe(422);
    house.clock.set(MONDAY_TEN.add({ minutes: 15 }));
    expect((await first.post(`/spot/visits/${id}/absence`, {})).refusals['absenceWords']).toBeTruthy();
    expect((await first.post(`/spot/visits/${id}/absence`, fields)).location).toBe('/spot/visits');
    expect(await stateOf(id)).toBe('no_show');
    await settle(story, id);
  });
});

describe('the list of visits', () => {
  it.each(LOCALES)('puts what is to be done first, without names, in %s', async (locale) => {
    const { story } = begin();
    const id = await story.confirmed();
    const page = await visitor(story.first, locale).get('/spot/visits');
    expect(page.html).toContain(`/spot/visits/${id}"`);
    expect(page.html).not.toContain('Sita');
    await settle(story, id);
  });

  it('says what comes next when it is empty', async () => {
    begin();
    expect((await visitor(place.residentId).get('/spot/visits')).text).toContain('No visit is planned yet');
  });
});
