import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { testDatabase } from '../../../../test/support/database.ts';
import { readPdf } from '../../../../test/support/read-pdf.ts';
import { donorWith } from '../../../../test/support/receipts.ts';
import type { Tx } from '../../../platform/database/connect.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { writeSetting } from '../../../platform/settings/settings.ts';
import { createPerson } from '../../people/index.ts';
import { findDonor, type NewDonor } from '../donors/store.ts';
import { reissueReceipt, voidReceipt } from './change.ts';
import { printReceipt } from './file.ts';
import { issueReceipt } from './issue.ts';
import { type ReceiptSettings, receiptsSetting } from './setting.ts';
import { findGiftWaiting } from './store/gifts.ts';
import { findReceipt } from './store/receipts.ts';
import type { Receipt } from './types.ts';

const { db } = await testDatabase();
const now = Temporal.Instant.from('2026-11-24T09:00:00+09:00');
const URL = 'https://otonari.test';
const doing = <T>(work: (tx: Tx) => Promise<T>) => inTransaction(db, work);

const giver = (more: Partial<NewDonor> = {}): NewDonor => ({
  name: '青木 はる',
  email: 'haru@otonari.example',
  address: '墨田区1-1',
  now,
  ...more,
});
const gave = async (more: Partial<NewDonor> = {}, amount = 3000, on = '2026-11-20') =>
  (await donorWith(db, giver(more), { [on]: amount })).giftIds[0] ?? '';

async function issue(tx: Tx, giftId: string, at = now) {
  const gift = await findGiftWaiting(tx, giftId);
  const donor = gift && (await findDonor(tx, gift.donorId));
  if (!gift || !donor) return issueReceipt(tx, URL, { ...nobody, gifts: [] });
  return issueReceipt(tx, URL, { donor, gifts: [gift], calendarYear: null, by: null, now: at });
}
const nobody = { donor: { name: '', email: null } as never, calendarYear: null, by: null, now };

async function issued(giftId: string, at = now): Promise<Receipt> {
  const outcome = await doing((tx) => issue(tx, giftId, at));
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return (await findReceipt(db, { id: outcome.value })) as Receipt;
}
const numbers = async (fiscalYear: number) =>
  (
    await db
      .selectFrom('giving.receipts')
      .select('number')
      .where('fiscal_year', '=', fiscalYear)
      .orderBy('number')
      .execute()
  ).map(({ number }) => number);
const printed = async (receipt: Receipt, language: 'ja' | 'en' = 'ja') => {
  const bytes = await printReceipt(receipt, language, URL);
  if (!bytes?.ok) throw new Error(bytes?.refusal.code ?? 'nothing');
  return readPdf(bytes.value);
};
const set = (value: Partial<ReceiptSettings>) =>
  doing((tx) =>
    writeSetting(tx, receiptsSetting, {
      ...{ value: { ...receiptsSetting.value, ...value }, seen: null, by: null, now },
    }),
  );
const CERTIFIED = {
  isCertified: true,
  number: '6生都市第1234号',
  certifiedOn: '2026-07-01',
  authority: '東京都',
  activity: '在住外国人の支援に係る事業',
  activityInEnglish: 'Support of foreign residents',
} as const;
beforeEach(async () => void (await set({})));

describe('numbers', () => {
  test('of sixteen who issue at once no two are the same and none is left out, whoever gives up', async () => {
    const ids: string[] = [];
    for (let at = 0; at < 16; at++) ids.push(await gave());
    const at = Temporal.Instant.from('2029-05-01T09:00:00+09:00');
    const outcomes = await Promise.allSettled(
      ids.map((id, which) =>
        doing(async (tx) => {
          await issue(tx, id, at);
          if (which % 4 === 3) throw new Error('changed my mind');
        }),
      ),
    );
    expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(4);
    expect(await numbers(2029)).toEqual(Array.from({ length: 12 }, (_, which) => which + 1));
  });

  test('one gift has one receipt, however many issue it at once', async () => {
    const id = await gave();
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => doing((tx) => issue(tx, id))));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test('begin again with the fiscal year in which they are issued', async () => {
    const at = (text: string) => Temporal.Instant.from(`${text}T09:00:00+09:00`);
    expect((await issued(await gave(), at('2031-03-31'))).number).toBe(1);
    expect(await issued(await gave(), at('2031-04-01'))).toMatchObject({ fiscalYear: 2031, number: 1 });
    expect((await issued(await gave(), at('2031-03-31'))).number).toBe(2);
  });

  test('of their own are refused by the database: a gap, a second one, a gift twice, another amount', async () => {
    const giftId = await gave();
    const { id } = await issued(giftId);
    const again = (columns: string) => sql`insert into giving.receipts
      (fiscal_year, number, kind, donor_id, amount_jpy, code, words, issued_at, is_by_post)
      select fiscal_year, ${sql.raw(columns)}, kind, donor_id, amount_jpy, 'ABCDEFGH23456789', words, issued_at, false
      from giving.receipts where id = ${id}`;
    await expect(doing((tx) => again('number + 900').execute(tx))).rejects.toThrow(/receipts_without_gap/);
    await expect(doing((tx) => again('number').execute(tx))).rejects.toThrow(/fiscal_year_number/);
    const next = '(select max(number) + 1 from giving.receipts x where x.fiscal_year = receipts.fiscal_year)';
    await expect(doing((tx) => again(next).execute(tx))).rejects.toThrow(/what its gifts come to/);
    const other = await issued(await gave());
    const twice = { gift_id: giftId, receipt_id: other.id };
    await expect(db.insertInto('giving.receipt_gifts').values(twice).execute()).rejects.toThrow(
      /gifts_received_once/,
    );
  });

  test.each([
    'delete from giving.receipts',
    'update giving.receipts set number = number + 100',
    'update giving.receipts set amount_jpy = 1',
    "update giving.receipts set state = 'issued', voided_at = null where state = 'void'",
    'delete from giving.receipt_gifts',
  ])('are never changed: %s', async (statement) => {
    const { id } = await issued(await gave());
    await doing((tx) => voidReceipt(tx, { id, reason: 'x', by: null, now }));
    await expect(sql.raw(statement).execute(db)).rejects.toThrow(/another one|permission denied/);
  });
});

