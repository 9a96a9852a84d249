import { expect, test } from 'vitest';
import { renderPart } from '../render.ts';
import { AvailabilityGrid } from './availability-grid.tsx';

test('every day has every part of the day, each with its own words', () => {
  const html = renderPart(<AvailabilityGrid name="free" label="When?" values={['6-morning']} />, 'en');
  expect(html.match(/type="checkbox"/g)).toHaveLength(21);
  expect(html.match(/checked/g)).toHaveLength(1);
  expect(html).toMatch(/value="6-morning" checked\/><span class="visually-hidden">Saturday, Morning</);
});

test('days and parts can be others', () => {
  const parts = [{ code: '0830', label: '8:30', plainLabel: '8:30' }];
  const html = renderPart(<AvailabilityGrid name="free" label="When?" parts={parts} days={[1, 6]} />, 'ja');
  expect(html.match(/type="checkbox"/g)).toHaveLength(2);
  expect(html).toContain('value="6-0830"');
});
