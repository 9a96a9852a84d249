import type { Tx } from '../../../platform/database/connect.ts';
import { done, type InventedWorld, type Step } from '../../../platform/parts/demonstration.ts';
import { writeSetting } from '../../../platform/settings/settings.ts';
import { insertDonor } from '../donors/store.ts';
import { giftAccountSetting } from '../give/setting.ts';
import { insertPledge } from '../pledges/store.ts';
import type { By } from '../types.ts';
import { chooseColumns } from './columns/choose.ts';
import { ColumnsForm } from './columns/form.ts';
import { splitPayout } from './explain/split.ts';
import { insertImport } from './store/imports.ts';
import { listWaiting } from './store/lines.ts';
import { takeIn } from './take-in/take-in.ts';

const HEADS = '取引日,摘要,お支払金額,お預り金額,差引残高';
const ACCOUNT = { account: 'new', bank: '9999', branch: '001', kind: 'ordinary', number: '1234567' };
/** The same account, as donors read it. */
const GIFT_ACCOUNT =
  '見本銀行（9999） 見本支店（001）\n普通 1234567\nトクヒ）アジアジンブンブンカコウリユウソクシンキヨウカイ';
const COLUMNS = { heads: '1', day: '1', name: '2', moneyOut: '3', moneyIn: '4', balance: '5' };
/** What was in the account before the first line. */
const BEFORE = 1_250_000;

/** What a platform paid out, of which somebody has said what it is made of. */
const PAYOUT = { amount: 18_600, fee: 1400, parts: '大森 ゆき,10000\nDaniel Okafor,5000\n,5000' };

/** One line of an invented bank: how many days ago, who, and yen in or, below zero, out. */
type Told = readonly [daysAgo: number, name: string, amount: number];

/** The account for gifts, a file of which a little waits to be explained, and a later one that nobody has taken in yet. */
export function bankSteps(world: InventedWorld): Step[] {
  const at = world.at(world.today.subtract({ days: 1 }), '17:00');
  const by = { personId: null, now: at };
  const since = world.at(world.today.subtract({ years: 3 }), '10:00');
  return [
    { at: since, run: (tx) => sayAccount(tx, since) },
    {
      at,
      async run(tx) {
        const [number, ...others] = await announce(tx, at);
        const first: Told[] = [
          [6, `振込 ${number} マツイ サクラ`, 5000],
          [6, 'デンキリヨウ', -8240],
          [5, '振込 ギブワン', PAYOUT.amount],
          [5, '振込 GRACE WHITFIELD', 3000],
          [5, '振込 マツイ サクラ', 3000],
          [4, '振込 ヤマノ ケンイチ', 10_000],
          [4, `振込 ホシノ ${others.at(-1)}`, 3000],
          [3, '振込 カ)テラスギフト', 46_500],
        ];
        const taken = await bring(tx, world, { told: first, before: BEFORE, by });
        done(await takeIn(tx, { importId: taken, by }), 'a file of the bank');
        await split(tx, by);
        const after = first.reduce((sum, [, , amount]) => sum + amount, BEFORE);
        await bring(tx, world, { told: [[2, '振込 ハヤシ ミク', 5000]], before: after, by });
      },
    },
  ];
}

/** Without it nobody could give by the bank. */
async function sayAccount(tx: Tx, now: Temporal.Instant): Promise<void> {
  const value = { giftAccount: GIFT_ACCOUNT };
  done(await writeSetting(tx, giftAccountSetting, { value, seen: null, by: null, now }), 'the account');
}

/** What somebody has announced, and given in part by now. @returns its numbers */
async function announce(tx: Tx, now: Temporal.Instant): Promise<number[]> {
  const madeAt = now.subtract({ hours: 24 * 8 });
  const donorId = await insertDonor(tx, { name: '松井 さくら', kana: 'マツイ サクラ', now: madeAt });
  const pledge = { donorId, campaignId: null, fund: 'general', channel: 'bank', madeAt } as const;
  const rest = { isAnonymous: false, inMemoryOf: null, note: null };
  const numbers: number[] = [];
  for (const amount of [5000, 3000, 3000]) {
    const expiresAt = madeAt.add({ hours: 24 * 60 });
    numbers.push((await insertPledge(tx, { ...pledge, ...rest, amount, expiresAt })).number);
  }
  return numbers;
}

/** A bank's table whose columns are chosen. @returns the file's id */
async function bring(
  tx: Tx,
  world: InventedWorld,
  { told, before, by }: { readonly told: readonly Told[]; readonly before: number; readonly by: By },
): Promise<string> {
  let balance = before;
  const lines = told.map(([daysAgo, name, amount]) => {
    balance += amount;
    const [paid, received] = amount < 0 ? [-amount, ''] : ['', amount];
    return [world.today.subtract({ days: daysAgo }), name, paid, received, balance].join(',');
  });
  const bytes = new TextEncoder().encode([HEADS, ...lines].join('\n'));
  const importId = await insertImport(tx, { source: 'csv', bytes, by });
  const chosen = ColumnsForm.parse({ ...ACCOUNT, ...COLUMNS });
  done(await chooseColumns(tx, { importId, chosen, now: by.now }), 'the columns of a table');
  return importId;
}

async function split(tx: Tx, by: By): Promise<void> {
  const { rows } = await listWaiting(tx, { after: null, limit: 50 }, 'unexplained');
  const payout = rows.find(({ amount }) => amount === PAYOUT.amount);
  if (!payout) throw new Error('nothing was paid out');
  const on = {
    lineId: payout.id,
    version: payout.version,
    bytes: new TextEncoder().encode(PAYOUT.parts),
    by,
  };
  done(await splitPayout(tx, { ...on, fee: PAYOUT.fee, channel: 'give_one', fund: 'general' }), 'a payout');
}
