import { expect, test } from 'vitest';
import { readSpan } from './span.ts';

const today = Temporal.PlainDate.from('2026-12-01');
const read = (howLong: 'once' | 'until' | 'always', onDay: string) => {
  const span = readSpan({ howLong, onDay }, today);
  return 'code' in span ? span.code : [String(span.fromOn), span.untilOn && String(span.untilOn)];
};

test('once is that day alone, until begins today, always has no end', () => {
  expect(read('once', '2026-12-05')).toEqual(['2026-12-05', '2026-12-05']);
  expect(read('until', '2026-12-05')).toEqual(['2026-12-01', '2026-12-05']);
  expect(read('always', '2026-12-05')).toEqual(['2026-12-01', null]);
});

test('a day that is missing or over is asked for', () => {
  expect(read('once', '')).toBe('choose_a_day');
  expect(read('until', '2026-11-30')).toBe('choose_a_coming_day');
  expect(read('once', '2026-12-01')).toEqual(['2026-12-01', '2026-12-01']);
});
