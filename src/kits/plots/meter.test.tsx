import { expect, test } from 'vitest';
import { renderPart } from '../../ui/index.ts';
import { Meter } from './meter.tsx';

test.each([
  [32, 50, '64%'],
  [60, 50, '100%'],
  [29, 100, '29%'],
  [1_499_999, 1_500_000, '99%'],
  [0, 0, '0%'],
])('%i of %i is %s of the goal', (value, max, percent) => {
  const html = renderPart(<Meter label="Supporters" value={value} max={max} figures="" />, 'en');
  expect(html).toContain(`${percent} of the goal`);
});
