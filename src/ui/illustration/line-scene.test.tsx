import { describe, expect, test } from 'vitest';
import { LOCALES } from '../../platform/languages/locales.ts';
import { renderPart } from '../render.ts';
import { LineScene, SCENE_NAMES } from './line-scene.tsx';

/** Without compression: a page holds several. */
const MOST_BYTES = 6000;

describe.each(SCENE_NAMES)('the scene %s', (name) => {
  const html = renderPart(<LineScene name={name} />, 'en');

  test('is small', () => {
    expect(Buffer.byteLength(html)).toBeLessThanOrEqual(MOST_BYTES);
  });

  test('has no color of its own: light and dark are the tokens’', () => {
    for (const [, color] of html.matchAll(/(?:fill|stroke)="([^"]*)"/g)) {
      expect(color).toMatch(/^(none|var\(--[\w-]+\))$/);
    }
  });

  test('is skipped where it decorates', () => {
    expect(html).toMatch(/^<svg class="scene" viewBox="[\d ]+"(?: data-wide="true")? aria-hidden="true">/);
  });

  test.each(LOCALES)('is told in %s where it says something', (locale) => {
    expect(renderPart(<LineScene name={name} isTold />, locale)).toMatch(
      /^<svg [^>]*role="img" aria-label="[^"]{8,}">/,
    );
  });
});
