import { expect, test } from 'vitest';
import { Figures } from '../figures/figures.tsx';
import { LineScene } from '../illustration/line-scene.tsx';
import { PictureCards } from '../picture-cards/picture-cards.tsx';
import { PictureGrid } from '../picture-grid/picture-grid.tsx';
import { renderPart } from '../render.ts';
import { Hero } from './hero.tsx';
import { LanguagesLine } from './languages-line.tsx';

test('the opening of a page is its one headline, a sentence and the first act', () => {
  const html = renderPart(
    <Hero title="Ask a neighbor" lead="It costs nothing." actions={<a href="/a">Ask</a>} scene="counter" />,
    'en',
  );
  expect(html).toMatch(/<h1>Ask a neighbor<\/h1><p class="lead">It costs nothing\.<\/p>.*<a href="\/a">Ask/);
});

test('ways and steps are headlines with a scene; a way is pressed as one', () => {
  const items = [{ picture: <LineScene name="giving" />, title: 'Help', text: 'Once a month.' }];
  const steps = renderPart(<PictureCards items={items} isInOrder />, 'en');
  expect(steps).toMatch(/^<ol [^>]*><li><svg [^>]*aria-hidden="true">.*<h3>Help<\/h3><p class="quiet">Once/);
  expect(steps).not.toContain('<a ');
  const way = { href: '/volunteering', label: 'Become one' };
  expect(renderPart(<PictureCards items={items.map((item) => ({ ...item, way }))} />, 'en')).toMatch(
    /^<ul .*<h3>Help.*<a [^>]*href="\/en\/volunteering">Become one/,
  );
});

test('a page is offered in each language by its own name', () => {
  const html = renderPart(<LanguagesLine path="/about" />, 'en');
  expect(html).toContain('<a href="/zh-Hans/about" lang="zh-Hans" hreflang="zh-Hans">简体中文</a>');
  expect(html).toMatch(/aria-current="true">English/);
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
