import { listOf, type StripeDouble } from '../../test/support/stripe-double.ts';

/** What happens to a charge at once, and the events that tell of it: several of one change, as Stripe sends them. */
interface Step {
  readonly types: readonly string[];
  /** Refunds as they stand from now on: which share of the charge, and whether they failed. */
  readonly refunds?: readonly { readonly share: 0.5 | 1; readonly failed?: boolean }[];
  /** Moves of a dispute so far: -1 is lost, 1 comes again. */
  readonly moves?: readonly (-1 | 1)[];
}

const PAID: readonly Step[] = [
  { types: ['charge.succeeded', 'payment_intent.succeeded'] },
  { types: ['charge.updated'] },
];
const LOST: Step = { types: ['charge.dispute.created', 'charge.dispute.funds_withdrawn'], moves: [-1] };

/** What becomes of charges, by turns. */
const PATHS: readonly (readonly Step[])[] = [
  PAID,
  [...PAID, { types: ['charge.refunded', 'refund.updated'], refunds: [{ share: 0.5 }] }],
  [...PAID, { types: ['charge.refunded', 'refund.updated'], refunds: [{ share: 1 }] }],
  [
    ...PAID,
    { types: ['charge.refunded'], refunds: [{ share: 1 }] },
    { types: ['refund.failed'], refunds: [{ share: 1, failed: true }] },
    { types: ['charge.refunded'], refunds: [{ share: 1, failed: true }, { share: 0.5 }] },
  ],
  [...PAID, LOST],
  [...PAID, LOST, { types: ['charge.dispute.funds_reinstated', 'charge.dispute.closed'], moves: [-1, 1] }],
];
const FEE = 0.036;
const DISPUTE_FEE = 1500;

/** A charge at the provider, which goes on as events are sent; nobody knows whose it is where it has no pledge. */
export class Charge {
  readonly id: string;
  readonly amount: number;
  readonly pledgeId: string | null;
  readonly steps: readonly Step[];
  readonly #created = Math.floor(Date.now() / 1000);
  #done = 0;

  constructor(index: number, amount: number, pledgeId: string | null) {
    this.amount = amount;
    this.pledgeId = pledgeId;
    this.id = `ch_drill_${index}`;
    this.steps = PATHS[index % PATHS.length] ?? PAID;
  }

  /** It has come at least so far. */
  reach(steps: number): void {
    this.#done = Math.max(this.#done, steps);
  }

  /** As Stripe answers. */
  asStripe(): object {
    const { refunds } = this.#now();
    return {
      ...{ id: this.id, object: 'charge', amount: this.amount, created: this.#created, paid: true },
      ...{ status: 'succeeded', disputed: this.#now().moves.length > 0, payment_intent: null },
      metadata: this.pledgeId ? { reference: `pledge:${this.pledgeId}` } : {},
      balance_transaction: this.#done < 2 ? null : { id: `txn_${this.id}`, fee: this.#fee() },
      payment_method_details: { type: 'card', card: { fingerprint: this.id } },
      refunds: listOf(
        ...refunds.map(({ share, failed }, at) => ({
          ...{ id: `re_${this.id}_${at}`, amount: this.amount * share, created: this.#created },
          ...{ status: failed ? 'failed' : 'succeeded', metadata: {} },
        })),
      ),
    };
  }

  disputeAsStripe(): object {
    const moves = this.#now().moves.map((sign, at) => ({
      ...{ id: `txn_${this.id}_${at}`, amount: sign * this.amount, fee: -sign * DISPUTE_FEE },
      created: this.#created,
    }));
    return { id: `dp_${this.id}`, balance_transactions: moves };
  }

  /** What the provider has of it and has kept, to the yen: the truth that the books are compared with. */
  truth(): { readonly left: number; readonly fees: number } {
    const { refunds, moves } = this.#now();
    const back = refunds.reduce((sum, { share, failed }) => sum + (failed ? 0 : this.amount * share), 0);
    const moved = moves.reduce<number>((sum, sign) => sum + sign, 0);
    return { left: this.amount - back + moved * this.amount, fees: this.#fee() - moved * DISPUTE_FEE };
  }

  #fee = () => Math.round(this.amount * FEE);

  #now() {
    const [last] = this.steps.slice(0, this.#done).reverse();
    return { refunds: last?.refunds ?? [], moves: last?.moves ?? [] };
  }
}

/** Has the double answer for these charges as they stand whenever it is asked. */
export function answerFor(double: StripeDouble, charges: readonly Charge[]): void {
  const byId = new Map(charges.map((charge) => [charge.id, charge]));
  for (const charge of charges) double.answers.set(`/v1/charges/${charge.id}`, () => charge.asStripe());
  double.answers.set('/v1/disputes', ({ charge = '' }) => {
    const found = byId.get(charge);
    return listOf(...(found ? [found.disputeAsStripe()] : []));
  });
}
