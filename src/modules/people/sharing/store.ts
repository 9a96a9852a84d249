import type { Database, Tx } from '../../../platform/database/connect.ts';
import type { Locale } from '../../../platform/languages/locales.ts';
import { listLanguages } from '../languages/store.ts';
import { findPerson } from '../persons/store.ts';
import { findChannels } from '../profile/store.ts';
import type { SharedField } from '../types.ts';
import { type SharedProfile, showToCounterpart } from './rules.ts';

/** What somebody has chosen to show to a confirmed counterpart. */
export async function listSharedFields(db: Database, personId: string): Promise<ReadonlySet<SharedField>> {
  const rows = await db
    .selectFrom('people.shared_fields')
    .select('field')
    .where('person_id', '=', personId)
    .execute();
  return new Set(rows.map(({ field }) => field as SharedField));
}

/** Puts this choice in the place of the one somebody had made. */
export async function replaceSharedFields(
  tx: Tx,
  personId: string,
  fields: readonly SharedField[],
): Promise<void> {
  await tx.deleteFrom('people.shared_fields').where('person_id', '=', personId).execute();
  if (fields.length === 0) return;
  const values = [...new Set(fields)].map((field) => ({ person_id: personId, field }));
  await tx.insertInto('people.shared_fields').values(values).execute();
}

/**
 * What a confirmed counterpart may see of somebody, by that person's own choice. Whether the reader is such a
 * counterpart is for the caller to know.
 * @returns null for somebody who doesn't exist
 */
export async function findSharedProfile(
  db: Database,
  personId: string,
  reader: Locale,
): Promise<SharedProfile | null> {
  const person = await findPerson(db, personId);
  if (!person) return null;
  const languages = await listLanguages(db, personId);
  const channels = await findChannels(db, personId);
  const shared = await listSharedFields(db, personId);
  return showToCounterpart({ person, languages, channels, shared }, reader);
}
