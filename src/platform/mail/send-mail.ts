import type { Database, Tx } from '../database/connect.ts';
import { addJob } from '../jobs/add-job.ts';
import type { JobContext, Task } from '../jobs/task.ts';
import { emptyFailedMail, forgetHindrance, noteHindrance } from './mail-state.ts';
import type { KeyedMail, Mail, Mailer } from './mailer.ts';
import { hindranceOf, isAboutRecipient } from './refused.ts';

const SEND_MAIL = 'send-mail';
/** With the queue's pauses (at most six hours) about four days, as RFC 5321 (4.5.4.1) asks of those who send. */
const TRIES = 25;

/** Has a mail sent after the caller's transaction has committed; once, however often the same key is enqueued. */
export async function enqueueMail(tx: Tx, mail: KeyedMail): Promise<void> {
  await addJob(tx, SEND_MAIL, mail, { key: `${SEND_MAIL}:${mail.key}`, tries: TRIES });
}

/** Whether nothing may go to an address now: whoever reads along there must learn nothing. */
export type IsQuiet = (db: Database, address: string) => Promise<boolean>;

/**
 * The job behind `enqueueMail`. To whom nothing may go, nothing goes, nor afterwards: all of it stands on their own pages too. Codes
 * for signing in, which somebody asks for at that moment, are sent by `sendOnce` and go out.
 */
export function sendMailTask(mailer: Mailer, isQuiet: IsQuiet = async () => false): Task {
  return {
    name: SEND_MAIL,
    async run(payload, context) {
      const mail = payload as KeyedMail;
      if (await isQuiet(context.db, mail.to)) return;
      await sendOnce(mail.key, async () => mail, { mailer, context });
    },
  };
}

/**
 * Sends a mail unless one with its key went out before. It is written in the transaction that remembers it as sent: what
 * the writing keeps (a code's hash) holds exactly when the mail has been handed over. Only a mailbox that does not exist
 * ends the matter, with a line in the log.
 * @throws for everything else, so that the job is tried again: without what the server said, which may name the person
 */
export async function sendOnce(
  key: string,
  write: (tx: Tx) => Promise<Mail>,
  { mailer, context }: { mailer: Mailer; context: JobContext },
): Promise<void> {
  const occasion = key.split(':')[0];
  const outcome = await context.db
    .transaction()
    .execute(async (tx) => {
      const first = await tx
        .insertInto('platform.sent_mail')
        .values({ key, sent_at: context.clock() })
        .onConflict((conflict) => conflict.column('key').doNothing())
        .returning('key')
        .executeTakeFirst();
      if (!first) return 'sent before';
      const mail = await write(tx);
      try {
        await mailer.send({ ...mail, key });
        return 'sent';
      } catch (problem) {
        if (hindranceOf(problem) !== 'no_such_mailbox') throw new Hindered(problem);
        return 'no such mailbox';
      }
    })
    .catch(async (problem: unknown) => {
      if (problem instanceof Hindered) await tellHindrance(problem, occasion, context);
      throw problem;
    });
  if (outcome === 'sent') await forgetHindrance(context.db);
  if (outcome === 'no such mailbox') context.log.warn({ occasion }, 'a mail server knows no such mailbox');
}

/** Stands for what a mail server said, without its words. */
class Hindered extends Error {
  readonly because;

  constructor(problem: unknown) {
    const because = hindranceOf(problem);
    super(`a mail did not go out: ${because}`);
    this.because = because;
  }
}

async function tellHindrance(
  { because }: Hindered,
  occasion: string | undefined,
  { db, clock, log }: JobContext,
): Promise<void> {
  log.error({ occasion, because }, 'a mail did not go out and is tried again');
  if (!isAboutRecipient(because)) await noteHindrance(db, because, clock());
}

/** Empties what never went out; what was sent is forgotten by the rules of the map. */
export const forgetMailTask: Task = {
  name: 'forget-mail',
  cron: '7 * * * *',
  run: (_payload, { db }) => emptyFailedMail(db),
};
