import { describe, expect, test } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { accepted, makeNeighborhood, makeNextNeighborhood, Story } from '../../../test/support/spot.ts';
import { MONDAY_TEN } from '../../../test/support/spot-samples.ts';
import { formsModule } from '../../kits/forms/index.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { forget } from '../../platform/rights/forget.ts';
import { assessConcern, closeConcern, raiseConcern } from '../trust/index.ts';
import {
  checkIn,
  checkOut,
  closeRequest,
  findAssignment,
  findDraft,
  findRequest,
  findVisitRecord,
  listHistory,
  reportVisit,
  saveDraft,
} from './index.ts';
import {
  askWhetherMet,
  closeLeftOpen,
  lapseUnsettled,
  leaveLateRequestsUnfilled,
  letPhotosGo,
  tellOfOverdueVisits,
} from './jobs.ts';
import { personalData } from './personal-data.ts';

const { db } = await testDatabase();
const { personalData: ofDrafts = {} } = formsModule;
const place = await makeNeighborhood(db);

async function countEvents(type: string): Promise<number> {
  const events = await db.selectFrom('platform.events').select('id').where('type', '=', type).execute();
  return events.length;
}

describe('by itself, the program', () => {
  test('hands requests that nobody answered to a coordinator, two days before', async () => {
    const story = new Story(place);
    const id = await story.asked();
    expect(await leaveLateRequestsUnfilled(db, MONDAY_TEN.subtract({ hours: 49 }))).toBe(0);
    expect(await leaveLateRequestsUnfilled(db, MONDAY_TEN.subtract({ hours: 48 }))).toBe(1);
    expect(await leaveLateRequestsUnfilled(db, MONDAY_TEN.subtract({ hours: 47 }))).toBe(0);
    expect((await findRequest(db, id))?.state).toBe('unfilled');
    expect((await listHistory(db, id)).at(-1)?.byParty).toBe('program');
  });

  test('tells of a visit that doesn’t end, half an hour after it should, once', async () => {
    const story = new Story(place);
    const id = await story.inProgress();
    const end = MONDAY_TEN.add({ minutes: 120 });
    expect(await tellOfOverdueVisits(db, end.add({ minutes: 29 }))).toBe(0);
    expect(await tellOfOverdueVisits(db, end.add({ minutes: 30 }))).toBe(1);
    expect(await tellOfOverdueVisits(db, end.add({ minutes: 35 }))).toBe(0);
    expect(await countEvents('spot.visit.overdue')).toBe(1);
    expect((await findRequest(db, id))?.state).toBe('in_progress');
  });

  test('lets photos go that neither a request nor a draft names, a week after they were brought', async () => {
    const story = new Story(place);
    const bring = async () => {
      const { id } = await db
        .insertInto('platform.files')
        .values({
          owner_id: place.residentId,
          kind: 'spot.photo',
          media_type: 'image/webp',
          byte_count: 3,
          sha256: 'x',
          created_at: story.now,
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      return id;
    };
    const [sent, drafted, alone, abandoned] = [await bring(), await bring(), await bring(), await bring()];
    await story.submitted({ photoIds: [sent] });
    const week = story.now.add({ hours: 24 * 7 });
    const keep = (photoIds: string | string[], now: Temporal.Instant) =>
      inTransaction(db, (tx) => saveDraft(tx, { personId: place.residentId, fields: { photoIds }, now }));
    const going = async (now: Temporal.Instant) => {
      await forget(db, [personalData, ofDrafts], now);
      await letPhotosGo(db, now);
      const rows = await db
        .selectFrom('platform.files')
        .select('id')
        .where('delete_after', 'is not', null)
        .execute();
      return rows.map(({ id }) => id).sort();
    };
    await keep([drafted, alone], week);
    expect(await going(week)).toEqual([]);
    expect(await going(week.add({ seconds: 1 }))).toEqual([abandoned]);
    // A stale window has sent it along once more: that this draft ends takes nothing from the request.
    await keep([drafted, sent], week);
    expect(await going(week.add({ seconds: 2 }))).toEqual([abandoned, alone].sort());
    expect(await going(week.add({ hours: 24 * 31 }))).toEqual([abandoned, alone, drafted].sort());
  });

  test('forgets texts ninety days after the end, and keeps the figures', async () => {
    const story = new Story(place);
    const times = { possibleTimes: [MONDAY_TEN.add({ hours: 24 })] };
    const id = await story.confirmed({ ...times, goodToKnow: 'I have a baby.' });
    const on = (party: 'coordinator' | 'assigned_volunteer') =>
      story.on(id, party, party === 'coordinator' ? null : story.first);
    story.now = MONDAY_TEN.add({ hours: 24 });
    accepted(await story.act((tx) => checkIn(tx, on('assigned_volunteer'))));
    accepted(await story.act((tx) => checkOut(tx, on('assigned_volunteer'))));
    const report = { doneWords: '一緒に行きました。', spentMinutes: 90, learnedWords: null };
    accepted(await story.act((tx) => reportVisit(tx, { ...on('assigned_volunteer'), report })));
    accepted(await story.act((tx) => closeRequest(tx, on('coordinator'))));
    const draft = { personId: story.first, fields: { ownWords: 'x' }, now: story.now };
    await db.transaction().execute((tx) => saveDraft(tx, draft));
    await forget(db, [personalData, ofDrafts], story.now.add({ hours: 24 * 89 }));
    expect((await findRequest(db, id))?.goodToKnow).toBe('I have a baby.');
    expect(await findDraft(db, story.first)).toBeNull();
    expect(await forget(db, [personalData, ofDrafts], story.now.add({ hours: 24 * 91 }))).toBeGreaterThan(0);
    expect(await forget(db, [personalData, ofDrafts], story.now.add({ hours: 24 * 91 }))).toBe(0);
    const request = await findRequest(db, id);
    expect([
      request?.ownWords,
      request?.goodToKnow,
      request?.place.hasExactAddress,
      request?.category,
    ]).toEqual(['', null, false, 'admin']);
    const assignment = await findAssignment(db, id);
    const record = await findVisitRecord(db, assignment?.id ?? '');
    expect(record.report).toEqual({ doneWords: '', spentMinutes: 90, learnedWords: null });
  });

  test('closes a visit that nobody has closed for a month, but not over an open concern', async () => {
    const street = await makeNextNeighborhood(db, 3);
    const story = new Story(street);
    const id = await story.visited();
    const since = (await findRequest(db, id))?.stateSince ?? story.now;
    const [almost, later] = [since.add({ hours: 30 * 24 }), since.add({ hours: 30 * 24 + 1 })];
    expect(await closeLeftOpen(db, almost)).toBe(0);
    const about = { program: 'spot', objectKind: 'spot.request', objectId: id, about: null };
    const told = { words: 'Something felt wrong.', by: street.residentId, now: story.now };
    const concernId = await inTransaction(db, (tx) => raiseConcern(tx, { ...about, ...told }));
    expect(await closeLeftOpen(db, later)).toBe(0);
    const step = { concernId, words: 'Talked with both; a misunderstanding.', by: street.coordinatorId };
    await inTransaction(db, (tx) => assessConcern(tx, { ...step, now: story.now }));
    await inTransaction(db, (tx) => closeConcern(tx, { ...step, now: story.now }));
    expect(await closeLeftOpen(db, later)).toBe(1);
    expect((await findRequest(db, id))?.state).toBe('closed');
  });

  test('asks both two days after its end whether they met, once', async () => {
    const street = await makeNextNeighborhood(db, 3);
    const id = await new Story(street).confirmed();
    const end = MONDAY_TEN.add({ minutes: 120 });
    // The visit of the first story, in progress, is asked about as well.
    expect(await askWhetherMet(db, end.add({ minutes: 48 * 60 - 1 }))).toBe(0);
    expect(await askWhetherMet(db, end.add({ hours: 48 }))).toBe(2);
    expect(await askWhetherMet(db, end.add({ hours: 49 }))).toBe(0);
    expect(await countEvents('spot.visit.unsettled')).toBe(2);
    expect((await findRequest(db, id))?.state).toBe('confirmed');
  });

  test('closes a visit of which nobody says whether it took place: then its words have a date', async () => {
    const street = await makeNextNeighborhood(db, 3);
    const [began, silent, worrying, agreed] = [
      await new Story(street).inProgress(),
      await new Story(await makeNextNeighborhood(db, 3)).confirmed(),
      await new Story(await makeNextNeighborhood(db, 3)).confirmed(),
      await new Story(await makeNextNeighborhood(db, 3)).acceptedByFirst(),
    ];
    const about = { program: 'spot', objectKind: 'spot.request', objectId: worrying, about: null };
    const told = { words: 'Where are they?', by: street.residentId, now: MONDAY_TEN };
    await inTransaction(db, (tx) => raiseConcern(tx, { ...about, ...told }));
    const limit = MONDAY_TEN.add({ minutes: 120 }).add({ hours: 24 * 14 });
    const stateOf = async (id: string) => (await findRequest(db, id))?.state;
    await lapseUnsettled(db, limit);
    expect(await stateOf(silent)).toBe('confirmed');
    await lapseUnsettled(db, limit.add({ seconds: 1 }));
    expect(await Promise.all([began, silent, worrying, agreed].map(stateOf))).toEqual([
      'closed',
      'closed',
      'confirmed',
      'closed',
    ]);
    expect((await listHistory(db, silent)).at(-1)).toMatchObject({ act: 'lapse', byParty: 'program' });
    const whyOf = (id: string) =>
      db
        .selectFrom('spot.assignments')
        .select('ended_because')
        .where('request_id', '=', id)
        .executeTakeFirst();
    expect([await whyOf(began), await whyOf(silent)]).toEqual([
      { ended_because: 'fulfilled' },
      { ended_because: 'unknown' },
    ]);
    const wordsAfter = async (days: number) => {
      await forget(db, [personalData, ofDrafts], limit.add({ hours: 24 * days }));
      return (await findRequest(db, silent))?.ownWords;
    };
    expect(await wordsAfter(89)).not.toBe('');
    expect(await wordsAfter(91)).toBe('');
  });
});
