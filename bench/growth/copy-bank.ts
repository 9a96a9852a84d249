import type pg from 'pg';
import { ago, type City } from './city.ts';
import { another, COPIED, copyWhole, numberRows } from './copy-rows.ts';
import { bookedOnce, findOne } from './find-one.ts';

/** A file every working day. */
const LINES_OF_A_FILE = 40;
/** Every twentieth gift is one for the campaign that runs. */
const FOR_CAMPAIGN = 20;
/** Whoever gives by bank does so about five times. */
const LINES_OF_A_PAYER = 5;

/** Lines of the bank in their files: three of four explained as a gift that was announced, the others money out. */
export async function copyBank(client: pg.Client, { bankLines }: City, era: string): Promise<void> {
  await copyFiles(client, Math.ceil(bankLines / LINES_OF_A_FILE), era);
  const gifts = Math.ceil((bankLines * 3) / 4);
  await copyGifts(client, gifts, era);
  await copyMoneyOut(client, bankLines - gifts, era);
}

async function copyFiles(client: pg.Client, times: number, era: string): Promise<void> {
  const one = await findOne(
    client,
    "select id from giving.bank_imports where state = 'taken_in' order by read_at desc",
  );
  await copyWhole(client, [['giving.bank_imports', `t.id = '${one.id}'`]], {
    ...{ era, times, shift: ago(`${times}`) },
  });
  await numberRows(
    client,
    'files_of_city',
    "select 1 as time, id from giving.bank_imports where state = 'taken_in'",
  );
}

/** What each line has for itself, however like another it is. */
const lineOnce = (era: string, lines: number) => ({
  key_hash: `md5(${another('key_hash', era)})`,
  likeness_hash: `md5(${another('likeness_hash', era)})`,
  payer_hash: `md5(t.payer_hash || k % ${Math.ceil(lines / LINES_OF_A_PAYER)})`,
});

async function copyGifts(client: pg.Client, times: number, era: string): Promise<void> {
  const line = await findOne<{
    id: string;
    importId: string;
    giftId: string;
    donorId: string;
    pledgeId: string;
  }>(
    client,
    `select l.id, l.import_id as "importId", g.id as "giftId", g.donor_id as "donorId", g.pledge_id as "pledgeId"
     from giving.bank_explanations e join giving.bank_lines l on l.id = e.line_id join giving.gifts g on g.id = e.gift_id
     where e.explained_by = 'number' order by e.explained_at desc limit 1`,
  );
  const campaign = await findOne(client, 'select id from giving.campaigns order by ends_on desc limit 1');
  const booked = `select transaction_id from giving.bank_lines where id = '${line.id}' union all
    select transaction_id from giving.bank_explanations where line_id = '${line.id}'`;
  const tables = [
    ['giving.pledges', `t.id = '${line.pledgeId}'`],
    ['giving.transactions', `t.id in (${booked})`],
    ['giving.entries', `t.transaction_id in (${COPIED})`],
    ['giving.gifts', `t.id = '${line.giftId}'`],
    ['giving.bank_lines', `t.id = '${line.id}'`],
    ['giving.bank_explanations', `t.line_id = '${line.id}'`],
  ] as const;
  await copyWhole(client, tables, {
    ...{ era, times, shift: ago(`${times}`) },
    instead: [
      [line.donorId, 'donors_of_city', 'k'],
      [line.importId, 'files_of_city', `k / ${LINES_OF_A_FILE}`],
    ],
    overrides: {
      ...bookedOnce(era),
      ...lineOnce(era, times),
      // Numbers of before there were longer ones: no new one is among them.
      number: '99999 + (select count(*) from giving.pledges) + k',
      campaign_id: `case when k % ${FOR_CAMPAIGN} = 0 then '${campaign.id}'::uuid end`,
    },
  });
}

/** What the books have in another way: rent, salaries. */
async function copyMoneyOut(client: pg.Client, times: number, era: string): Promise<void> {
  const line = await findOne<{ id: string; importId: string }>(
    client,
    `select id, import_id as "importId" from giving.bank_lines where kind = 'out' and state = 'out' order by day desc limit 1`,
  );
  await copyWhole(client, [['giving.bank_lines', `t.id = '${line.id}'`]], {
    ...{ era, times, shift: ago(`${times}`) },
    instead: [[line.importId, 'files_of_city', `k / ${LINES_OF_A_FILE}`]],
    overrides: { ...lineOnce(era, times), 'giving.bank_lines.state': "'explained'" },
  });
  await client.query(
    `insert into giving.bank_explanations (line_id, kind, explained_by, amount_jpy, explained_at)
     select id, 'elsewhere', 'person', amount_jpy, taken_in_at from giving.bank_lines l
     where kind = 'out' and state = 'explained'
       and not exists (select from giving.bank_explanations e where e.line_id = l.id)`,
  );
}
