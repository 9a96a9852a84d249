import { expect, test } from 'vitest';
import { ASPECTS, annualTable, type Donations } from './rules.ts';

const some = (more: Partial<Donations>): Donations => ({
  ...{ month: '2026-04', channel: 'cash', fund: 'general', campaign: null, kind: 'nobody', rhythm: 'once' },
  ...{ gifts: 1, given: 500, returned: 0 },
  ...more,
});
const donations = [
  some({}),
  some({ month: '2027-03', fund: 'spot', given: 3000 }),
  some({ month: '2027-03', channel: 'card', kind: 'person', gifts: 0, given: 0, returned: 200 }),
];

test('every month of the year has its line, in order, also where nothing came', () => {
  const months = annualTable(2026, donations, ['month']).filter(({ aspect }) => aspect === 'month');
  expect(months.map(({ of }) => of)).toHaveLength(12);
  expect(months[0]).toEqual({ aspect: 'month', of: '2026-04', gifts: 1, given: 500, returned: 0 });
  expect(months[1]).toMatchObject({ of: '2026-05', gifts: 0, given: 0 });
  expect(months[11]).toMatchObject({ of: '2027-03', gifts: 1, given: 3000, returned: 200 });
});

test('the most stands first, and each aspect comes to the total', () => {
  const table = annualTable(2026, donations, ASPECTS);
  expect(table.filter(({ aspect }) => aspect === 'fund').map(({ of }) => of)).toEqual(['spot', 'general']);
  expect(table.at(-1)).toEqual({ aspect: 'total', of: null, gifts: 2, given: 3500, returned: 200 });
  for (const aspect of ASPECTS) {
    const lines = table.filter((line) => line.aspect === aspect);
    expect(lines.reduce((sum, { given, returned }) => sum + given - returned, 0)).toBe(3300);
  }
});