describe('a receipt', () => {
  test('that is void keeps its number, and its gift can have another', async () => {
    const giftId = await gave();
    const first = await issued(giftId);
    expect((await doing((tx) => issue(tx, giftId))).ok).toBe(false);
    const make = () => doing((tx) => voidReceipt(tx, { id: first.id, reason: '名前の誤り', by: null, now }));
    expect((await make()).ok).toBe(true);
    expect(await make()).toMatchObject({ refusal: { code: 'receipt_was_voided' } });
    expect(await findReceipt(db, { id: first.id })).toMatchObject({
      ...{ state: 'void', number: first.number, voidReason: '名前の誤り' },
    });
    expect((await issued(giftId)).number).toBeGreaterThan(first.number);
  });

  test('issued again says so under the same number, and never once it is void', async () => {
    const first = await issued(await gave());
    expect((await printed(first)).text).not.toContain('再発行');
    const again = () => doing((tx) => reissueReceipt(tx, { id: first.id, now }));
    await again();
    const second = (await findReceipt(db, { id: first.id })) as Receipt;
    expect(second).toMatchObject({ state: 'reissued', reissues: 1, number: first.number });
    for (const language of ['ja', 'en'] as const)
      expect((await printed(second, language)).text).toContain('再発行');
    await doing((tx) => voidReceipt(tx, { id: first.id, reason: 'x', by: null, now }));
    expect(await again()).toMatchObject({ refusal: { code: 'receipt_was_voided' } });
  });

  test('of an organization that is not certified says that no deduction applies, and nothing of a certification', async () => {
    const receipt = await issued(await gave());
    const ja = (await printed(receipt)).text.replaceAll(/\s/g, '');
    expect(ja).toContain('本証明書は寄附金控除の対象になりません。');
    expect(ja).not.toContain('認定');
    expect((await printed(receipt, 'en')).text).toContain('does not entitle you to a tax deduction');
  });

  test('of a certified one says all that the law asks for, and stays as it was when the setting changes', async () => {
    await set(CERTIFIED);
    const receipt = await issued(await gave({ name: '株式会社となり', kind: 'organization' }, 12_345));
    await set({});
    const ja = (await printed(receipt)).text.replaceAll(/\s/g, '');
    for (const told of [
      ...['株式会社となり御中', '墨田区1-1', '12,345', '2026年11月20日', '6生都市第1234号', '2026年7月1日'],
      ...[
        '東京都',
        '在住外国人の支援に係る事業',
        '条例による指定はありません',
        '寄附金控除等の対象になります',
      ],
    ])
      expect(ja).toContain(told);
    expect(ja).not.toContain('対象になりません');
  });

  test('of a gift before the certification is not deductible', async () => {
    await set(CERTIFIED);
    const receipt = await issued(await gave({}, 3000, '2026-06-30'));
    const ja = (await printed(receipt)).text.replaceAll(/\s/g, '');
    expect(ja).toContain('本証明書は寄附金控除の対象になりません。');
    expect(ja).not.toContain('6生都市第1234号');
  });

  test('of a certified organization needs an address', async () => {
    await set(CERTIFIED);
    const giftId = await gave({ address: null });
    expect(await doing((tx) => issue(tx, giftId))).toMatchObject({
      ...{ ok: false, refusal: { code: 'receipt_needs_address', field: 'address' } },
    });
  });

  test('is refused by name where paper lacks a letter, and takes no number; another name helps', async () => {
    const before = await numbers(2026);
    const giftId = await gave({ name: '김민준 们' });
    expect(await doing((tx) => issue(tx, giftId))).toMatchObject({
      refusal: { code: 'paper_cannot_write', params: { characters: '김 민 준 们' } },
    });
    expect(await numbers(2026)).toEqual(before);
    const other = await gave({ name: '김민준', receiptName: 'KIM Minjun' });
    expect((await printed(await issued(other))).text).toContain('KIM Minjun');
  });

  test('is mailed of in the donor’s language, without a name or an amount', async () => {
    const { id } = await issued(
      await gave({ name: 'Sita', locale: 'en', email: 'sita@otonari.example' }, 7777),
    );
    const { rows } = await sql<{ payload: { text: string; subject: string; to: string } }>`
      select payload from graphile_worker._private_jobs where key = ${`send-mail:receipt:${id}`}`.execute(db);
    expect(rows[0]?.payload).toMatchObject({ to: 'sita@otonari.example', subject: 'JII: your receipt' });
    expect(rows[0]?.payload.text).toContain(`${URL}/en/giving/mine/receipts`);
    expect(rows[0]?.payload.text).not.toMatch(/Sita|7,?777/);
  });

  test('is mailed to the account of whoever gave no other address', async () => {
    const { id: personId } = await doing((tx) =>
      createPerson(tx, { name: 'Maya', email: 'maya@otonari.example', now }),
    );
    const receipt = await issued(await gave({ email: null, personId }));
    expect(receipt.isByPost).toBe(false);
    const { rows } = await sql<{ payload: { to: string } }>`
      select payload from graphile_worker._private_jobs where key = ${`send-mail:receipt:${receipt.id}`}`.execute(
      db,
    );
    expect(rows[0]?.payload.to).toBe('maya@otonari.example');
  });

  test('goes by post to whoever wishes so or has no mail address', async () => {
    expect((await issued(await gave({ receiptByPost: true }))).isByPost).toBe(true);
    expect((await issued(await gave({ email: null }))).isByPost).toBe(true);
    expect((await issued(await gave())).isByPost).toBe(false);
  });
});

