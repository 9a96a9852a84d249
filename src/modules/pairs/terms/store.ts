import type { Database, Tx } from '../../../platform/database/connect.ts';
import type { Locale } from '../../../platform/languages/locales.ts';
import type { Side } from '../types.ts';

/** By language, in paragraphs between empty lines; Easy Japanese in furigana notation. */
export type TermsTexts = Readonly<Record<Locale, string>>;

/** What a side signs, in one of its versions. */
export interface Terms {
  readonly side: Side;
  readonly version: number;
  readonly texts: TermsTexts;
  readonly validFrom: Temporal.Instant;
}

/** What is signed today. */
export async function currentTerms(db: Database, side: Side, now: Temporal.Instant): Promise<Terms> {
  const query = selectTerms(db, side).where('valid_from', '<=', now);
  return query.orderBy('version', 'desc').limit(1).executeTakeFirstOrThrow();
}

/** One of the versions that were ever signed; null where a side has none of this number. */
export async function findTerms(db: Database, side: Side, version: number): Promise<Terms | null> {
  return (await selectTerms(db, side).where('version', '=', version).executeTakeFirst()) ?? null;
}

const selectTerms = (db: Database, side: Side) =>
  db
    .selectFrom('pairs.terms')
    .select(['side', 'version', 'texts', 'valid_from as validFrom'])
    .where('side', '=', side)
    .$castTo<Terms>();

export interface Signature {
  readonly version: number;
  readonly locale: Locale;
  readonly signedAt: Temporal.Instant;
  /** The coordinator who read it to them, or holds it on paper. */
  readonly recordedBy: string | null;
}

/** What was signed with an application, the newest version first. */
export async function listSignatures(db: Database, applicationId: string): Promise<Signature[]> {
  const rows = await db
    .selectFrom('pairs.signatures')
    .select(['version', 'locale', 'signed_at as signedAt', 'recorded_by as recordedBy'])
    .where('application_id', '=', applicationId)
    .orderBy('version', 'desc')
    .execute();
  return rows.map((row) => ({ ...row, locale: row.locale as Locale }));
}

export async function insertSignature(
  tx: Tx,
  of: { readonly applicationId: string; readonly side: Side },
  { version, locale, signedAt, recordedBy }: Signature,
): Promise<void> {
  await tx
    .insertInto('pairs.signatures')
    .values({
      application_id: of.applicationId,
      side: of.side,
      version,
      locale,
      signed_at: signedAt,
      recorded_by: recordedBy,
    })
    .execute();
}

/** Writes the next version, in force from this moment. */
export async function insertTerms(
  tx: Tx,
  { side, version, texts, validFrom }: Terms,
  madeBy: string | null,
): Promise<void> {
  await tx
    .insertInto('pairs.terms')
    .values({ side, version, texts: JSON.stringify(texts), valid_from: validFrom, made_by: madeBy })
    .execute();
}
