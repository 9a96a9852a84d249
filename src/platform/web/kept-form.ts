import { randomBytes } from 'node:crypto';
import type { Database } from '../database/connect.ts';
import type { Body } from './body.ts';

/** What somebody had typed when their session was found to be over. */
export interface KeptForm {
  readonly path: string;
  readonly fields: readonly (readonly [name: string, value: string])[];
}

/**
 * Keeps what was typed for an hour, so that it can be sent again after signing in.
 * @returns the path of the page that offers to send it
 */
export async function keepTypedFields(
  db: Database,
  typed: { body: Body; path: string; now: Temporal.Instant },
): Promise<string> {
  const token = randomBytes(24).toString('base64url');
  const fields = [...typed.body.values].flatMap(([name, values]) =>
    values.map((value) => [storable(name), storable(value)] as const),
  );
  await db
    .insertInto('platform.kept_forms')
    .values({
      token,
      path: typed.path,
      fields: JSON.stringify(fields),
      delete_after: typed.now.add({ hours: 1 }),
    })
    .execute();
  return `/kept-forms/${token}`;
}

/** @returns null when there is none, or its hour is over */
export async function findKeptForm(
  db: Database,
  token: string,
  now: Temporal.Instant,
): Promise<KeptForm | null> {
  const found = await db
    .selectFrom('platform.kept_forms')
    .select(['path', 'fields'])
    .where('token', '=', token)
    .where('delete_after', '>', now)
    .executeTakeFirst();
  return found ? { path: found.path, fields: found.fields as unknown as KeptForm['fields'] } : null;
}

/** A refusal is said when the form is sent again; here it only has to be kept. */
function storable(typed: string): string {
  return typed.replaceAll('\0', '').toWellFormed();
}
