import { expect, test } from 'vitest';
import { renderPart } from '../render.ts';
import { Columns } from './columns.tsx';

const draw = (first?: boolean) =>
  renderPart(
    <Columns aside={<p>Call Maya.</p>} first={first}>
      <p>She asks for Tuesday.</p>
    </Columns>,
    'en',
  );

test('facts come after the text, as the second column', () => {
  expect(draw()).toMatch(/Tuesday.*<div class="[^"]*columns-aside"><p>Call Maya/);
});

test('a next step comes before it, in the order of reading too', () => {
  expect(draw(true)).toMatch(/columns-aside.*Call Maya.*Tuesday/);
});
