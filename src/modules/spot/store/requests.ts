import { randomUUID } from 'node:crypto';
import type { Selectable } from 'kysely';
import type { Database, Tx } from '../../../platform/database/connect.ts';
import type { SpotSupportRequests } from '../../../platform/database/generated.ts';
import type { LanguageTask, RequestForm, SupportRequest } from '../types.ts';
import { requestWords } from './request-words.ts';

type RequestRow = Selectable<SpotSupportRequests>;

/** @returns a request with its possible times in order, without the exact address; null when there is none */
export async function findRequest(db: Database, id: string): Promise<SupportRequest | null> {
  const row = await db
    .selectFrom('spot.support_requests')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? toRequest(db, row, await listPossibleTimes(db, id)) : null;
}

/** As `findRequest`, and nobody else changes the request until the transaction ends. Always the first lock. */
export async function lockRequest(tx: Tx, id: string): Promise<SupportRequest | null> {
  const row = await tx
    .selectFrom('spot.support_requests')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row ? toRequest(tx, row, await listPossibleTimes(tx, id)) : null;
}

/** Puts in a new request. @returns its id */
export async function insertRequest(
  tx: Tx,
  request: { form: RequestForm; requesterId: string; enteredBy: string | null; now: Temporal.Instant },
): Promise<string> {
  const { form, requesterId, now } = request;
  const id = randomUUID();
  await tx
    .insertInto('spot.support_requests')
    .values({
      id,
      requester_id: requesterId,
      entered_by: request.enteredBy,
      state_since: now,
      submitted_at: now,
      category: form.category,
      own_words: requestWords.own.seal(tx, id, form.ownWords),
      own_words_locale: form.ownWordsLocale,
      ...(form.japaneseWords !== null && {
        japanese_words: requestWords.japanese.seal(tx, id, form.japaneseWords),
        japanese_origin: request.enteredBy ? 'coordinator' : 'resident',
        japanese_by: request.enteredBy ?? requesterId,
        japanese_at: now,
      }),
      needed_tasks: [...form.neededTasks],
      talk_languages: [...form.talkLanguages],
      is_easy_japanese_ok: form.isEasyJapaneseOk,
      place_kind: form.place.kind,
      municipality_code: form.place.municipalityCode,
      town: form.place.town,
      place_name: requestWords.placeName.seal(tx, id, form.place.placeName),
      exact_address: requestWords.exactAddress.seal(tx, id, form.place.exactAddress),
      gender_wish: form.genderWish,
      good_to_know: requestWords.goodToKnow.seal(tx, id, form.goodToKnow),
      duration_minutes: form.durationMinutes,
      photo_ids: [...form.photoIds],
    })
    .execute();
  await insertPossibleTimes(tx, id, form.possibleTimes);
  return id;
}

/** Changes columns of a request; its version rises by itself. */
export async function updateRequest(tx: Tx, id: string, changes: RequestChanges): Promise<void> {
  const { japanese_words: japanese, outcome_words: outcome, place_name: placeName, ...rest } = changes;
  await tx
    .updateTable('spot.support_requests')
    .set({
      ...rest,
      ...(japanese !== undefined && { japanese_words: requestWords.japanese.seal(tx, id, japanese) }),
      ...(outcome !== undefined && { outcome_words: requestWords.outcome.seal(tx, id, outcome) }),
      ...(placeName !== undefined && { place_name: requestWords.placeName.seal(tx, id, placeName) }),
    })
    .where('id', '=', id)
    .execute();
}

/** Columns that acts change; never the requester's own words. */
export type RequestChanges = Partial<
  Pick<RequestRow, ChangeableColumn> &
    Record<'japanese_words' | 'outcome_words' | 'place_name', string | null> & {
      readonly exact_address: null;
    }
>;

type ChangeableColumn =
  | 'category'
  | 'coordinator_id'
  | 'duration_minutes'
  | 'talk_languages'
  | 'is_easy_japanese_ok'
  | 'place_kind'
  | 'municipality_code'
  | 'town'
  | 'japanese_origin'
  | 'japanese_by'
  | 'japanese_at'
  | 'redirected_to'
  | 'was_cancelled_late'
  | 'state'
  | 'state_since'
  | 'ended_at';

/** Puts other possible times in place of those a request had. */
export async function replacePossibleTimes(
  tx: Tx,
  requestId: string,
  times: readonly Temporal.Instant[],
): Promise<void> {
  await tx.deleteFrom('spot.possible_times').where('request_id', '=', requestId).execute();
  await insertPossibleTimes(tx, requestId, times);
}

async function insertPossibleTimes(
  tx: Tx,
  requestId: string,
  times: readonly Temporal.Instant[],
): Promise<void> {
  const rows = times.map((startsAt) => ({ request_id: requestId, starts_at: startsAt }));
  await tx.insertInto('spot.possible_times').values(rows).execute();
}

async function listPossibleTimes(db: Database, requestId: string): Promise<Temporal.Instant[]> {
  const rows = await db
    .selectFrom('spot.possible_times')
    .select('starts_at')
    .where('request_id', '=', requestId)
    .orderBy('starts_at')
    .execute();
  return rows.map((row) => row.starts_at);
}

/** The address that a visit needs; `meet/rules/address.ts` says who may see it when. */
export async function findExactAddress(db: Database, requestId: string): Promise<string | null> {
  const row = await db
    .selectFrom('spot.support_requests')
    .select('exact_address')
    .where('id', '=', requestId)
    .executeTakeFirst();
  return requestWords.exactAddress.open(db, requestId, row?.exact_address ?? null);
}

/** A request from its row and its possible times. */
function toRequest(
  db: Database,
  row: RequestRow,
  possibleTimes: readonly Temporal.Instant[],
): SupportRequest {
  const { id } = row;
  return {
    id,
    requesterId: row.requester_id,
    enteredBy: row.entered_by,
    state: row.state,
    stateSince: row.state_since,
    submittedAt: row.submitted_at,
    endedAt: row.ended_at,
    forgottenAt: row.forgotten_at,
    version: row.version,
    coordinatorId: row.coordinator_id,
    category: row.category,
    ownWords: requestWords.own.open(db, id, row.own_words),
    ownWordsLocale: row.own_words_locale,
    japanese: renderingOf(db, row),
    neededTasks: row.needed_tasks as LanguageTask[],
    talkLanguages: row.talk_languages,
    isEasyJapaneseOk: row.is_easy_japanese_ok,
    place: {
      kind: row.place_kind,
      municipalityCode: row.municipality_code,
      town: row.town,
      placeName: requestWords.placeName.open(db, id, row.place_name),
      hasExactAddress: row.exact_address !== null,
    },
    genderWish: row.gender_wish,
    goodToKnow: requestWords.goodToKnow.open(db, id, row.good_to_know),
    durationMinutes: row.duration_minutes,
    possibleTimes,
    photoIds: row.photo_ids,
    redirectedTo: row.redirected_to,
    outcomeWords: requestWords.outcome.open(db, id, row.outcome_words),
    wasCancelledLate: row.was_cancelled_late,
  };
}

function renderingOf(db: Database, row: RequestRow): SupportRequest['japanese'] {
  if (!row.japanese_words || !row.japanese_origin || !row.japanese_by || !row.japanese_at) return null;
  return {
    words: requestWords.japanese.open(db, row.id, row.japanese_words),
    origin: row.japanese_origin,
    by: row.japanese_by,
    at: row.japanese_at,
  };
}
