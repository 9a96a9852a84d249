import { describe, expect, test } from 'vitest';
import { amountOf, type Giving, readAmount, refuseGiving } from './rules.ts';

describe('an amount', () => {
  test.each([
    ['1000', 1000],
    ['３０００', 3000],
    ['3,000円', 3000],
    ['３，０００ 円', 3000],
    ['¥5,000', 5000],
    ['￥5000', 5000],
    [' 9999999 ', 9_999_999],
    ['', null],
    ['　', null],
    ['0', 'give_amount_is_too_small'],
    ['999', 'give_amount_is_too_small'],
    ['-3000', 'give_amount_is_too_small'],
    ['−3000', 'give_amount_is_too_small'],
    ['1000000000000', 'give_amount_is_too_large'],
    ['9'.repeat(400), 'give_amount_is_too_large'],
    ['3000.5', 'write_a_whole_number'],
    ['3e3', 'write_a_whole_number'],
    ['三千', 'write_a_whole_number'],
    ['=1+1', 'write_a_whole_number'],
    ['NaN', 'write_a_whole_number'],
  ])('%s', (typed, read) => {
    expect(readAmount(typed)).toBe(read);
  });
});

describe('what speaks against a gift', () => {
  const good: Giving = {
    ...{ tier: '3000', amount: null, rhythm: 'once', channel: 'card' },
    ...{ receipt: 'none', receiptByPost: false, address: null },
  };
  const all = ['card', 'konbini', 'paypay', 'bank'] as const;
  const codes = (giving: Giving, open: Parameters<typeof refuseGiving>[1] = all) =>
    refuseGiving(giving, open).map(({ code, field }) => `${field}: ${code}`);

  test('nothing, once and every month', () => {
    expect(codes(good)).toEqual([]);
    expect(codes({ ...good, rhythm: 'monthly' })).toEqual([]);
  });

  test('another amount that is not said', () => {
    expect(codes({ ...good, tier: 'other' })).toEqual(['amount: give_amount_is_missing']);
    expect(amountOf({ tier: 'other', amount: 4000 })).toBe(4000);
    expect(amountOf({ tier: '3000', amount: null })).toBe(3000);
  });

  test.each(['konbini', 'paypay', 'bank'] as const)('every month by %s', (channel) => {
    expect(codes({ ...good, rhythm: 'monthly', channel })).toEqual(['channel: give_monthly_by_card']);
  });

  test.each([
    ['once', 'konbini', 300_000],
    ['once', 'paypay', 1_000_000],
    ['monthly', 'card', 1_000_000],
    ['once', 'card', 9_999_999],
  ] as const)('%s by %s more than %i yen', (rhythm, channel, most) => {
    const giving = { ...good, tier: 'other', rhythm, channel } as const;
    expect(codes({ ...giving, amount: most })).toEqual([]);
    expect(codes({ ...giving, amount: most + 1 })).toEqual(['amount: give_amount_is_too_large_this_way']);
  });

  test('a way that is closed now, and paper without an address', () => {
    expect(codes(good, ['bank'])).toEqual(['channel: give_channel_is_closed']);
    const onPaper = { ...good, receipt: 'each', receiptByPost: true } as const;
    expect(codes(onPaper)).toEqual(['address: give_address_is_missing']);
    expect(codes({ ...onPaper, address: '東京都' })).toEqual([]);
  });
});
