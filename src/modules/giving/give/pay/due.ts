import type { Database } from '../../../../platform/database/connect.ts';
import { findDonor } from '../../donors/store.ts';
import type { Reference } from '../../payments/provider.ts';
import { findPledge } from '../../pledges/store.ts';
import type { GivenBy } from '../rules.ts';

/** What is to be paid, as it stands. */
export interface Due {
  readonly reference: Reference;
  readonly amount: number;
  readonly isMonthly: boolean;
  readonly channel: GivenBy;
  readonly state: 'open' | 'done' | 'over';
  readonly email: string | null;
  /** Whose gift it is, as they have written themselves. */
  readonly name: string;
  /** What is written before the name at the bank. */
  readonly number: number | null;
}

/** @returns null where there is none */
export async function findDue(db: Database, reference: Reference): Promise<Due | null> {
  const pledge = await findPledge(db, reference.id);
  const donor = pledge && (await findDonor(db, pledge.donorId));
  if (!pledge || !donor) return null;
  const { amount, number, channel, state } = pledge;
  return {
    ...{ reference, amount, number, isMonthly: false },
    channel: channel as GivenBy,
    state: state === 'open' ? 'open' : state === 'received' ? 'done' : 'over',
    email: donor.email,
    name: donor.kana ?? donor.name,
  };
}
