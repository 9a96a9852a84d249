import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Sent } from '../fire/presses.ts';
import type { Charge } from './truth.ts';
import type { Attempt } from './world.ts';

/** What the books hold, against what the provider has. */
export interface Verdict {
  /** Yen by which an account stands otherwise than at the provider. */
  readonly provider: number;
  readonly fees: number;
  readonly given: number;
  /** Transactions that do not come to nothing. */
  readonly unbalanced: number;
  /** Charges of a pledge that are not one gift, of which so much is left as at the provider. */
  readonly gifts: number;
  /** Gifts without their one thanks and its one mail. */
  readonly thanks: number;
  /** Gifts with more than one receipt that holds, or with none or another sum than what is left. */
  readonly receipts: number;
  /** What the treasurer's desk says that differs. */
  readonly differences: number;
  /** Events that were acknowledged and are not there, or were never looked up. */
  readonly lost: number;
  readonly unanswered: number;
  readonly strange: number;
  readonly charges: number;
}

const MOST_SECONDS = 1800;

/** Waits until the program has done what it was told of, and compares by statements that share nothing with the product. */
export async function judge(ownerUrl: string, sent: ReadonlyMap<Attempt, Sent>): Promise<Verdict> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const isQuiet = await settled(client);
    const charges = [...new Set([...sent.keys()].map(({ charge }) => charge))];
    const stands = await standing(client);
    const at = (account: string) => stands.get(account) ?? 0;
    const left = sum(charges, (charge) => charge.truth().left);
    const fees = sum(charges, (charge) => charge.truth().fees);
    const told = (answer: Sent['answer']) => [...sent.values()].filter((one) => one.answer === answer).length;
    const acknowledged = new Set(
      [...sent].filter(([, { answer }]) => answer === 'yes').map(([{ key }]) => key),
    );
    return {
      provider: Math.abs(at('payment_provider') - (left - fees)),
      fees: Math.abs(at('payment_fees') - fees),
      given: Math.abs(at('donations') + at('unexplained') + left),
      unbalanced: await count(client, UNBALANCED),
      gifts: await wrongGifts(client, charges),
      thanks: await count(client, UNTHANKED),
      receipts: await count(client, WRONG_RECEIPTS),
      differences: await count(client, 'select from giving.provider_differences'),
      lost: isQuiet ? acknowledged.size - (await countKept(client, [...acknowledged])) : acknowledged.size,
      unanswered: told('none'),
      strange: told('strange'),
      charges: charges.length,
    };
  } finally {
    await client.end();
  }
}

const sum = (charges: readonly Charge[], of: (charge: Charge) => number) =>
  charges.reduce((total, charge) => total + of(charge), 0);

/** Gives jobs of killed workers back, as minutes would, until nothing is left to do. @returns whether it came to that */
async function settled(client: pg.Client): Promise<boolean> {
  for (let second = 0; second < MOST_SECONDS; second++) {
    if ((await count(client, LEFT_TO_DO)) === 0) return true;
    if (second % 5 === 0) await client.query(GIVE_BACK);
    await sleep(1000);
  }
  return false;
}

async function standing(client: pg.Client): Promise<Map<string, number>> {
  const { rows } = await client.query<{ id: string; yen: string }>(
    'select account_id as id, sum(amount_jpy) as yen from giving.entries group by 1',
  );
  return new Map(rows.map(({ id, yen }) => [id, Number(yen)]));
}

async function wrongGifts(client: pg.Client, charges: readonly Charge[]): Promise<number> {
  const { rows } = await client.query<{ charge: string; left: string }>(
    'select provider_charge as charge, amount_jpy - returned_jpy as left from giving.gifts',
  );
  const found = Map.groupBy(rows, ({ charge }) => charge);
  return charges.filter((charge) => {
    const gifts = (found.get(charge.id) ?? []).map(({ left }) => Number(left));
    return charge.pledgeId === null
      ? gifts.length > 0
      : gifts.length !== 1 || gifts[0] !== charge.truth().left;
  }).length;
}

async function countKept(client: pg.Client, ids: readonly string[]): Promise<number> {
  const kept = 'select from giving.provider_events where done_at is not null and id = any($1)';
  return (await client.query(kept, [ids])).rowCount ?? 0;
}

const count = async (client: pg.Client, sql: string) => (await client.query(sql)).rowCount ?? 0;

const LEFT_TO_DO =
  "select from graphile_worker.jobs where attempts < max_attempts and run_at < now() + interval '1 hour'";
const GIVE_BACK = `select graphile_worker.force_unlock_workers(array_agg(distinct locked_by))
  from graphile_worker.jobs where locked_by is not null having count(*) > 0`;
const UNBALANCED = 'select from giving.entries group by transaction_id having sum(amount_jpy) <> 0';
const UNTHANKED = `select from giving.gifts g where (select count(*) from giving.thanks where gift_id = g.id) <> 1
  or not exists (select from platform.sent_mail where key = 'thanks:' || g.id)
    and (select way from giving.thanks where gift_id = g.id) = 'mail'`;
const WRONG_RECEIPTS = `select from giving.gifts g left join giving.receipt_gifts rg on rg.gift_id = g.id and not rg.is_void
  left join giving.receipts r on r.id = rg.receipt_id group by g.id
  having count(r.id) > 1 or coalesce(sum(r.amount_jpy), 0) <> g.amount_jpy - g.returned_jpy`;

/** The sentences that say what is wrong; none when the promise holds. */
export function faultsOf(verdict: Verdict): string[] {
  const says: readonly (readonly [number, string])[] = [
    [verdict.provider, 'yen stand otherwise in the books than at the provider'],
    [verdict.fees, 'yen of fees stand otherwise than the provider kept'],
    [verdict.given, 'yen of gifts stand otherwise than were given and stayed'],
    [verdict.unbalanced, 'transactions do not come to nothing'],
    [verdict.gifts, 'charges are not one gift with what is left of it'],
    [verdict.thanks, 'gifts were not thanked for once'],
    [verdict.receipts, 'gifts have not one receipt for what is left of them'],
    [verdict.differences, 'differences wait on the treasurer’s desk'],
    [verdict.lost, 'events were acknowledged and not taken in'],
    [verdict.unanswered, 'events were never answered'],
    [verdict.strange, 'answers were none that the provider should get'],
    [verdict.charges === 0 ? 1 : 0, 'drill without a charge proves nothing'],
  ];
  return says.filter(([count]) => count > 0).map(([count, words]) => `${count} ${words}.`);
}