test('takes no number where the organization’s own words can’t be printed, and blames no field of its donor', async () => {
  await set({ signer: 'Łukasz' });
  const before = await numbers(2026);
  const outcome = await doing(async (tx) => issue(tx, await gave()));
  expect(outcome).toMatchObject({ refusal: { code: 'paper_cannot_write', params: { characters: 'Ł' } } });
  expect(outcome).not.toHaveProperty('refusal.field');
  expect(await numbers(2026)).toEqual(before);
});

test('is not for whoever has been forgotten', async () => {
  const { donorId, giftIds } = await donorWith(db, giver(), { '2026-11-20': 3000 });
  const forgotten = { name: '', forgotten_at: now };
  await db.updateTable('giving.donors').set(forgotten).where('id', '=', donorId).execute();
  expect(await doing((tx) => issue(tx, giftIds[0] ?? ''))).toMatchObject({
    refusal: { code: 'receipt_gift_not_free' },
  });
});

/** Old and rare forms, outside the basic plane, many marks, many words, other scripts that the font has. */
const NAMES = [
  ...['髙﨑 𠮷子', '渡邊 邉', '濵田 德', '𠮷野家 髙橋', '神楽坂 辻', '冨樫 祇', '彅 𡈽屋', '齋藤 齊 齎'],
  ...['Nguyễn Thị Minh Khai', 'Đặng Phương Thảo', 'Ольга Щукина', 'Þórður Ægisson'],
  ...[
    'Maria da Conceição dos Santos Oliveira Albuquerque de Vasconcelos e Meneses',
    'ｱｵｷ ﾊﾙ',
    'ミャ・ミャ・ウィン',
  ],
  ...[
    'Somchai Rattanapongpaisankulchaiwattanasombat',
    "O'Connor-Müller",
    '株式会社　となりの－カンパニー',
    '㈱となり',
  ],
];

test.each(NAMES)('every letter of %s is printed', async (name) => {
  const { glyphs, text } = await printed(await issued(await gave({ name })));
  expect(glyphs).not.toContain(0);
  const plain = (words: string) => words.normalize('NFC').replaceAll(/\s/g, '');
  expect(plain(text)).toContain(plain(name));
});

test.each([
  ['Łukasz', 'Ł'],
  ['Yıldız', 'ı'],
  ['أحمد', 'أ ح م د'],
  ['सीता', 'स ी त ा'],
])('%s is refused with its letters, and none is replaced in silence', async (name, characters) => {
  const giftId = await gave({ name });
  expect(await doing((tx) => issue(tx, giftId))).toMatchObject({
    refusal: { code: 'paper_cannot_write', params: { characters } },
  });
});
