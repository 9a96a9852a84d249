import { randomBytes } from 'node:crypto';
import { housePaths } from '../addresses/paths.ts';
import { type Database, sealOf } from '../database/connect.ts';
import { sealedColumn } from '../sealed/column.ts';
import type { Body } from './body.ts';
import { hostCookie, readCookie } from './cookies.ts';
import { drawnFor } from './form-key.ts';

/** What somebody had typed when their session was found to be over. */
export interface KeptForm {
  readonly path: string;
  readonly fields: readonly (readonly [name: string, value: string])[];
}

/** What came with a form that could not be taken, to be given back in the answer itself. */
export interface TypedForm extends KeptForm {
  /** Files are not given back: they have to be chosen again. */
  readonly hadFiles: boolean;
}

export function typedIn(body: Body, path: string): TypedForm {
  const fields = [...body.values].flatMap(([name, values]) =>
    values.map((value) => [storable(name), storable(value)] as const),
  );
  return { path, fields, hadFiles: body.uploads.size > 0 };
}

/** Where a kept form is found again, and the cookie by which its browser is known. */
export interface KeptPlace {
  readonly path: string;
  readonly cookie: string;
}

const keptFields = sealedColumn('platform.kept_forms.fields');

const BROWSER = '__Host-kept-forms';
const KEPT_HOURS = 1;

/**
 * Keeps what was typed for an hour, so that it can be sent again after signing in, from the same browser and by whom the
 * form was drawn for only: what somebody else filled in is never shown, nor offered for sending in a reader's name.
 */
export async function keepTypedFields(
  db: Database,
  typed: { body: Body; path: string; headers: Headers; now: Temporal.Instant },
): Promise<KeptPlace> {
  const token = randomBytes(24).toString('base64url');
  const browser = readBrowser(typed.headers) ?? randomBytes(24).toString('base64url');
  const { fields } = typedIn(typed.body, typed.path);
  const key = keyOf(db, token, browser);
  await db
    .insertInto('platform.kept_forms')
    .values({
      token: key,
      path: typed.path,
      fields: keptFields.seal(db, key, JSON.stringify(fields)),
      delete_after: typed.now.add({ hours: KEPT_HOURS }),
    })
    .execute();
  return { path: housePaths.keptForm({ token }), cookie: hostCookie(BROWSER, browser, KEPT_HOURS * 3600) };
}

/**
 * @returns null when there is none, its hour is over, it was typed in another browser or does not open;
 * `somebody_elses` when the form was drawn for another person than asks
 */
export async function findKeptForm(
  db: Database,
  asked: { token: string; personId: string | null; headers: Headers; now: Temporal.Instant },
): Promise<KeptForm | 'somebody_elses' | null> {
  const browser = readBrowser(asked.headers);
  if (!browser) return null;
  const key = keyOf(db, asked.token, browser);
  const found = await db
    .selectFrom('platform.kept_forms')
    .select(['path', 'fields'])
    .where('token', '=', key)
    .where('delete_after', '>', asked.now)
    .executeTakeFirst();
  const opened = found && keptFields.tryOpen(db, key, found.fields);
  if (!opened) return null;
  const fields = JSON.parse(opened) as KeptForm['fields'];
  const formKey = fields.find(([name]) => name === 'idempotency_key')?.[1];
  if (drawnFor(db, formKey, asked.personId) === 'somebody_else') return 'somebody_elses';
  return { path: found.path, fields };
}

/** The name under which a browser's kept forms are counted; null until it has one. */
export function browserOf(db: Database, headers: Headers): string | null {
  const browser = readBrowser(headers);
  return browser && sealOf(db).digest(JSON.stringify(['browser', browser]));
}

function readBrowser(headers: Headers): string | null {
  const known = readCookie(headers, BROWSER);
  return known && /^[\w-]{32}$/.test(known) ? known : null;
}

/** The row's key: neither the address of the page nor the cookie finds it alone, and the database tells neither. */
function keyOf(db: Database, token: string, browser: string): string {
  return sealOf(db).digest(JSON.stringify(['kept form', token, browser]));
}

/** A refusal is said when the form is sent again; here it only has to be kept. */
function storable(typed: string): string {
  return typed.replaceAll('\0', '').toWellFormed();
}
