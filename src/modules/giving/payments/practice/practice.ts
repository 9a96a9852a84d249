import type { Clock } from '../../../../platform/clock.ts';
import type { Database } from '../../../../platform/database/connect.ts';
import { givingPaths } from '../../paths.ts';
import type { Happening, Order, PaidBy, Provider } from '../provider.ts';
import { spellReference } from '../reference.ts';
import {
  findOpenPage,
  findPractice,
  insertPractice,
  insertPracticeRefund,
  listPracticeCharges,
  listPracticeRefunds,
  type PracticeObject,
  updatePractice,
} from '../store/practice.ts';
import { practiceFacts } from './facts.ts';

interface Ground {
  readonly db: Database;
  readonly clock: Clock;
}

/**
 * Plays the payment provider in a demonstration: no money moves, and its pages say so. What it remembers stands in a table of
 * its own, and what it tells comes the way of Stripe's notices.
 */
export function makePractice({ db, clock }: Ground): Provider {
  const begin = async (order: Order, by: PaidBy) => {
    const reference = spellReference(order.reference);
    const made = {
      reference,
      channel: by,
      amount_jpy: order.amount,
      state: 'open',
      back_done: order.back.done,
      back_left: order.back.left,
      made_at: clock(),
    } as const;
    const id = (await findOpenPage(db, reference, order.amount)) ?? (await insertPractice(db, 'cs', made));
    return givingPaths.practice({ object: id });
  };
  const set = async (id: string, changes: Parameters<typeof updatePractice>[2]) =>
    updatePractice(db, id, { ...changes, changed_at: clock() });
  return {
    name: 'practice',
    beginGift: (order) => begin(order, order.by),
    beginMonthly: (order) => begin(order, 'card'),
    changeMonthly: (id, amount) => set(id, { amount_jpy: amount }),
    pauseMonthly: (id) => set(id, { state: 'paused' }),
    resumeMonthly: (id) => set(id, { state: 'active' }),
    stopMonthly: (id) => set(id, { state: 'cancelled' }),
    async beginRepair(id, { back }) {
      // Nothing of the payment has changed by it.
      await updatePractice(db, id, { back_done: back, back_left: back });
      return givingPaths.practice({ object: id });
    },
    async refund(charge, back) {
      const found = await findPractice(db, charge);
      if (!found) return 'refused';
      await insertPracticeRefund(db, found, { ...back, now: clock() });
      return 'sent';
    },
    async closePage(charge) {
      const tried = await findPractice(db, charge);
      const page = tried && (await findOpenPage(db, tried.reference, tried.amount_jpy));
      if (page) await set(page, { state: 'expired' });
      return page;
    },
    // Its notices never come from outside.
    readNotice: () => 'forged',
    look: (at) => lookAt(db, at.objectId),
    async *listNotices() {},
    async *listCharges(span) {
      for (const row of await listPracticeCharges(db, span)) {
        const happening = await tell(db, row);
        if (happening?.kind === 'charge') yield happening.charge;
      }
    },
  };
}

async function lookAt(db: Database, id: string): Promise<Happening | null> {
  const found = await findPractice(db, id);
  return found && tell(db, found);
}

async function tell(db: Database, row: PracticeObject): Promise<Happening | null> {
  return practiceFacts(row, await listPracticeRefunds(db, row.id));
}
