import { expect, test } from 'vitest';
import { consultationNews } from './news.ts';

test('no mail to whoever has asked leads to an address that says “consultations”', () => {
  const toAsker = consultationNews.filter(({ path }) => path('7').startsWith('/consultations'));
  expect(toAsker.length).toBeGreaterThan(2);
  for (const { kind, isDiscreet } of toAsker) expect([kind, isDiscreet]).toEqual([kind, true]);
});
