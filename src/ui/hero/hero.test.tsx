import { expect, test } from 'vitest';
import { Figures } from '../figures/figures.tsx';
import { PictureGrid } from '../picture-grid/picture-grid.tsx';
import { renderPart } from '../render.ts';
import { Hero } from './hero.tsx';

test('the opening of a page is its one headline, a sentence and the first act', () => {
  const html = renderPart(
    <Hero title="Ask a neighbor" lead="It costs nothing." actions={<a href="/a">Ask</a>} />,
    'en',
  );
  expect(html).toMatch(/<h1>Ask a neighbor<\/h1><p class="lead">It costs nothing\.<\/p>.*<a href="\/a">Ask/);
});

test('a number stands with what it counts', () => {
  expect(renderPart(<Figures items={[{ label: 'Visits', value: '12' }]} />, 'en')).toContain(
    '<dt>Visits</dt><dd>12</dd>',
  );
});

test('a thing at a glance has its name beside the drawing', () => {
  const html = renderPart(<PictureGrid items={[{ picture: 'paper', title: 'A letter' }]} />, 'en');
  expect(html).toMatch(/aria-hidden="true".*A letter/);
});
