import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderPart } from '../../ui/index.ts';
import { BarPlot, FlowerPlot, LinePlot, PathPlot } from './index.ts';
import { piecesOf, topOf } from './scale.ts';

const field = { width: 300, height: 100, top: 50 };
const plot = {
  caption: 'Gifts',
  heads: ['Month', 'Yen'] as const,
  points: [
    { label: 'June', value: 10 },
    { label: 'July', value: null },
    { label: 'August', value: 40 },
  ],
  say: (value: number) => `${value} yen`,
  hidden: 'too few',
};

describe('an axis', () => {
  test.each([
    [[], 1],
    [[0, null], 1],
    [[1], 1],
    [[3, 4], 5],
    [[6], 10],
    [[420_000], 500_000],
    [[0.3], 0.5],
  ])('of %j ends at %d', (values, top) => {
    expect(topOf(values)).toBeCloseTo(top);
  });

  test('is never lower than a value, nor five times as high', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 1e9 }), { minLength: 1 }), (values) => {
        const top = topOf(values);
        expect(top).toBeGreaterThanOrEqual(Math.max(...values));
        expect(top).toBeLessThan(Math.max(...values) * 5);
      }),
    );
  });
});

describe('a line', () => {
  test('goes from side to side, and is broken where a value is not shown', () => {
    expect(piecesOf([0, 25, null, 50], field)).toEqual([
      [
        [0, 100],
        [100, 50],
      ],
      [[300, 0]],
    ]);
    expect(piecesOf([50], field)).toEqual([[[0, 0]]]);
    expect(piecesOf([null], field)).toEqual([]);
  });

  test('is drawn for the eye alone; its table has every number, and none that is hidden', () => {
    const html = renderPart(<LinePlot {...plot} />, 'en');
    expect(html).toMatch(/<div class="plot-field" aria-hidden="true">/);
    expect(html).toContain(
      '<th scope="row">June</th><td><div class="plot-value"><span>10 yen</span></div></td>',
    );
    expect(html).toContain(
      '<th scope="row">July</th><td><div class="plot-value"><span>too few</span></div></td>',
    );
    expect(html.match(/class="plot-line"/g)).toHaveLength(2);
    expect(html).not.toMatch(/NaN|undefined| style="/);
  });
});

test('bars are as long as their share of the axis, with the number beside each, and none for what is hidden', () => {
  const html = renderPart(<BarPlot {...plot} />, 'en');
  expect([...html.matchAll(/<rect width="([^"]+)"/g)].map(([, width]) => width)).toEqual(['20%', '80%']);
  expect(html).toContain('too few');
  expect(html).toContain('<caption>Gifts</caption>');
});

test('a path is a list whose places say their state in words', () => {
  const html = renderPart(
    <PathPlot
      caption="Half a year"
      steps={[
        { label: '1', state: 'past', words: 'Met' },
        { label: '2', state: 'missed', words: 'Not met' },
        { label: '3', state: 'now', words: 'This month' },
      ]}
    />,
    'en',
  );
  expect(html.match(/<li/g)).toHaveLength(3);
  expect(html).toMatch(/<li aria-current="step">.*This month/);
  expect(html.match(/aria-hidden="true"/g)).toHaveLength(3);
});

test('a flower has a petal for each step, colored once it is reached, and says the same in words', () => {
  const petals = ['a', 'ka', 'sa'].map((label, at) => ({
    label,
    isReached: at === 1,
    words: at === 1 ? 'since May' : 'not yet',
  }));
  const html = renderPart(<FlowerPlot caption="Rows" petals={petals} />, 'en');
  expect(html.match(/<ellipse data-reached="(true|false)"/g)).toEqual([
    '<ellipse data-reached="false"',
    '<ellipse data-reached="true"',
    '<ellipse data-reached="false"',
  ]);
  expect(html).toMatch(/ka<\/strong> <span>since May/);
  expect(html).toContain('<circle cx="60" cy="60" r="16" data-reached="false"');
});
