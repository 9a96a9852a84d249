import { afterEach, describe, expect, test } from 'vitest';
import { testDatabase } from '../../../../../test/support/database.ts';
import { accepted, makeNeighborhood, Story } from '../../../../../test/support/spot.ts';
import { MONDAY_TEN } from '../../../../../test/support/spot-samples.ts';
import { walk } from '../../../../../test/support/walk.ts';
import { ask } from '../../../../platform/database/questions.ts';
import { countFigures, readFigure } from '../../../../platform/figures.ts';
import {
  askBack,
  askedVolunteer,
  assignedVolunteer,
  cancelRequest,
  closeRequest,
  deskOf,
  findOfferCard,
  listCurrentRequests,
  listEndedRequests,
  listPastVisits,
  listVisitsAhead,
  listVisitsOn,
  listVolunteerRecords,
  offersOfVolunteer,
  publicFigures,
  requester,
} from '../../index.ts';
import { DEFAULT_SETTINGS } from '../../settings.ts';
import { openByMunicipality } from './open-by-municipality.ts';

const { db } = await testDatabase();
const place = await makeNeighborhood(db, 3);

afterEach(endAll);

async function endAll(): Promise<void> {
  const story = new Story(place);
  const rows = await db
    .selectFrom('spot.support_requests')
    .select('id')
    .where('ended_at', 'is', null)
    .execute();
  for (const { id } of rows) {
    const on = { ...story.on(id, 'coordinator'), reason: 'The test is over.' };
    const cancelled = await story.act((tx) => cancelRequest(tx, on));
    if (!cancelled.ok) await story.act((tx) => closeRequest(tx, on));
  }
}

describe('a volunteer’s cards', () => {
  test('say what, where about and when, and no name, address or word about health', async () => {
    const story = new Story(place);
    const secret = { ownWords: 'My liver, Dr. Mori.', goodToKnow: 'I am diabetic.' };
    const id = await story.asked({ category: 'medical', ...secret });
    story.now = story.now.add({ minutes: 1 });
    const other = await story.asked({ category: 'paper', possibleTimes: [MONDAY_TEN.add({ hours: 24 })] });
    const cards = await ask(db, offersOfVolunteer(db, story.first, story.now));
    expect(cards.map(({ requestId, words }) => [requestId, words?.own ?? null])).toEqual([
      [id, null],
      [other, 'I need help with a form at the ward office.'],
    ]);
    const text = JSON.stringify(cards);
    for (const hidden of ['liver', 'diabetic', 'Sita', '1-23-20', '墨田区役所', place.residentId]) {
      expect(text).not.toContain(hidden);
    }
    const [card] = cards;
    expect([
      card?.municipalityCode,
      card?.language,
      card?.durationMinutes,
      String(card?.possibleTimes[0]),
    ]).toEqual(['13107', 'en', 120, MONDAY_TEN.toString()]);
    expect(
      await findOfferCard(db, { requestId: id, volunteerId: place.residentId, now: story.now }),
    ).toBeNull();
    await endAll();
    expect(await ask(db, offersOfVolunteer(db, story.first, story.now))).toEqual([]);
  });

  test('are thirty at the most', async () => {
    const story = new Story(place);
    const ids: string[] = [];
    for (let index = 0; index < 31; index++) ids.push(await story.asked());
    expect((await ask(db, offersOfVolunteer(db, story.first, story.now))).length).toBe(30);
  });
});

