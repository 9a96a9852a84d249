import { describe, expect, test } from 'vitest';
import { dayInJapan } from '../../people/index.ts';
import { daysLeft, foremost, phaseOf, readTiers } from './rules.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const campaign = { beginsOn: day('2025-11-05'), endsOn: day('2025-12-25') };
const at = (instant: string) => dayInJapan(Temporal.Instant.from(instant));

describe('a campaign', () => {
  test.each([
    ['before', '2025-11-04T14:59:59Z'],
    ['during', '2025-11-04T15:00:00Z'],
    ['during', '2025-12-25T14:59:59Z'],
    ['after', '2025-12-25T15:00:00Z'],
  ])('is %s at %s: its days are those of Japan', (phase, instant) => {
    expect(phaseOf(campaign, at(instant))).toBe(phase);
  });

  test('has one day left on its last one', () => {
    expect(daysLeft(campaign, day('2025-12-25'))).toBe(1);
    expect(daysLeft(campaign, day('2025-11-05'))).toBe(51);
    expect(daysLeft(campaign, at('2025-12-24T15:00:00Z'))).toBe(1);
  });
});

test('the campaign that runs comes before one that is to begin, and the one that ends first before others', () => {
  const of = (begins: string, ends: string) => ({ beginsOn: day(begins), endsOn: day(ends) });
  const all = [
    of('2026-01-01', '2026-02-01'),
    of('2026-04-01', '2026-09-01'),
    of('2026-04-01', '2026-05-01'),
    of('2027-04-01', '2027-05-01'),
    of('2026-10-01', '2026-11-01'),
  ];
  expect(foremost(all, day('2026-04-15'))).toBe(all[2]);
  expect(foremost(all, day('2026-06-15'))).toBe(all[1]);
  expect(foremost(all, day('2026-09-15'))).toBe(all[4]);
  expect(foremost(all, day('2027-06-15'))).toBeNull();
});

describe('amounts', () => {
  test('are read as people type them', () => {
    expect(readTiers(['1000', '３，０００', '5,000円', '¥10000'])).toEqual([1000, 3000, 5000, 10_000]);
    expect(readTiers([])).toEqual([]);
  });
  test.each([
    [['999']],
    [['3000', '3000']],
    [['5000', '3000']],
    [['3000.5']],
    [['-3000']],
    [['three thousand']],
    [['']],
    [['1000000000000']],
  ])('%j are refused', (lines) => {
    expect(readTiers(lines)).toBeNull();
  });
});
