import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Database, Tx } from '../../../platform/database/connect.ts';
import type { Danger } from '../../safety/index.ts';
import { INTERPRETER_WISHES } from '../interpreters/rules.ts';
import { type MatterKey, makeMatterKey, matterColumn } from '../sealed/matter-key.ts';
import type { Matter } from '../types.ts';

const contact = matterColumn('consultations.matters.contact');
const dangers = matterColumn('consultations.matters.dangers');

export const CHANNELS = ['email', 'only_here', 'phone'] as const;

const Contact = z.object({
  channel: z.enum(CHANNELS),
  /** Only where they would like to be called. */
  phone: z.string(),
  /** When it is safe, in their words. */
  times: z.string(),
  /** Whom they would rather speak through. */
  interpreterWish: z.enum(INTERPRETER_WISHES).optional(),
});
/** How and when it is safe to reach somebody. */
export type Contact = z.output<typeof Contact>;

const Dangers = z.array(z.enum(['medical', 'fire', 'violence', 'suicide', 'child', 'sexual_violence']));

export interface NewMatter
  extends Pick<
    Matter,
    'residentId' | 'isAnonymous' | 'field' | 'language' | 'urgency' | 'origin' | 'isQuiet' | 'answerBy'
  > {
  readonly contact: Contact;
  readonly dangers: readonly Danger[];
  readonly now: Temporal.Instant;
}

/** Makes a matter with a key of its own. @returns the key, under which its words are written next */
export async function insertMatter(tx: Tx, matter: NewMatter): Promise<MatterKey> {
  const id = randomUUID();
  const { key, held } = makeMatterKey(tx, id);
  await tx
    .insertInto('consultations.matters')
    .values({
      id,
      resident_id: matter.residentId,
      is_anonymous: matter.isAnonymous,
      field: matter.field,
      language: matter.language,
      urgency: matter.urgency,
      origin: matter.origin,
      key: held,
      contact: contact.seal(tx, key, id, JSON.stringify(matter.contact)),
      in_danger: matter.dangers.length > 0,
      dangers: dangers.seal(tx, key, id, JSON.stringify(matter.dangers)),
      is_quiet: matter.isQuiet,
      answer_by: matter.answerBy,
      created_at: matter.now,
    })
    .execute();
  return key;
}

/** What only those read who may open the matter: how to reach them, and what they may be in danger of. */
export async function findCircumstances(
  db: Database,
  key: MatterKey,
): Promise<{ readonly contact: Contact | null; readonly dangers: readonly Danger[] }> {
  const row = await db
    .selectFrom('consultations.matters')
    .select(['contact', 'dangers'])
    .where('id', '=', key.matterId)
    .executeTakeFirst();
  if (!row) return { contact: null, dangers: [] };
  return {
    contact: contact.read(db, key, { row: key.matterId, held: row.contact }, Contact),
    dangers: dangers.read(db, key, { row: key.matterId, held: row.dangers }, Dangers) ?? [],
  };
}

/** More dangers than were known: it stands on top from now on, and nothing goes out any more. */
export async function addDangers(tx: Tx, key: MatterKey, more: readonly Danger[]): Promise<void> {
  const { matterId: id } = key;
  const known = (await findCircumstances(tx, key)).dangers;
  const all = [...new Set([...known, ...more])];
  await tx
    .updateTable('consultations.matters')
    .set({ in_danger: true, is_quiet: true, dangers: dangers.seal(tx, key, id, JSON.stringify(all)) })
    .where('id', '=', id)
    .execute();
}
