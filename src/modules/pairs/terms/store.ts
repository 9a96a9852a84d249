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

/** Those in force, the newest first; the first is what is signed today. */
export async function listTerms(db: Database, side: Side, now: Temporal.Instant): Promise<Terms[]> {
  const rows = await db
    .selectFrom('pairs.terms')
    .selectAll()
    .where('side', '=', side)
    .where('valid_from', '<=', now)
    .orderBy('version', 'desc')
    .execute();
  return rows.map((row) => ({
    side: row.side,
    version: row.version,
    texts: row.texts as unknown as TermsTexts,
    validFrom: row.valid_from,
  }));
}

/** What is signed today. */
export async function currentTerms(db: Database, side: Side, now: Temporal.Instant): Promise<Terms> {
  const [newest] = await listTerms(db, side, now);
  if (!newest) throw new Error(`there are no terms for a ${side}`);
  return newest;
}

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
