import { describe, expect, test } from 'vitest';
import { testDatabase } from '../../../../test/support/database.ts';
import { accepted, makeNeighborhood, refusedAs, Story } from '../../../../test/support/spot.ts';
import { MONDAY_TEN, sampleForm, samplePlace, TUESDAY_NINE } from '../../../../test/support/spot-samples.ts';
import {
  correctRequest,
  discardDraft,
  findDraft,
  findRequest,
  listCorrections,
  saveDraft,
  setJapaneseRendering,
  submitRequest,
} from '../index.ts';

const { db } = await testDatabase();
const place = await makeNeighborhood(db);
const story = new Story(place);

describe('asking', () => {
  test('keeps the words as they were written, in any script', async () => {
    for (const ownWords of [
      'مرحبا، أحتاج مساعدة',
      'क्लिनिक जान मद्दत चाहियो 🙏',
      'ﾊﾝｶｸ ｶﾅ',
      '<b>"&\'\n two lines',
    ]) {
      const id = await story.submitted({ ownWords });
      expect((await findRequest(db, id))?.ownWords).toBe(ownWords);
    }
  });

  test('keeps a Japanese rendering apart, with who wrote it', async () => {
    const id = await story.submitted({ japaneseWords: '書類を手伝ってください。' });
    const japanese = (await findRequest(db, id))?.japanese;
    expect([japanese?.words, japanese?.origin, japanese?.by]).toEqual([
      '書類を手伝ってください。',
      'resident',
      place.residentId,
    ]);
    const on = { ...story.on(id, 'coordinator'), words: '区役所の書類の記入を手伝ってください。' };
    accepted(await story.act((tx) => setJapaneseRendering(tx, on)));
    const after = await findRequest(db, id);
    expect([after?.japanese?.origin, after?.ownWords]).toEqual(['coordinator', sampleForm().ownWords]);
    const stranger = { ...story.on(id, 'asked_volunteer', story.first), words: 'x' };
    expect(refusedAs(await story.act((tx) => setJapaneseRendering(tx, stranger)))).toBe(
      'this_is_not_yours_to_do',
    );
  });

  test('leaves out an address that isn’t needed', async () => {
    const id = await story.submitted({ place: samplePlace({ kind: 'online' }) });
    expect((await findRequest(db, id))?.place).toEqual({
      kind: 'online',
      municipalityCode: null,
      town: null,
      placeName: null,
      hasExactAddress: false,
    });
  });

  test('for somebody else is a coordinator’s to do, on the same day too', async () => {
    const form = sampleForm({ possibleTimes: [TUESDAY_NINE.add({ hours: 4 })] });
    const submission = { requesterId: place.residentId, form };
    const byResident = { ...submission, doer: story.as('requester') };
    expect(refusedAs(await story.act((tx) => submitRequest(tx, byResident)))).toBe('time_is_too_soon');
    const byNeighbor = { ...submission, doer: story.as('requester', story.first) };
    expect(refusedAs(await story.act((tx) => submitRequest(tx, byNeighbor)))).toBe('this_is_not_yours_to_do');
    const byCoordinator = { ...submission, doer: story.as('coordinator') };
    const { requestId } = accepted(await story.act((tx) => submitRequest(tx, byCoordinator)));
    const request = await findRequest(db, requestId);
    expect([request?.requesterId, request?.enteredBy]).toEqual([place.residentId, place.coordinatorId]);
  });

  test('with a photo of somebody else is refused', async () => {
    const { id } = await db
      .insertInto('platform.files')
      .values({
        owner_id: story.first,
        kind: 'letter',
        media_type: 'image/webp',
        byte_count: 1,
        sha256: 'x',
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const submission = {
      requesterId: place.residentId,
      form: sampleForm({ photoIds: [id] }),
      doer: story.as('requester'),
    };
    expect(refusedAs(await story.act((tx) => submitRequest(tx, submission)))).toBe('photo_is_gone');
  });
});

describe('a draft', () => {
  test('is kept as typed, thrown away, and done with once the request is sent', async () => {
    const personId = place.residentId;
    const draft = { personId, fields: { ownWords: 'half a sen', times: ['2026-12-07'] }, now: story.now };
    await db.transaction().execute((tx) => saveDraft(tx, draft));
    await db
      .transaction()
      .execute((tx) => saveDraft(tx, { ...draft, fields: { ownWords: 'half a sentence' } }));
    expect((await findDraft(db, personId))?.fields).toEqual({ ownWords: 'half a sentence' });
    await db.transaction().execute((tx) => discardDraft(tx, personId));
    expect(await findDraft(db, personId)).toBeNull();
    await db.transaction().execute((tx) => saveDraft(tx, draft));
    await story.submitted();
    expect(await findDraft(db, personId)).toBeNull();
  });
});

describe('a correction', () => {
  test('of kind and length stands beside what it was, with the reason', async () => {
    const id = await story.submitted();
    const on = { ...story.on(id, 'coordinator'), reason: 'The clinic visit takes longer.' };
    const fix = { ...on, category: 'medical' as const, durationMinutes: 240 };
    accepted(await story.act((tx) => correctRequest(tx, fix)));
    const request = await findRequest(db, id);
    expect([request?.category, request?.durationMinutes]).toEqual(['medical', 240]);
    const corrections = await listCorrections(db, id);
    expect(corrections.map(({ field, was, becomes, reason }) => [field, was, becomes, reason])).toEqual([
      ['category', 'admin', 'medical', on.reason],
      ['duration_minutes', '120', '240', on.reason],
    ]);
    expect(refusedAs(await story.act((tx) => correctRequest(tx, fix)))).toBe('nothing_was_changed');
    expect(refusedAs(await story.act((tx) => correctRequest(tx, { ...fix, reason: ' ' })))).toBe('say_why');
    expect(refusedAs(await story.act((tx) => correctRequest(tx, { ...on, durationMinutes: 601 })))).toBe(
      'visit_is_too_long',
    );
  });

  test('never makes two visits of the volunteer overlap', async () => {
    const first = await story.acceptedByFirst({ durationMinutes: 60 });
    const next = MONDAY_TEN.add({ minutes: 90 });
    const second = await story.asked({ possibleTimes: [next] });
    accepted(await story.accept(second, story.first, next));
    const on = { ...story.on(first, 'coordinator'), reason: 'It takes longer.' };
    expect(refusedAs(await story.act((tx) => correctRequest(tx, { ...on, durationMinutes: 120 })))).toBe(
      'volunteer_has_another_visit_then',
    );
    accepted(await story.act((tx) => correctRequest(tx, { ...on, durationMinutes: 90 })));
  });
});
