import { expect, test } from 'vitest';
import { Button } from '../button/button.tsx';
import { renderPart } from '../render.ts';
import { DataTable } from './data-table.tsx';
import { RowTick, TickBar } from './tick-bar.tsx';

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

test('a column can be left to the screen or to paper', () => {
  const html = renderPart(
    <DataTable
      caption="Who waits"
      columns={[...columns, { key: 'note', head: 'Note', cell: () => 'pen', only: 'paper' }]}
      rows={[{ name: 'Maya', days: 3 }]}
    />,
    'en',
  );
  expect(html).toMatch(/<th[^>]* data-print-only[^>]*>Note/);
  expect(html).toMatch(/<td[^>]* data-print-only[^>]*>.*pen/);
});

test('without rows it says what comes instead', () => {
  const html = renderPart(
    <DataTable caption="Waiting" columns={columns} rows={[]} empty={<p>Nobody waits.</p>} />,
    'en',
  );
  expect(html).toBe('<p>Nobody waits.</p>');
});

test('rows can be ticked by their names, and the button behind the last row stays in reach', () => {
  const html = renderPart(
    <DataTable
      caption="Whom to ask"
      columns={[
        {
          key: 'name',
          head: 'Name',
          rowHead: true,
          cell: (row: { name: string }) => (
            <RowTick name="ids" value={row.name} on={row.name === 'Li'}>
              {row.name}
            </RowTick>
          ),
        },
      ]}
      rows={[{ name: 'Maya' }, { name: 'Li' }]}
      foot={
        <TickBar some={(count) => <>Ticked: {count}</>} none="Nobody is ticked.">
          <Button kind="main">Ask</Button>
        </TickBar>
      }
    />,
    'en',
  );
  expect(html).toMatch(
    /<label class="row-tick"><input type="checkbox" id="ids-Li" name="ids" value="Li" checked/,
  );
  expect(html).toMatch(
    /<\/table><div class="tick-bar".*Ticked: <b class="tick-count"><\/b>.*Nobody is ticked\..*Ask/,
  );
});
