import { expect, test } from 'vitest';
import { renderPart } from '../render.ts';
import { DataTable } from './data-table.tsx';

const columns = [
  { key: 'name', head: 'Name', cell: (row: { name: string; days: number }) => row.name, rowHead: true },
  { key: 'days', head: 'Days', cell: (row: { name: string; days: number }) => row.days, numeric: true },
];

test('every cell but the one that names the row repeats its column’s words for the card on a phone, hidden from screen readers', () => {
  const html = renderPart(
    <DataTable caption="Waiting" columns={columns} rows={[{ name: 'Maya', days: 3 }]} />,
    'en',
  );
  expect(html).toContain('<caption>Waiting</caption>');
  expect(html).toContain(
    '<span class="cell-head" aria-hidden="true">Days</span><div class="cell-value">3</div>',
  );
  expect(html).toContain('<th scope="row" role="rowheader">Maya</th>');
});

test('without rows it says what comes instead', () => {
  const html = renderPart(
    <DataTable caption="Waiting" columns={columns} rows={[]} empty={<p>Nobody waits.</p>} />,
    'en',
  );
  expect(html).toBe('<p>Nobody waits.</p>');
});
