import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const css = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8');
const colors = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)].map(([, name, light, dark]) => [
    name,
    { light: light ?? '', dark: dark ?? '' },
  ]),
);

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string, theme: 'light' | 'dark'): number {
  const [a, b] = [one, other].map((name) => luminance(colors.get(name)?.[theme] ?? '#808080'));
  return (Math.max(a ?? 0, b ?? 0) + 0.05) / (Math.min(a ?? 0, b ?? 0) + 0.05);
}

const texts: [string, string][] = [
  ...['ink', 'ink-quiet', 'green', 'kaki', 'danger'].flatMap((text): [string, string][] =>
    ['paper', 'card', 'sunken'].map((ground) => [text, ground]),
  ),
  ['on-green', 'green'],
  ['on-green', 'green-strong'],
  ['on-kaki', 'kaki'],
  ['on-kaki', 'kaki-strong'],
  ['on-danger', 'danger'],
  ['green', 'green-wash'],
  ['kaki', 'kaki-wash'],
  ['notice', 'notice-wash'],
  ['danger', 'danger-wash'],
  ['ink', 'green-wash'],
  ['ink', 'kaki-wash'],
  ['ink-quiet', 'kaki-wash'],
  ['ink', 'notice-wash'],
  ['ink', 'danger-wash'],
];

describe.each(['light', 'dark'] as const)('in the %s', (theme) => {
  test.each(texts)('%s on %s can be read: at least 4.5', (text, ground) => {
    expect(contrast(text, ground, theme)).toBeGreaterThanOrEqual(4.5);
  });

  test.each([
    ['control', 'card'],
    ['control', 'paper'],
    ['focus', 'card'],
    ['focus', 'paper'],
    ['green', 'card'],
    ...['skin-1', 'skin-2', 'skin-3'].map((skin): [string, string] => ['ink', skin]),
  ])('%s on %s can be seen: at least 3', (line, ground) => {
    expect(contrast(line, ground, theme)).toBeGreaterThanOrEqual(3);
  });
});

test('a color that does not exist would be noticed', () => {
  expect(contrast('ink', 'no-such-color', 'light')).toBeLessThan(4.5);
});
