import type { Tx } from '../../../platform/database/connect.ts';
import type { Locale } from '../../../platform/languages/locales.ts';
import { insertDonor, listDonorsOf } from '../donors/store.ts';
import type { Reference } from '../payments/provider.ts';
import { insertPledge } from '../pledges/store.ts';
import { beginPromise } from '../promises/acts.ts';
import type { GiveFields } from './form.ts';
import { amountOf, type GivenBy } from './rules.ts';
import { findPublicCampaign } from './store.ts';

interface Sender {
  readonly personId: string | null;
  readonly locale: Locale;
  readonly now: Temporal.Instant;
}

/** How long an announced gift is waited for, in days; the money counts whenever it comes. */
const DAYS: Readonly<Record<GivenBy, number>> = { card: 2, paypay: 2, konbini: 10, bank: 30 };

/** Keeps who gives and what they announce. @returns what is to be paid */
export async function announce(tx: Tx, fields: GiveFields, sender: Sender): Promise<Reference> {
  const { now } = sender;
  const amount = amountOf(fields);
  if (amount === null) throw new Error('a gift without an amount was sent');
  const donorId = await findOrMakeDonor(tx, fields, sender);
  const about = {
    donorId,
    campaignId: (await findPublicCampaign(tx, fields.campaign))?.id ?? null,
    fund: fields.fund,
    amount,
    isAnonymous: fields.isAnonymous,
  };
  if (fields.rhythm === 'monthly') return { kind: 'promise', id: await beginPromise(tx, { ...about, now }) };
  const { id } = await insertPledge(tx, {
    ...about,
    channel: fields.channel,
    madeAt: now,
    expiresAt: now.add({ hours: 24 * DAYS[fields.channel] }),
    inMemoryOf: fields.inMemoryOf,
    note: fields.note,
  });
  return { kind: 'pledge', id };
}

/** Whoever is signed in and has said the same of themselves before; everybody else is new: an address that was typed proves nothing. */
async function findOrMakeDonor(
  tx: Tx,
  fields: GiveFields,
  { personId, locale, now }: Sender,
): Promise<string> {
  const { kind, name, kana, email, address, receipt: receiptWish } = fields;
  const receiptByPost = receiptWish !== 'none' && fields.receiptByPost;
  const said = { kind, name, kana, email, address, receiptWish, receiptByPost };
  const known = personId ? await listDonorsOf(tx, { personId, email: null }) : [];
  const same = known.find((donor) =>
    Object.entries(said).every(([key, value]) => donor[key as keyof typeof said] === value),
  );
  return same?.id ?? insertDonor(tx, { ...said, personId, locale, now });
}
