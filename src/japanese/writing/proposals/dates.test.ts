import { expect, test } from 'vitest';
import { examine } from '../index.ts';

test.each([
  ['2026-11-30', '12/20に来てください。', '12月20日（日曜日）'],
  ['2026-11-30', '11/22に来てください。', '11月22日（月曜日）'],
  ['2027-12-01', '2/29に来てください。', '2月29日（火曜日）'],
  ['2026-11-30', '2028-02-29に来てください。', '2028年2月29日（火曜日）'],
  ['2026-11-30', '12:30に来てください。', '午後0時30分'],
  ['2026-11-30', '0:05に来てください。', '午前0時5分'],
  ['2026-11-30', '14時30分に来てください。', '午後2時30分'],
])('on %s, in %s stands %s', async (today, text, put) => {
  const { remarks } = await examine(text, Temporal.PlainDate.from(today));
  expect(remarks.flatMap(({ proposals }) => proposals).map((one) => one.put)).toContain(put);
});

test.each(['2/29に来てください。', '11/31に来てください。', '2026-02-30に来てください。'])(
  'a day that does not come is not proposed to be left out: %s',
  async (text) => {
    const { remarks } = await examine(text, Temporal.PlainDate.from('2026-11-30'));
    const dates = remarks.filter(({ finding }) => finding.rule === 'Y12');
    expect(dates).toHaveLength(1);
    expect(dates.flatMap(({ proposals }) => proposals)).toEqual([]);
  },
);
