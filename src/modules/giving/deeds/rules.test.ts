import fc from 'fast-check';
import { expect, test } from 'vitest';
import { costOfEach, pay } from './rules.ts';

const yen = fc.integer({ min: 0, max: 10_000_000 });

test('deeds together never cost more than was spent, and as much of it as divides', () => {
  fc.assert(
    fc.property(yen, yen, fc.integer({ min: 1, max: 500 }), (spent, onOthers, deeds) => {
      const each = costOfEach({ spent, onOthers, deeds }) ?? 0;
      expect(each * deeds).toBeLessThanOrEqual(Math.max(0, spent - onOthers));
      expect((each + 1) * deeds).toBeGreaterThan(spent - onOthers);
    }),
  );
  expect(costOfEach({ spent: 100, onOthers: 0, deeds: 0 })).toBeNull();
  expect(costOfEach({ spent: 100, onOthers: 200, deeds: 3 })).toBeNull();
});

test('a deed is paid by the first gifts, each as far as it reaches, and by none twice', () => {
  const gifts = fc.array(yen, { maxLength: 12 });
  fc.assert(
    fc.property(yen, gifts, (cost, lefts) => {
      const left = lefts.map((one, at) => ({ giftId: String(at), left: one }));
      const paid = pay(cost, left);
      const sum = paid.reduce((total, { amount }) => total + amount, 0);
      expect(sum).toBe(
        Math.min(
          cost,
          lefts.reduce((total, one) => total + one, 0),
        ),
      );
      for (const { giftId, amount } of paid) {
        expect(amount).toBeGreaterThan(0);
        expect(amount).toBeLessThanOrEqual(lefts[Number(giftId)] ?? 0);
      }
      // All but the last are used up.
      for (const { giftId, amount } of paid.slice(0, -1)) expect(amount).toBe(lefts[Number(giftId)]);
    }),
  );
});
