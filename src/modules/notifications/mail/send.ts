import type { Tx } from '../../../platform/database/connect.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import type { JobContext, Task } from '../../../platform/jobs/task.ts';
import { enqueueMail } from '../../../platform/mail/send-mail.ts';
import { organizationName, organizationSetting } from '../../../platform/settings/organization.ts';
import { readSetting } from '../../../platform/settings/settings.ts';
import { type Keys, makeKeys } from '../../../platform/sign-in/keys.ts';
import { findPerson } from '../../people/index.ts';
import { SEND_NOTIFICATIONS, type SendJob } from '../commands.ts';
import { mayKnow } from '../right-to-know.ts';
import { findAddressee, lockDeskMails, lockDueMails, type PlannedMail, settleMails } from '../store/mails.ts';
import { lockTelling } from '../store/notifications.ts';
import { findPreferences } from '../store/preferences.ts';
import { factsOf, isMailGroup, type MailGroup } from '../types.ts';
import { isSettled } from './settled.ts';
import { makeToken } from './unsubscribe-token.ts';
import { findVisitFacts } from './visit-facts.ts';
import { type LetterItem, writeMail } from './write-mail.tsx';

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
    const planned =
      'mailId' in job ? await lockWithOthers(tx, job.mailId, now) : await lockDeskMails(tx, job.deskOf);
    const kept = await stillToSend(tx, planned, now);
    const sentIds = await mailAll(tx, kept, { tools, now });
    const dropped = planned.map(({ id }) => id).filter((id) => !sentIds.includes(id));
    await settleMails(tx, sentIds, { sent: now });
    await settleMails(tx, dropped, { dropped: now });
  });
}

/** A mail that is due, with everything else that is due to the same person: it goes out in one. */
async function lockWithOthers(tx: Tx, mailId: string, now: Temporal.Instant): Promise<PlannedMail[]> {
  const personId = await findAddressee(tx, mailId);
  if (!personId) return [];
  await lockTelling(tx, personId);
  return lockDueMails(tx, personId, now);
}

/** What was read in the inbox meanwhile, was dealt with, is no longer wanted or no longer theirs to know is not sent. */
async function stillToSend(
  tx: Tx,
  planned: readonly PlannedMail[],
  now: Temporal.Instant,
): Promise<PlannedMail[]> {
  const kept: PlannedMail[] = [];
  for (const mail of planned) {
    const { unwanted } = await findPreferences(tx, mail.personId);
    const isWanted = !mail.isRead && !unwanted.has(factsOf(mail.kind).group);
    if (isWanted && (await mayKnow(tx, mail, now)) && !(await isSettled(tx, mail))) kept.push(mail);
  }
  return kept;
}

/** Puts all mails, which are of one person, into one. @returns the ids of what is in it */
async function mailAll(
  tx: Tx,
  mails: readonly PlannedMail[],
  { tools, now }: { tools: Tools; now: Temporal.Instant },
): Promise<string[]> {
  const [first] = mails;
  if (!first) return [];
  const person = await findPerson(tx, first.personId);
  if (!person?.email) return [];
  const organization = await readSetting(tx, organizationSetting);
  const mail = writeMail({
    to: person.email,
    locale: person.locale,
    organization: organizationName(organization, person.locale),
    shortName: organization.shortName,
    origin: tools.publicUrl,
    items: await withFacts(tx, mails),
    stops: groupsOf(mails).map((group) => ({
      group,
      path: `/unsubscriptions/${makeToken(tools.keys, { personId: person.id, group }, now)}`,
    })),
  });
  await enqueueMail(tx, { ...mail, key: `notification:${first.id}` });
  return mails.map(({ id }) => id);
}

/** Each thing once, with when and where it is about. */
async function withFacts(tx: Tx, mails: readonly PlannedMail[]): Promise<LetterItem[]> {
  const different = new Map(mails.map((mail) => [`${mail.kind} ${mail.objectId}`, mail]));
  const items: LetterItem[] = [];
  for (const mail of different.values())
    items.push({ kind: mail.kind, objectId: mail.objectId, visit: await findVisitFacts(tx, mail) });
  return items;
}

/** The groups of some mails that can be turned off. */
function groupsOf(mails: readonly PlannedMail[]): MailGroup[] {
  return [...new Set(mails.map(({ kind }) => factsOf(kind).group))].filter(isMailGroup);
}
