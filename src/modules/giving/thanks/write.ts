import { nameInMail } from '../../../japanese/web-address.ts';
import { formatsIn } from '../../../platform/languages/formats.tsx';
import type { Params } from '../../../platform/languages/messages.tsx';
import { hrefIn } from '../../../platform/languages/reading.tsx';
import type { Mail } from '../../../platform/mail/mailer.ts';
import type { Measured } from '../deeds/cost.ts';
import type { Donor } from '../donors/store.ts';
import { type Paragraph, writeMail } from '../letter.tsx';
import type { Channel } from '../types.ts';
import { type GivingKey, givingMessages } from '../words.ts';
import type { Monthly } from './monthly.ts';
import type { Thanked } from './types.ts';

/** What a mail of thanks is written from. */
export interface ThanksLetter {
  readonly gift: Thanked;
  readonly donor: Pick<Donor, 'kind' | 'name' | 'locale'> & { readonly email: string };
  /** null: it was given once. */
  readonly monthly: Monthly | null;
  readonly measured: Measured | null;
  readonly organization: { readonly name: string; readonly email: string };
  /** `https://help.example.org`, no slash at the end. */
  readonly origin: string;
}

/** How a gift came, as its giver would say it. */
const CAME_BY = {
  card: 'card',
  konbini: 'konbini',
  paypay: 'service',
  bank: 'bank',
  cash: 'other',
  give_one: 'platform',
  benevity: 'platform',
  matching: 'matching',
  goods: 'goods',
  other: 'other',
} as const satisfies Record<Channel, string>;

/** Who writes the receipt of what came through them; the law knows them as its receiver. */
const PLATFORMS: Partial<Record<Channel, string>> = { give_one: 'Give One', benevity: 'Benevity' };

/** Writes it in the giver's language: what came when and how, for what, what that does, and where to turn. */
export function writeThanks(letter: ThanksLetter): Mail {
  const { donor, organization } = letter;
  return writeMail({
    ...{ to: donor.email, locale: donor.locale, organization: organization.name },
    subject: givingMessages.in(donor.locale).plain('thanks_subject', { organization: organization.name }),
    paragraphs: paragraphsOf(letter),
  });
}

function paragraphsOf(letter: ThanksLetter): readonly Paragraph[] {
  const { gift, donor, monthly, organization } = letter;
  const platform = PLATFORMS[gift.channel];
  return [
    {
      says: donor.kind === 'organization' ? 'thanks_dear_organization' : 'thanks_dear',
      params: { name: nameInMail(donor.name) },
    },
    { says: cameAs(letter), params: amountsOf(letter) },
    { says: `thanks_does_${gift.fund}` },
    ...measuredOf(letter),
    ...(gift.isAnonymous ? [{ says: 'thanks_anonymous' } as const] : []),
    ...(platform ? [{ says: 'thanks_platform_receipt', params: { platform } } as const] : []),
    ...(monthly
      ? [{ says: 'thanks_monthly_manage', href: letter.origin + hrefIn(donor.locale, monthly.path) } as const]
      : []),
    { says: 'thanks_turn_to', params: { email: organization.email } },
  ];
}

/** What one of them really cost last year, where that is known. */
function measuredOf({ measured, donor }: ThanksLetter): readonly Paragraph[] {
  if (!measured) return [];
  const { kind, fiscalYear, cost, deeds } = measured;
  const params = { year: String(fiscalYear), cost: formatsIn(donor.locale).yen(cost), count: deeds };
  return [{ says: `deeds_measured_${kind}`, params }];
}

function cameAs({ gift, monthly }: ThanksLetter): GivingKey {
  if (monthly) return monthly.isFirst ? 'thanks_came_monthly_first' : 'thanks_came_monthly';
  return `thanks_came_${CAME_BY[gift.channel]}`;
}

function amountsOf({ gift, donor }: ThanksLetter): Params {
  const { plain, yen } = formatsIn(donor.locale);
  const { channel, amount, givenOn } = gift;
  return {
    amount: yen(amount),
    day: plain.day(givenOn),
    platform: PLATFORMS[channel] ?? '',
    service: 'PayPay',
  };
}
