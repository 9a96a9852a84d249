import { describe, expect, it } from 'vitest';
import { mayBeBornIn, mayPrefer, readPhone, tidyKana } from './rules.ts';

const today = Temporal.PlainDate.from('2026-11-24');
const codeOf = (outcome: { ok: boolean; refusal?: { code: string } }) => outcome.refusal?.code ?? 'accepted';

describe('mayBeBornIn', () => {
  it.each([
    [null, 'accepted'],
    [1900, 'accepted'],
    [2026, 'accepted'],
    [1899, 'year_is_out_of_range'],
    [2027, 'year_is_out_of_range'],
    [84, 'year_is_out_of_range'],
  ])('%s: %s', (year, answer) => {
    expect(codeOf(mayBeBornIn(year, today))).toBe(answer);
  });
});

describe('readPhone', () => {
  it.each([
    ['090-1234-5678', '090-1234-5678'],
    ['０９０ー１２３４ー５６７８', '090-1234-5678'],
    ['+81 (90) 1234 5678'.replace('(90)', '90'), '+81 90 1234 5678'],
    ['03(6452)3760', '03(6452)3760'],
    ['(+84) 912 345 678', '+84 912 345 678'],
    ['03.1234.5678', '03-1234-5678'],
    ['090/1234/5678', '090-1234-5678'],
    ['090・1234・5678', '090-1234-5678'],
    ['tel:090-1234-5678', '090-1234-5678'],
    ['٠٩٠-١٢٣٤-٥٦٧٨', '090-1234-5678'],
    ['०९० १२३४ ५६७८', '090 1234 5678'],
    ['\u202a090-1234-5678\u202c', '090-1234-5678'],
    ['090‑1234‑5678', '090-1234-5678'],
  ])('keeps %s as %s', (typed, kept) => {
    expect(readPhone(typed)).toEqual({ ok: true, value: kept });
  });

  it.each(['119', 'ask my sister', '090-1234-5678 ext 9', '1234567890123456', '٠٩٠', '..........'])(
    'refuses %s',
    (typed) => {
      expect(codeOf(readPhone(typed))).toBe('phone_is_not_a_number');
    },
  );
});

describe('mayPrefer', () => {
  const none = { line: null, wechat: null, whatsapp: null, phone: null };
  it.each([
    ['email', none, 'accepted'],
    ['phone', none, 'preferred_channel_has_no_address'],
    ['phone', { ...none, phone: '090-1234-5678' }, 'accepted'],
    ['wechat', { ...none, line: 'mina' }, 'preferred_channel_has_no_address'],
    ['line', { ...none, line: 'mina' }, 'accepted'],
  ] as const)('%s of %j: %s', (channel, addresses, answer) => {
    expect(codeOf(mayPrefer(channel, addresses))).toBe(answer);
  });
});

describe('tidyKana', () => {
  it('makes half-width kana full width and leaves any other script', () => {
    expect(tidyKana('ﾗﾑ ｼｬﾙﾏ')).toBe('ラム シャルマ');
    expect(tidyKana('Ram')).toBe('Ram');
    expect(tidyKana(null)).toBeNull();
  });
});
