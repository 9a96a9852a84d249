import type { Tx } from '../../../platform/database/connect.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import type { JobContext, Task } from '../../../platform/jobs/task.ts';
import { enqueueMail } from '../../../platform/mail/send-mail.ts';
import { type NewsGroup, type NewsKind, SAFETY } from '../../../platform/news.ts';
import { makeTokens, type Tokens } from '../../../platform/sealed/tokens.ts';
import { organizationName, organizationSetting } from '../../../platform/settings/organization.ts';
import { readSetting } from '../../../platform/settings/settings.ts';
import { findPerson } from '../../people/index.ts';
import { SEND_NOTIFICATIONS, type SendJob } from '../commands.ts';
import { findWhenAndWhere } from '../matter.ts';
import { notificationsPaths } from '../paths.ts';
import { questionOf } from '../recipients.ts';
import type { AllNews } from '../rules/all-news.ts';
import { findAddressee, lockDeskMails, lockDueMails, type PlannedMail, settleMails } from '../store/mails.ts';
import { lockTelling } from '../store/notifications.ts';
import { findPreferences } from '../store/preferences.ts';
import { makeToken } from './unsubscribe-token.ts';
import { type LetterItem, writeMail } from './write-mail.tsx';

/** What the house hands to notifications. */
export interface NotificationServices {
  /** The address that links in mails begin with, without a slash at the end. */
  readonly publicUrl: string;
  /** The installation's secret; signs the links that unsubscribe. */
  readonly secret: string;
  /** What modules have to tell. */
  readonly news: readonly NewsKind[];
}

/** The job that sends planned mails, once each. */
export function sendTask({ publicUrl, secret }: NotificationServices, all: AllNews): Task {
  const keys = makeTokens(secret);
  return {
    name: SEND_NOTIFICATIONS,
    run: (payload, context) => send(payload as SendJob, { publicUrl, keys, all }, context),
  };
}

type Tools = { readonly publicUrl: string; readonly keys: Tokens; readonly all: AllNews };

async function send(job: SendJob, tools: Tools, { db, clock }: JobContext): Promise<void> {
  const now = clock();
  await inTransaction(db, async (tx) => {
    const planned =
      'mailId' in job
        ? await lockWithOthers(tx, tools.all, job.mailId, now)
        : await lockDeskMails(tx, tools.all, job.deskOf);
    const kept = await stillToSend(tx, planned, now);
    const sentIds = await mailAll(tx, kept, { tools, now });
    const dropped = planned.map(({ id }) => id).filter((id) => !sentIds.includes(id));
    await settleMails(tx, sentIds, { sent: now });
    await settleMails(tx, dropped, { dropped: now });
  });
}

/** A mail that is due, with everything else that is due to the same person: it goes out in one. */
async function lockWithOthers(
  tx: Tx,
  all: AllNews,
  mailId: string,
  now: Temporal.Instant,
): Promise<PlannedMail[]> {
  const personId = await findAddressee(tx, mailId);
  if (!personId) return [];
  await lockTelling(tx, personId);
  return lockDueMails(tx, all, personId, now);
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
    if (mail.isRead || unwanted.has(mail.kind.group.name)) continue;
    const question = await questionOf(tx, mail, now);
    if (!question || !(await mail.kind.mayKnow(question))) continue;
    if (await (mail.kind.isStillSo?.(question) ?? true)) kept.push(mail);
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
    items: await withFacts(tx, tools.all, mails),
    stops: groupsOf(mails).map((group) => ({
      group,
      path: notificationsPaths.unsubscription({
        token: makeToken(tools.keys, { personId: person.id, group: group.name }, now),
      }),
    })),
  });
  await enqueueMail(tx, { ...mail, key: `notification:${first.id}` });
  return mails.map(({ id }) => id);
}

/** Each thing once, with when and where it is about. */
async function withFacts(tx: Tx, all: AllNews, mails: readonly PlannedMail[]): Promise<LetterItem[]> {
  const different = new Map(mails.map((mail) => [`${mail.kind.kind} ${mail.objectId}`, mail]));
  const items: LetterItem[] = [];
  for (const mail of different.values())
    items.push({ kind: mail.kind, objectId: mail.objectId, about: await findWhenAndWhere(tx, all, mail) });
  return items;
}

/** The groups of some mails that can be turned off. */
function groupsOf(mails: readonly PlannedMail[]): NewsGroup[] {
  return [...new Set(mails.map(({ kind }) => kind.group))].filter((group) => group !== SAFETY);
}
