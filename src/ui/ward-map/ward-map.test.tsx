import { expect, test } from 'vitest';
import { renderPart } from '../render.ts';
import { WardMap } from './ward-map.tsx';

const labels = { ward: 'Ward', requests: 'Requests', volunteers: 'Volunteers' };

function draw(counts: { code: string; requests: number; volunteers: number }[]): string {
  return renderPart(
    <WardMap caption="Map" plainCaption="Map of Tokyo" labels={labels} counts={counts} />,
    'en',
  );
}

test('the map has all wards, and the same figures as a table behind', () => {
  const html = draw([{ code: '13104', requests: 5, volunteers: 8 }]);
  const [map = '', behind = ''] = html.split('<ul class="ward-legend">');
  expect(map.match(/class="ward"/g)).toHaveLength(23);
  expect(map).toContain('role="img" aria-label="Map of Tokyo"');
  expect(map).toMatch(/class="ward-number"[^>]*>5<.*?class="ward-name"[^>]*>Shinjuku</);
  expect(behind).toMatch(/Shinjuku.*>5<.*>8</s);
});

test('the ward with the most volunteers is the darkest, one with few is light, one with none is white', () => {
  const html = draw([
    { code: '13104', requests: 0, volunteers: 8 },
    { code: '13110', requests: 0, volunteers: 1 },
  ]);
  const [map = ''] = html.split('<ul class="ward-legend">');
  expect(map.match(/data-shade="4"/g)).toHaveLength(1);
  expect(map.match(/data-shade="1"/g)).toHaveLength(1);
  expect(map.match(/data-shade="0"/g)).toHaveLength(21);
});

test('the busiest ward stands first in the table', () => {
  const behind = draw([
    { code: '13110', requests: 1, volunteers: 0 },
    { code: '13123', requests: 9, volunteers: 0 },
  ]).split('<tbody')[1];
  expect(behind?.indexOf('Edogawa')).toBeLessThan(behind?.indexOf('Meguro') ?? 0);
});
