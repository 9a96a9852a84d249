import { expect, test } from 'vitest';
import { newPledgeNumber } from '../../rules/pledge-number.ts';
import { likePledge, numbersMeant, weightOf } from './rules.ts';

test('of a pledge, the amount counts and that it was made in the two weeks before', () => {
  const line = { amount: 3000, day: Temporal.PlainDate.from('2026-11-20') };
  const made = (amount: number, day: string) => ({ amount, madeOn: Temporal.PlainDate.from(day) });
  expect(likePledge(line, made(3000, '2026-11-06'))).toEqual(['amount', 'date']);
  expect(likePledge(line, made(3000, '2026-11-05'))).toEqual(['amount']);
  expect(likePledge(line, made(5000, '2026-11-21'))).toEqual([]);
});

test('a number behind the name, or one slip away from one before it, is a suggestion', () => {
  const number = newPledgeNumber(() => 23_451);
  expect([...numbersMeant(`ﾔﾏﾀﾞ ${number}`)]).toEqual([[number, 'number_behind']]);
  const slip = `${number}`.replace(/.$/, (digit) => String((Number(digit) + 1) % 10));
  expect(numbersMeant(`${slip} ﾔﾏﾀﾞ`).get(number)).toBe('number_close');
  const [first = '', second = ''] = `${number}`;
  expect(numbersMeant(`${second}${first}${`${number}`.slice(2)} ﾔﾏﾀﾞ`).get(number)).toBe('number_close');
  expect(numbersMeant('ﾔﾏﾀﾞ').size).toBe(0);
  expect([...numbersMeant(`${number} ﾔﾏﾀﾞ`)]).toEqual([[number, 'number']]);
});

test('the same name weighs more than one that sounds the same, and each reason adds to it', () => {
  expect(weightOf(['name'])).toBeGreaterThan(weightOf(['sounds', 'date']));
  expect(weightOf(['sounds', 'amount'])).toBeGreaterThan(weightOf(['sounds']));
});
