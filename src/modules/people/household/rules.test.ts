import { describe, expect, it } from 'vitest';
import { ageOn, isMinor, readBirthMonth } from './rules.ts';

const today = Temporal.PlainDate.from('2026-11-24');
const month = (text: string) => Temporal.PlainDate.from(`${text}-01`);

describe('isMinor', () => {
  it.each([
    ['2026-11', true],
    ['2008-12', true],
    ['2008-11', true],
    ['2008-10', false],
    ['1980-01', false],
  ])('born in %s: %s', (born, answer) => {
    expect(isMinor(month(born), today)).toBe(answer);
  });
});

describe('ageOn', () => {
  it.each([
    ['2026-11', 0],
    ['2025-12', 0],
    ['2025-11', 1],
    ['2020-02', 6],
  ])('born in %s: %i', (born, years) => {
    expect(ageOn(month(born), today)).toBe(years);
  });
});

describe('readBirthMonth', () => {
  it.each([
    ['child', 2020, 2, '2020-02-01'],
    ['child', 2026, 11, '2026-11-01'],
    ['child', 2026, 12, 'month_is_still_to_come birthMonth'],
    ['child', 2027, 1, 'year_is_out_of_range birthYear'],
    ['child', 1800, 1, 'year_is_out_of_range birthYear'],
    ['child', null, 2, 'say_when_the_child_was_born birthYear'],
    ['child', 2020, null, 'say_when_the_child_was_born birthMonth'],
    ['partner', 1985, 5, null],
    ['partner', null, null, null],
  ] as const)('%s, %s-%s: %s', (relation, year, typedMonth, answer) => {
    const outcome = readBirthMonth(relation, { year, month: typedMonth }, today);
    const said = outcome.ok
      ? (outcome.value?.toString() ?? null)
      : `${outcome.refusal.code} ${outcome.refusal.field}`;
    expect(said).toBe(answer);
  });
});
