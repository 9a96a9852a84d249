import type { Database } from '../../../../platform/database/connect.ts';
import { findDonor } from '../../donors/store.ts';
import type { Reference } from '../../payments/provider.ts';
import { findPledge } from '../../pledges/store.ts';
import { findPromise } from '../../promises/store/promises.ts';
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
  const announced = await (reference.kind === 'pledge' ? ofPledge : ofPromise)(db, reference.id);
  const donor = announced && (await findDonor(db, announced.donorId));
  if (!announced || !donor) return null;
  const { donorId: _, ...due } = announced;
  return { ...due, reference, email: donor.email, name: donor.kana ?? donor.name };
}

type Announced = Omit<Due, 'reference' | 'email' | 'name'> & { readonly donorId: string };

async function ofPledge(db: Database, id: string): Promise<Announced | null> {
  const pledge = await findPledge(db, id);
  if (!pledge) return null;
  const { donorId, amount, number, channel, state } = pledge;
  const now = state === 'open' ? 'open' : state === 'received' ? 'done' : 'over';
  return { donorId, amount, number, channel: channel as GivenBy, isMonthly: false, state: now };
}

/** It begins at the provider; from then on its own page, by the link in each mail, says how it stands. */
async function ofPromise(db: Database, id: string): Promise<Announced | null> {
  const promise = await findPromise(db, id);
  if (!promise) return null;
  const { donorId, amount, state } = promise;
  const now = state === 'announced' ? 'open' : state === 'cancelled' ? 'over' : 'done';
  return { donorId, amount, number: null, channel: 'card', isMonthly: true, state: now };
}