describe('the desk', () => {
  test('puts first what breaks first, each with the next act', async () => {
    const story = new Story(place);
    const later = MONDAY_TEN.add({ hours: 24 });
    const waiting = await story.asked({ possibleTimes: [later] });
    const fresh = await story.submitted({ possibleTimes: [later] });
    const sooner = await story.submitted();
    const unasked = await story.opened({ possibleTimes: [later.add({ hours: 24 })] });
    const asking = await story.submitted();
    accepted(await story.act((tx) => askBack(tx, story.on(asking, 'coordinator'))));
    const at = { readerId: null, now: story.now, settings: DEFAULT_SETTINGS };
    const { rows } = await ask(db, deskOf(at));
    expect(rows.map(({ requestId, next }) => [requestId, next.act])).toEqual([
      [sooner, 'look_through'],
      [fresh, 'look_through'],
      [unasked, 'ask_volunteers'],
      [asking, 'wait_for_requester'],
      [waiting, 'wait_for_volunteers'],
    ]);
    const rowOf = (id: string) => rows.find(({ requestId }) => requestId === id);
    expect(rowOf(waiting)?.unansweredCount).toBe(3);
    // Who waits for volunteers is not named there: neither name nor words are read.
    expect([rowOf(waiting)?.requester, rowOf(waiting)?.ownWords]).toEqual([null, null]);
    expect([rowOf(unasked)?.requester?.name, typeof rowOf(unasked)?.ownWords]).toEqual(['Sita', 'string']);
  });

  test('shows a visit only when it doesn’t end', async () => {
    const story = new Story(place);
    await story.inProgress();
    const actAt = async (minutes: number) => {
      const at = { readerId: null, now: MONDAY_TEN.add({ minutes }), settings: DEFAULT_SETTINGS };
      return (await ask(db, deskOf(at))).rows.map(({ next }) => next.act);
    };
    expect(await actAt(149)).toEqual([]);
    expect(await actAt(150)).toEqual(['ask_how_visit_is_going']);
  });
});

describe('lists', () => {
  test('show each their own', async () => {
    const story = new Story(place);
    const id = await story.confirmed();
    const day = MONDAY_TEN.toZonedDateTimeISO('Asia/Tokyo').toPlainDate();
    const own = (await listCurrentRequests(db, place.residentId)).find((one) => one.id === id);
    expect([own?.state, String(own?.startsAt)]).toEqual(['confirmed', MONDAY_TEN.toString()]);
    expect((await listVisitsOn(db, day)).map(({ requestId }) => requestId)).toEqual([id]);
    expect(await listVisitsOn(db, day.add({ days: 1 }))).toEqual([]);
    const visits = await listVisitsAhead(db, story.first);
    const visit = visits.find((one) => one.requestId === id);
    expect([visit?.hasReported, visit?.town]).toEqual([false, '吾妻橋一丁目']);
  });

  test('of what is behind somebody come in pages, each of it once and nothing of others', async () => {
    const story = new Story(place);
    for (let index = 0; index < 3; index++) {
      const id = await story.confirmed();
      await story.submitted();
      const on = { ...story.on(id, 'coordinator'), reason: 'They asked us to.' };
      accepted(await story.act((tx) => cancelRequest(tx, on)));
    }
    await endAll();
    const { rows: ended } = await listEndedRequests(db, place.residentId, { after: null, limit: 1000 });
    expect(ended.length).toBeGreaterThanOrEqual(6);
    expect(await walk((window) => listEndedRequests(db, place.residentId, window))).toEqual(ended);
    expect(await listCurrentRequests(db, place.residentId)).toEqual([]);
    const { rows: past } = await listPastVisits(db, story.first, { after: null, limit: 1000 });
    expect(past.length).toBeGreaterThanOrEqual(3);
    expect(await walk((window) => listPastVisits(db, story.first, window))).toEqual(past);
    const foreign = { after: past[0]?.assignmentId ?? '', limit: 5 };
    expect((await listPastVisits(db, story.volunteer(1), foreign)).rows).toEqual([]);
    expect(
      (await listEndedRequests(db, story.first, { ...foreign, after: ended[0]?.id ?? '' })).rows,
    ).toEqual([]);
  });

  test('count open requests by municipality and by language', async () => {
    const story = new Story(place);
    await story.submitted();
    await story.opened();
    await story.confirmed();
    expect(await ask(db, openByMunicipality())).toEqual([{ municipalityCode: '13107', openCount: 2 }]);
    const at = { readerId: null, now: story.now, settings: DEFAULT_SETTINGS };
    expect((await ask(db, deskOf(at))).waiting).toEqual([
      { language: 'en', count: 2 },
      { language: 'ne', count: 2 },
    ]);
  });

  test('remember what a volunteer has done', async () => {
    const story = new Story(place);
    await story.visited();
    const records = await listVolunteerRecords(db, [story.first, story.volunteer(1), place.residentId]);
    expect([records.get(story.first)?.visitsDone, records.get(story.first)?.practiced]).toEqual([
      1,
      ['admin'],
    ]);
    expect([records.get(story.volunteer(1))?.visitsDone, records.get(place.residentId)?.lastAskedAt]).toEqual(
      [0, null],
    );
  });

  test('are the same on the desk: promised, under way, and closed since, but none that fell through', async () => {
    const story = new Story(place);
    const cancelled = await story.confirmed();
    const on = { ...story.on(cancelled, 'coordinator'), reason: 'They asked us to.' };
    accepted(await story.act((tx) => cancelRequest(tx, on)));
    await story.submitted();
    const closed = await story.visited();
    accepted(await story.act((tx) => closeRequest(tx, story.on(closed, 'coordinator'))));
    const day = MONDAY_TEN.toZonedDateTimeISO('Asia/Tokyo').toPlainDate();
    const at = { readerId: null, now: story.now, settings: DEFAULT_SETTINGS };
    const desk = await ask(db, deskOf(at));
    expect(desk.visits.map(({ requestId }) => requestId)).toContain(closed);
    expect(desk.visits).toMatchObject(await listVisitsOn(db, day));
    expect(desk.visits.map(({ requestId }) => requestId)).not.toContain(cancelled);
    expect(desk.rows.map(({ requestId }) => requestId)).not.toContain(closed);
    const dayAfter = { ...at, now: story.now.add({ hours: 24 }) };
    expect((await ask(db, deskOf(dayAfter))).visits).toEqual([]);
  });
});

