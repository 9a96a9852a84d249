import { assert, constantFrom, integer, option, property, record } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clearanceOf, isDueSoon } from './rules.ts';

const day = (iso: string) => Temporal.PlainDate.from(iso);
const TODAY = day('2026-12-25');
const nothing = {
  ...{ isRequired: true, checkedOn: null, pledgedOn: null },
  ...{ checkMonths: 60, pledgeMonths: 12 },
};

describe('the four words of clearance', () => {
  test.each([
    ['nobody near children', { isRequired: false }, 'not_required', null, null],
    ['neither pledge nor check', {}, null, null, null],
    ['a pledge', { pledgedOn: day('2026-12-01') }, 'pledged', '2027-12-01', null],
    ['a pledge for good', { pledgedOn: day('2020-01-01'), pledgeMonths: null }, 'pledged', null, null],
    ['a check', { checkedOn: day('2026-12-24') }, 'checked_ok', '2031-12-24', null],
    ['a check on its last day', { checkedOn: day('2021-12-26') }, 'checked_ok', '2026-12-26', null],
    ['a check that ran out', { checkedOn: day('2021-12-25') }, null, null, '2026-12-25'],
    [
      'a check of tomorrow',
      { checkedOn: day('2026-12-26'), pledgedOn: TODAY },
      'pledged',
      '2027-12-25',
      '2031-12-26',
    ],
  ] as const)('%s', (_, known, status, expiresOn, ranOutOn) => {
    const found = clearanceOf({ ...nothing, ...known }, TODAY);
    expect([found.status, found.expiresOn?.toString() ?? null, found.ranOutOn?.toString() ?? null]).toEqual([
      ...[status, expiresOn, ranOutOn],
    ]);
  });

  test('what holds always expires after today, and a check outranks a pledge', () => {
    const on = option(integer({ min: -4000, max: 4000 }).map((days) => TODAY.add({ days })));
    const months = constantFrom(null, 1, 12, 60);
    assert(
      property(
        record({ checkedOn: on, pledgedOn: on, checkMonths: months, pledgeMonths: months }),
        (known) => {
          const { status, expiresOn } = clearanceOf({ ...known, isRequired: true }, TODAY);
          if (expiresOn) expect(Temporal.PlainDate.compare(expiresOn, TODAY)).toBe(1);
          const alone = clearanceOf({ ...known, pledgedOn: null, isRequired: true }, TODAY);
          if (alone.status === 'checked_ok') expect(status).toBe('checked_ok');
        },
      ),
    );
  });
});

test.each([
  ['2027-03-26', false],
  ['2027-03-25', true],
  ['2026-12-26', true],
])('a check that ends on %s is due ninety days before: %s', (until, isDue) => {
  const check = { status: 'checked_ok', expiresOn: day(until), ranOutOn: null } as const;
  expect(isDueSoon(check, TODAY, 90)).toBe(isDue);
  expect(isDueSoon({ ...check, status: 'pledged' }, TODAY, 90)).toBe(false);
});
