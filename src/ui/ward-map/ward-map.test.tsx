import { expect, test } from 'vitest';
import { renderPart } from '../render.ts';
import { WardMap } from './ward-map.tsx';

const labels = { ward: 'Ward', marked: 'Requests', shaded: 'Volunteers' };

function draw(counts: { code: string; marked: number; shaded: number }[]): string {
  return renderPart(
    <WardMap caption="Map" plainCaption="Map of Tokyo" labels={labels} counts={counts} />,
    'en',
  );
}

test('the map has all wards, and the same figures as a table behind', () => {
  const html = draw([{ code: '13104', marked: 5, shaded: 8 }]);
  const [map = '', behind = ''] = html.split('<ul class="ward-legend">');
  expect(map.match(/class="ward"/g)).toHaveLength(23);
  expect(map).toContain('role="img" aria-label="Map of Tokyo"');
  expect(map).toMatch(/class="ward-number"[^>]*>5<.*?class="ward-name"[^>]*>Shinjuku</);
  expect(behind).toMatch(/Shinjuku.*>5<.*>8</s);
});

test('the ward with the most volunteers is the darkest, one with few is light, one with none is white', () => {
  const html = draw([
    { code: '13104', marked: 0, shaded: 8 },
    { code: '13110', marked: 0, shaded: 1 },
  ]);
  const [map = ''] = html.split('<ul class="ward-legend">');
  expect(map.match(/data-shade="4"/g)).toHaveLength(1);
  expect(map.match(/data-shade="1"/g)).toHaveLength(1);
  expect(map.match(/data-shade="0"/g)).toHaveLength(21);
});

test('the busiest ward stands first in the table', () => {
  const behind = draw([
    { code: '13110', marked: 1, shaded: 0 },
    { code: '13123', marked: 9, shaded: 0 },
  ]).split('<tbody')[1];
  expect(behind?.indexOf('Edogawa')).toBeLessThan(behind?.indexOf('Meguro') ?? 0);
});

test('lines lead from ward to ward, and stand in the table in the row to which they lead', () => {
  const ways = {
    label: 'From',
    between: [
      { from: '13104', to: '13110', count: 2 },
      { from: '13110', to: '13104', count: 1 },
      { from: '14131', to: '13110', count: 1 },
    ],
  };
  const counts = [
    { code: '13110', marked: 3, shaded: 0 },
    { code: '14131', marked: 0, shaded: 1 },
  ];
  const html = renderPart(
    <WardMap caption="Map" plainCaption="Map of Tokyo" labels={labels} counts={counts} ways={ways} />,
    'en',
  );
  const [map = '', behind = ''] = html.split('<ul class="ward-legend">');
  expect(map.match(/class="ward-way"/g)).toHaveLength(1);
  expect(map).toContain('stroke-width="10"');
  const table = behind.split('<tbody')[1]?.replaceAll(/<[^>]*>/g, '|');
  expect(table?.replaceAll(/\|+/g, '|')).toContain(
    'Meguro|Requests|3|Volunteers|0|From|Shinjuku 2 · Kawasaki, Kawasaki 1|Kawasaki, Kawasaki|Requests|0|Volunteers|1|',
  );
});
