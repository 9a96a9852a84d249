import { nameInMail } from '../../../japanese/web-address.ts';
import { formatsIn } from '../../../platform/languages/formats.tsx';
import type { Locale } from '../../../platform/languages/locales.ts';
import { hrefIn } from '../../../platform/languages/reading.tsx';
import type { Mail } from '../../../platform/mail/mailer.ts';
import type { Donor } from '../donors/store.ts';
import { type Paragraph, writeMail } from '../letter.tsx';
import { givingPaths } from '../paths.ts';
import { givingMessages } from '../words.ts';
import type { Batch } from './types.ts';

/** What a letter is written from: of deeds only whole batches, so that there is nothing nearer to say. */
export interface DeedsLetter {
  readonly donor: Pick<Donor, 'kind' | 'name' | 'locale'> & { readonly email: string };
  readonly batches: readonly Batch[];
  readonly organization: { readonly name: string; readonly email: string };
  /** `https://help.example.org`, no slash at the end. */
  readonly origin: string;
  /** Of the page on which these letters are stopped. */
  readonly stopPath: string;
}

/** Writes what the gifts of somebody were part of, in their language: kinds, numbers and months, no names and no places. */
export function writeDeeds({ donor, batches, organization, origin, stopPath }: DeedsLetter): Mail {
  const { locale, kind, name } = donor;
  return writeMail({
    ...{ to: donor.email, locale, organization: organization.name },
    subject: givingMessages.in(locale).plain('deeds_subject', { organization: organization.name }),
    paragraphs: [
      {
        says: kind === 'organization' ? 'thanks_dear_organization' : 'thanks_dear',
        params: { name: nameInMail(name) },
      },
      { says: 'deeds_lead' },
      ...batches.map((batch) => sayBatch(batch, locale)),
      { says: 'deeds_why_so' },
      { says: 'thanks_turn_to', params: { email: organization.email } },
      { says: 'promise_mail_mine', href: origin + hrefIn(locale, givingPaths.mine()) },
      { says: 'deeds_stop', href: origin + hrefIn(locale, stopPath) },
    ],
  });
}

/** How many of a kind there were when, and what one cost on average. */
export function sayBatch({ kind, deeds, from, to, cost }: Batch, locale: Locale): Paragraph {
  const span = from.equals(to) ? 'one' : 'several';
  const [first, last] = [monthIn(locale, from), monthIn(locale, to)];
  const average = formatsIn(locale).yen(Math.round(cost / deeds));
  return { says: `deeds_${kind}`, params: { count: deeds, span, from: first, to: last, cost: average } };
}

function monthIn(locale: Locale, day: Temporal.PlainDate): string {
  const month = locale === 'en' ? day.toLocaleString('en', { month: 'long' }) : String(day.month);
  return givingMessages.in(locale).plain('deeds_month', { year: String(day.year), month });
}
