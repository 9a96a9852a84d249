import type { Tx } from '../../../platform/database/connect.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import type { JobContext, Task } from '../../../platform/jobs/worker.ts';
import { enqueueMail } from '../../../platform/mail/send-mail.ts';
import { organizationName, organizationSetting } from '../../../platform/settings/organization.ts';
import { readSetting } from '../../../platform/settings/settings.ts';
import { type Keys, makeKeys } from '../../../platform/sign-in/keys.ts';
import { findPerson } from '../../people/index.ts';
import { SEND_NOTIFICATIONS, type SendJob } from '../commands.ts';
import { mayKnow } from '../right-to-know.ts';
import { lockDeskMails, lockMail, type PlannedMail, settleMails } from '../store/mails.ts';
import { findPreferences } from '../store/preferences.ts';
import { factsOf, isMailGroup } from '../types.ts';
import { makeToken } from './unsubscribe-token.ts';
import { writeMail } from './write-mail.tsx';

/** What the house hands to notifications. */
export interface NotificationServices {
  /** The address that links in mails begin with, without a slash at the end. */
  readonly publicUrl: string;
  /** The installation's secret; signs the links that unsubscribe. */
  readonly secret: string;
}

/** The job that sends planned mails, once each. */
export function sendTask({ publicUrl, secret }: NotificationServices): Task {
  const keys = makeKeys(secret);
  return {
    name: SEND_NOTIFICATIONS,
    run: (payload, context) => send(payload as SendJob, { publicUrl, keys }, context),
  };
}

type Tools = { readonly publicUrl: string; readonly keys: Keys };

async function send(job: SendJob, tools: Tools, { db, clock }: JobContext): Promise<void> {
  const now = clock();
  await inTransaction(db, async (tx) => {
    const planned = 'mailId' in job ? await lockMail(tx, job.mailId) : await lockDeskMails(tx, job.deskOf);
    const kept = await stillToSend(tx, planned, now);
    const sentIds = await mailAll(tx, kept, { tools, now });
    const dropped = planned.map(({ id }) => id).filter((id) => !sentIds.includes(id));
    await settleMails(tx, sentIds, { sent: now });
    await settleMails(tx, dropped, { dropped: now });
  });
}

/** What was read in the inbox meanwhile, is no longer wanted or no longer theirs to know is not sent. */
async function stillToSend(
  tx: Tx,
  planned: readonly PlannedMail[],
  now: Temporal.Instant,
): Promise<PlannedMail[]> {
  const kept: PlannedMail[] = [];
  for (const mail of planned) {
    const { unwanted } = await findPreferences(tx, mail.personId);
    const isWanted = !mail.isRead && !unwanted.has(factsOf(mail.kind).group);
    if (isWanted && (await mayKnow(tx, mail, now))) kept.push(mail);
  }
  return kept;
}

/** Puts all mails, which are of one person and one group, into one. @returns the ids of what is in it */
async function mailAll(
  tx: Tx,
  mails: readonly PlannedMail[],
  { tools, now }: { tools: Tools; now: Temporal.Instant },
): Promise<string[]> {
  const [first] = mails;
  if (!first) return [];
  const person = await findPerson(tx, first.personId);
  if (!person?.email) return [];
  const { group } = factsOf(first.kind);
  const organization = await readSetting(tx, organizationSetting);
  const mail = writeMail({
    to: person.email,
    locale: person.locale,
    organization: organizationName(organization, person.locale),
    shortName: organization.shortName,
    origin: tools.publicUrl,
    items: mails,
    unsubscribePath: isMailGroup(group)
      ? `/unsubscriptions/${makeToken(tools.keys, { personId: person.id, group }, now)}`
      : null,
  });
  await enqueueMail(tx, { ...mail, key: `notification:${first.id}` });
  return mails.map(({ id }) => id);
}