describe('ties', () => {
  test('hold for those concerned, while they last', async () => {
    const story = new Story(place);
    const id = await story.asked();
    const params = { id };
    const holdsFor = async (personId: string) =>
      [
        await requester.holds(db, personId, params),
        await askedVolunteer.holds(db, personId, params),
        await assignedVolunteer.holds(db, personId, params),
      ].map(Number);
    expect(await holdsFor(place.residentId)).toEqual([1, 0, 0]);
    expect(await holdsFor(story.first)).toEqual([0, 1, 0]);
    accepted(await story.accept(id, story.first));
    expect(await holdsFor(story.first)).toEqual([0, 0, 1]);
    expect(await holdsFor(story.volunteer(1))).toEqual([0, 0, 0]);
    await endAll();
    expect(await holdsFor(story.first)).toEqual([0, 0, 0]);
    expect(await holdsFor(place.coordinatorId)).toEqual([0, 0, 0]);
  });
});

describe('public figures', () => {
  test('hide what fewer than five requests make', async () => {
    const story = new Story(place);
    const before = await ask(db, publicFigures.asks(story.now));
    expect(before.byLanguage.every(({ answeredCount }) => answeredCount >= 5)).toBe(true);
    for (let index = 0; index < 5; index++) {
      story.now = MONDAY_TEN.subtract({ hours: 24 * 6 });
      const id = await story.asked({ ownWordsLocale: 'my', talkLanguages: ['en'] });
      story.now = story.now.add({ hours: index + 1 });
      if (index === 4) {
        const early = await ask(db, publicFigures.asks(story.now));
        expect(early.byLanguage.some(({ language }) => language === 'my')).toBe(false);
      }
      accepted(await story.accept(id, story.first));
      await endAll();
    }
    const figures = await ask(db, publicFigures.asks(story.now));
    expect(figures.byLanguage).toContainEqual({ language: 'my', answeredCount: 5, medianHoursToAnswer: 3 });
    expect(figures.answeredCount).toBeGreaterThanOrEqual(5);
    await countFigures(db, [publicFigures], story.now);
    expect(await readFigure(db, publicFigures, story.now)).toEqual(figures);
  });
});
