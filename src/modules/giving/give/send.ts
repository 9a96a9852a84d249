import type { Tx } from '../../../platform/database/connect.ts';
import type { Locale } from '../../../platform/languages/locales.ts';
import { insertDonor, listDonorsOf } from '../donors/store.ts';
import type { Reference } from '../payments/provider.ts';
import { insertPledge } from '../pledges/store.ts';
import { beginPromise } from '../promises/acts.ts';
import type { GiveFields } from './form.ts';
import { amountOf, type GivenBy } from './rules.ts';
import { findCampaignId } from './store.ts';

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
    campaignId: await findCampaignId(tx, fields.campaign),
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

/** Whoever is signed in and has given under this name before; everybody else is new: an address that was typed proves nothing. */
async function findOrMakeDonor(
  tx: Tx,
  fields: GiveFields,
  { personId, locale, now }: Sender,
): Promise<string> {
  const { kind, name, kana, email, address, receipt, receiptByPost } = fields;
  const known = personId ? await listDonorsOf(tx, { personId, email: null }) : [];
  const same = known.find(
    (donor) =>
      donor.name === name && donor.kind === kind && donor.email === email && donor.address === address,
  );
  if (same) return same.id;
  return insertDonor(tx, {
    ...{ kind, personId, name, kana, email, address, locale, now },
    receiptWish: receipt,
    receiptByPost: receipt !== 'none' && receiptByPost,
  });
}
