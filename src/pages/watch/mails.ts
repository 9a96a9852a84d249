import { dayInJapan, findPersons, listPersonIdsWithRole } from '../../modules/people/index.ts';
import type { NewAlarm } from '../../platform/audit/alarms/alarms.ts';
import { toLine } from '../../platform/audit/chain/anchors.ts';
import type { Seal } from '../../platform/audit/chain/marks.ts';
import type { Tx } from '../../platform/database/connect.ts';
import { type Locale, localeFacts } from '../../platform/languages/locales.ts';
import { hrefIn } from '../../platform/languages/reading.tsx';
import { enqueueMail } from '../../platform/mail/send-mail.ts';
import { organizationName, organizationSetting } from '../../platform/settings/organization.ts';
import { readSetting } from '../../platform/settings/settings.ts';
import { pagesPaths } from '../paths.ts';
import { watchMessages } from './words.ts';

/** Where an address without a person is written to. */
const HOUSE_LOCALE = 'en';

/** What mails of the watch need of the house. */
export interface MailServices {
  readonly publicUrl: string;
  /** The configured address, beside the administrators'. */
  readonly auditMail: string | undefined;
  readonly clock: () => Temporal.Instant;
}

/**
 * Mails an alarm to the configured address and to all administrators but the one it is about: that there is one and where,
 * never a name.
 */
export async function mailAlarm(
  tx: Tx,
  alarm: NewAlarm,
  id: string,
  { publicUrl, auditMail, clock }: MailServices,
): Promise<void> {
  const ids = await listPersonIdsWithRole(tx, 'administrator', dayInJapan(clock()));
  const others = ids.filter((one) => alarm.kind !== 'reading' || one !== alarm.personId);
  const persons = [...(await findPersons(tx, others)).values()];
  const readers = [
    ...persons.flatMap(({ id: key, email, locale }) => (email ? [{ key, to: email, locale }] : [])),
    ...(auditMail ? [{ key: 'house', to: auditMail, locale: HOUSE_LOCALE } as const] : []),
  ];
  for (const { key, to, locale } of readers) {
    const { words, shortName, language } = await speak(tx, locale);
    const what = words.plain(alarm.kind === 'reading' ? 'alarm_mail_reading' : 'alarm_mail_chain');
    const link = publicUrl + hrefIn(localeFacts[locale].staff, pagesPaths.settingsWatch());
    await enqueueMail(tx, {
      key: `audit-alarm:${id}:${key}`,
      to,
      subject: words.plain('alarm_subject', { organization: shortName }),
      text: `${what}\n\n${link}\n`,
      language,
    });
  }
}

/** Mails the head of the day to the configured address, once a day. */
export async function mailAnchor(tx: Tx, seal: Seal, { auditMail, clock }: MailServices): Promise<void> {
  if (!auditMail) return;
  const { words, shortName, language } = await speak(tx, HOUSE_LOCALE);
  const day = dayInJapan(clock()).toString();
  await enqueueMail(tx, {
    key: `audit-anchor:${day}`,
    to: auditMail,
    subject: words.plain('anchor_subject', { organization: shortName, day }),
    text: `${words.plain('anchor_text')}\n\n${toLine(seal)}\n`,
    language,
  });
}

/** Mails an administrator themselves, to see whether mail goes out. */
export async function mailTest(tx: Tx, reader: { to: string; locale: Locale; key: string }): Promise<void> {
  const { words, organization, shortName, language } = await speak(tx, reader.locale);
  await enqueueMail(tx, {
    key: `test:${reader.key}`,
    to: reader.to,
    subject: words.plain('test_subject', { organization: shortName }),
    text: `${words.plain('test_text', { organization })}\n`,
    language,
  });
}

async function speak(tx: Tx, locale: Locale) {
  const { staff } = localeFacts[locale];
  const setting = await readSetting(tx, organizationSetting);
  const { shortName } = setting;
  const organization = organizationName(setting, staff);
  return { words: watchMessages.in(staff), organization, shortName, language: localeFacts[staff].tag };
}
