import { expect, test } from 'vitest';
import { renderPart } from '../render.ts';
import { Columns } from './columns.tsx';

const draw = (first?: boolean) =>
  renderPart(
    <Columns label="What next" aside={<p>Call Maya.</p>} first={first}>
      <p>She asks for Tuesday.</p>
    </Columns>,
    'en',
  );

test('facts come after the text, and have a name to jump to', () => {
  expect(draw()).toMatch(/Tuesday.*<aside [^>]*aria-label="What next"><p>Call Maya/);
});

test('a next step comes before it, in the order of reading too', () => {
  expect(draw(true)).toMatch(/<aside.*Call Maya.*Tuesday/);
});
