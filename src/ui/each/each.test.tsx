import type { VNode } from 'preact';
import { expect, test } from 'vitest';
import { draw } from '../../platform/languages/draw.ts';
import { useFormats } from '../../platform/languages/reading.tsx';
import { Each, Once } from './each.tsx';

let drawings = 0;

function Line({ name, at }: { name: string; at: Temporal.Instant | null }): VNode {
  drawings += 1;
  return (
    <p>
      {name} {at && useFormats().dayTime(at)}
    </p>
  );
}

const rows = () => [
  { name: 'a', at: Temporal.Instant.from('2026-11-24T00:00:00Z') },
  { name: 'b', at: null },
];

test('rows stand one behind the other, and one that has not changed is not drawn anew', () => {
  const first = draw(<Each of={rows()} view={Line} />, 'en');
  expect(first).toMatch(/^<p>a .*Nov.*<\/p><p>b <\/p>$/);
  expect(draw(<Each of={rows()} view={Line} />, 'en')).toBe(first);
  expect(drawings).toBe(2);
});

test.each([
  ['a time', { name: 'a', at: Temporal.Instant.from('2026-11-24T00:01:00Z') }],
  ['a name', { name: 'c', at: null }],
])('one of which %s has changed is drawn anew', (_what, row) => {
  const before = drawings;
  draw(<Each of={[...rows(), row]} view={Line} />, 'en');
  expect(drawings).toBe(before + 1);
});

test('one part that says the same is not drawn anew either', () => {
  const before = drawings;
  const part = () => draw(<Once of={{ name: 'once', at: null }} view={Line} />, 'en');
  expect([part(), part()]).toEqual(['<p>once </p>', '<p>once </p>']);
  expect(drawings).toBe(before + 1);
});

test('what is no data is refused', () => {
  const Any = (_row: { given: unknown }) => <b />;
  const given = new Map() as never;
  expect(() => draw(<Each of={[{ given }]} view={Any} />, 'en')).toThrow(TypeError);
});
