import type { Tx } from '../../../platform/database/connect.ts';
import { hrefIn } from '../../../platform/languages/reading.tsx';
import { enqueueMail } from '../../../platform/mail/send-mail.ts';
import { organizationName, organizationSetting } from '../../../platform/settings/organization.ts';
import { readSetting } from '../../../platform/settings/settings.ts';
import { mailAddressOf } from '../donors/mail-address.ts';
import type { Donor } from '../donors/store.ts';
import { writeMail } from '../letter.tsx';
import { givingPaths } from '../paths.ts';
import { givingMessages } from '../words.ts';

interface Told {
  readonly donor: Donor;
  readonly publicUrl: string;
}

/** Tells a donor in their language that a receipt waits: neither name nor amount. */
export async function mailReceipt(
  tx: Tx,
  of: Told & { readonly id: string; readonly calendarYear: number | null },
): Promise<void> {
  await mail(tx, of, { key: `receipt:${of.id}`, kind: 'waits', year: of.calendarYear });
}

/** Asks a donor for a name or address that paper can print, once a year. */
export async function mailNameNeeded(
  tx: Tx,
  of: Told & { readonly calendarYear: number | null; readonly key: string },
): Promise<void> {
  await mail(tx, of, { key: `receipt-name:${of.key}`, kind: 'needs_name', year: of.calendarYear });
}

async function mail(
  tx: Tx,
  { donor, publicUrl }: Told,
  { key, kind, year }: { key: string; kind: 'waits' | 'needs_name'; year: number | null },
): Promise<void> {
  const to = await mailAddressOf(tx, donor);
  if (!to) return;
  const { locale } = donor;
  const setting = await readSetting(tx, organizationSetting);
  const which = year === null ? 'one' : 'year';
  const what =
    kind === 'waits'
      ? (`receipt_mail_waits_${which}` as const)
      : (`receipt_mail_needs_name_${which}` as const);
  const organization = organizationName(setting, locale);
  const link = publicUrl + hrefIn(locale, givingPaths.ownReceipts());
  const letter = writeMail({
    ...{ to, locale, organization },
    subject: givingMessages.in(locale).plain(`receipt_mail_${kind}_subject`, {
      organization: setting.shortName,
    }),
    paragraphs: [
      { says: what, params: { organization, year: String(year ?? '') }, href: link },
      { says: 'receipt_mail_how' },
    ],
  });
  await enqueueMail(tx, { ...letter, key });
}
