import type { Database } from '../database/connect.ts';

/** A mail that stayed here because no mail server is configured. */
export interface KeptMail {
  readonly id: string;
  readonly recipient: string;
  readonly subject: string;
  readonly body: string;
  readonly sentAt: Temporal.Instant;
}

/** The newest hundred. */
export async function listKeptMail(db: Database): Promise<KeptMail[]> {
  return kept(db).orderBy('sent_at', 'desc').orderBy('id').limit(100).execute();
}

/** @returns null when there is none */
export async function findKeptMail(db: Database, id: string): Promise<KeptMail | null> {
  return (await kept(db).where('id', '=', id).executeTakeFirst()) ?? null;
}

function kept(db: Database) {
  return db
    .selectFrom('platform.development_mail')
    .select(['id', 'recipient', 'subject', 'body', 'sent_at as sentAt']);
}
