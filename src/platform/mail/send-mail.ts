import type { Tx } from '../database/connect.ts';
import { addJob } from '../jobs/publish.ts';
import type { JobContext, Task } from '../jobs/worker.ts';
import type { KeyedMail, Mail, Mailer } from './mailer.ts';

const SEND_MAIL = 'send-mail';

/** Has a mail sent after the caller's transaction has committed; once, however often the same key is enqueued. */
export async function enqueueMail(tx: Tx, mail: KeyedMail): Promise<void> {
  await addJob(tx, SEND_MAIL, mail, { key: `${SEND_MAIL}:${mail.key}` });
}

/** The job behind `enqueueMail`. */
export function sendMailTask(mailer: Mailer): Task {
  return {
    name: SEND_MAIL,
    run(payload, context) {
      const mail = payload as KeyedMail;
      return sendOnce(mail.key, async () => mail, { mailer, context });
    },
  };
}

/**
 * Sends a mail unless one with its key went out before. It is written in the transaction that remembers it as sent: what
 * the writing keeps (a code's hash) holds exactly when the mail has been handed over. A mail server that is away throws, so that the job is tried
 * again; one that refuses for good (SMTP 5xx: no such mailbox) ends the matter with a line in the log.
 */
export async function sendOnce(
  key: string,
  write: (tx: Tx) => Promise<Mail>,
  { mailer, context }: { mailer: Mailer; context: JobContext },
): Promise<void> {
  await context.db.transaction().execute(async (tx) => {
    const first = await tx
      .insertInto('platform.sent_mail')
      .values({ key, sent_at: context.clock() })
      .onConflict((conflict) => conflict.column('key').doNothing())
      .returning('key')
      .executeTakeFirst();
    if (!first) return;
    const mail = await write(tx);
    try {
      await mailer.send({ ...mail, key });
    } catch (problem) {
      if (!isRefusedForGood(problem)) throw problem;
      context.log.warn({ occasion: key.split(':')[0] }, 'a mail server refused a mail for good');
    }
  });
}

function isRefusedForGood(problem: unknown): boolean {
  const code =
    typeof problem === 'object' && problem !== null && 'responseCode' in problem ? problem.responseCode : 0;
  return typeof code === 'number' && code >= 500 && code < 600;
}

/** Forgets what was sent, once nothing can send it again, and what a mailbox page has shown long enough. */
export const forgetMailTask: Task = {
  name: 'forget-mail',
  cron: '7 18 * * *',
  async run(_payload, { db, clock }) {
    const before = clock().subtract({ hours: 30 * 24 });
    await db.deleteFrom('platform.sent_mail').where('sent_at', '<', before).execute();
    await db.deleteFrom('platform.development_mail').where('sent_at', '<', before).execute();
  },
};
