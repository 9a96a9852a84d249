import { randomUUID } from 'node:crypto';
import type { Insertable, Selectable } from 'kysely';
import type { Database, Tx } from '../../../platform/database/connect.ts';
import type { StoriesConsents } from '../../../platform/database/generated.ts';
import type { Locale } from '../../../platform/languages/locales.ts';
import { sealedColumn } from '../../../platform/sealed/column.ts';
import type { Box, Channel, Consent, Naming, Story } from '../types.ts';
import { type SomeStories, theseStories } from './some-stories.ts';

const name = sealedColumn('stories.consents.name');
const guardian = sealedColumn('stories.consents.guardian');
const agreedText = sealedColumn('stories.consents.agreed_text');
const shownAs = sealedColumn('stories.consents.shown_as');

export type ConsentChanges = Partial<
  Omit<Insertable<StoriesConsents>, 'agreed_text' | 'shown_as' | 'name' | 'guardian'>
> & { readonly agreedText?: string | null; readonly shownAs?: string | null };

/** Somebody who is in a story. */
export type NewConsent = Pick<
  Consent,
  'storyId' | 'personId' | 'email' | 'name' | 'guardian' | 'locale' | 'inText' | 'inPicture' | 'face'
>;

/** @returns its id */
export async function insertConsent(tx: Tx, consent: NewConsent): Promise<string> {
  const id = randomUUID();
  await tx
    .insertInto('stories.consents')
    .values({
      id,
      story_id: consent.storyId,
      person_id: consent.personId,
      email: consent.email,
      name: name.seal(tx, id, consent.name),
      guardian: guardian.seal(tx, id, consent.guardian),
      is_child: consent.guardian !== null,
      locale: consent.locale,
      in_text: consent.inText,
      in_picture: consent.inPicture,
      face: consent.face && [...consent.face],
    })
    .execute();
  return id;
}

export async function updateConsent(tx: Tx, id: string, changes: ConsentChanges): Promise<void> {
  const { agreedText: text, shownAs: shown, ...plain } = changes;
  await tx
    .updateTable('stories.consents')
    .set((is) => ({
      ...plain,
      ...(text !== undefined && { agreed_text: agreedText.seal(tx, id, text) }),
      ...(shown !== undefined && { shown_as: shownAs.seal(tx, id, shown) }),
      version: is('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute();
}

/** Whether whoever tells it is on the picture too, and where. Only before they were asked. */
export async function setTellerInPicture(
  tx: Tx,
  { id, tellerId }: Pick<Story, 'id' | 'tellerId'>,
  { inPicture, face }: Pick<Consent, 'inPicture' | 'face'>,
): Promise<void> {
  await tx
    .updateTable('stories.consents')
    .set({ in_picture: inPicture, face: face && [...face] })
    .where('story_id', '=', id)
    .where('person_id', '=', tellerId)
    .where('state', '=', 'named')
    .execute();
}

/** Where somebody is who was not asked yet. */
export async function setWhere(
  tx: Tx,
  id: string,
  { inText, inPicture, face }: Pick<Consent, 'inText' | 'inPicture' | 'face'>,
): Promise<void> {
  await updateConsent(tx, id, { in_text: inText, in_picture: inPicture, face: face && [...face] });
}

/** Another picture came: where faces were says nothing of it. */
export async function forgetFaces(tx: Tx, storyId: string): Promise<void> {
  await tx
    .updateTable('stories.consents')
    .set({ face: null })
    .where('story_id', '=', storyId)
    .where('state', '=', 'named')
    .execute();
}

export async function findConsent(db: Database, id: string): Promise<Consent | null> {
  const row = await db.selectFrom('stories.consents').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? toConsent(db, row) : null;
}

/** Of a story, in the order in which they came into it. */
export async function listConsents(db: Database, storyIds: readonly string[]): Promise<Consent[]> {
  const rows = await consentsOf(db, theseStories(storyIds)).execute();
  return rows.map((row) => toConsent(db, row));
}

/** Their rows, for `toConsent`. */
export const consentsOf = (db: Database, stories: SomeStories) =>
  db
    .selectFrom('stories.consents')
    .selectAll()
    .where('story_id', '=', stories)
    .orderBy('asked_at')
    .orderBy('id');

/** All of somebody that are not over, in whatever story. */
export async function listConsentsOf(db: Database, personId: string): Promise<Consent[]> {
  const rows = await db
    .selectFrom('stories.consents')
    .selectAll()
    .where('person_id', '=', personId)
    .where('state', 'in', ['named', 'asked', 'agreed'])
    .orderBy('asked_at', 'desc')
    .limit(50)
    .execute();
  return rows.map((row) => toConsent(db, row));
}

/** Those that have run out. */
export async function listRunOut(db: Database, now: Temporal.Instant): Promise<string[]> {
  const rows = await db
    .selectFrom('stories.consents')
    .select('id')
    .where('state', '=', 'agreed')
    .where('until_at', '<=', now)
    .orderBy('until_at')
    .limit(100)
    .execute();
  return rows.map(({ id }) => id);
}

export function toConsent(db: Database, row: Selectable<StoriesConsents>): Consent {
  return {
    id: row.id,
    storyId: row.story_id,
    personId: row.person_id,
    email: row.email,
    name: name.open(db, row.id, row.name),
    guardian: guardian.open(db, row.id, row.guardian),
    isChild: row.is_child,
    locale: row.locale as Locale,
    inText: row.in_text,
    inPicture: row.in_picture,
    face: row.face as Box | null,
    state: row.state,
    askedBy: row.asked_by,
    askedAt: row.asked_at,
    agreedText: agreedText.open(db, row.id, row.agreed_text),
    agreedHash: row.agreed_hash,
    uses: row.uses as Channel[],
    naming: row.naming as Naming,
    shownAs: shownAs.open(db, row.id, row.shown_as),
    showsFace: row.shows_face,
    showsPlace: row.shows_place,
    untilAt: row.until_at,
    agreedAt: row.agreed_at,
    endedAt: row.ended_at,
    version: row.version,
  };
}
