import { expect, test } from 'vitest';
import { renderPart } from '../render.ts';
import { PersonBadge } from './person-badge.tsx';

test.each([
  ['maya gurung', 'M'],
  ['𠮷田 花', '𠮷'],
  ['नेपाल', 'ने'],
  ['👩‍👩‍👧 Family', '👩‍👩‍👧'],
])('the initial is the first letter of %s as people count letters', (name, letter) => {
  expect(renderPart(<PersonBadge name={name} />, 'en')).toContain(`aria-hidden="true">${letter}</span>`);
});

test('a name of the other direction does not turn the line around', () => {
  expect(renderPart(<PersonBadge name="محمد" lang="fa" />, 'en')).toContain('<bdi lang="fa">محمد</bdi>');
});

test('what somebody says of themselves stands in their own direction and language', () => {
  const html = renderPart(<PersonBadge name="Farah" sentence="من عاشق چای هستم" size="large" />, 'en');
  expect(html).toMatch(/data-size="large".*<p class="person-sentence"[^>]* dir="auto"[^>]*>من/);
});

test('the color of the initial says nothing about anybody', () => {
  const roundOf = (name: string) =>
    renderPart(<PersonBadge name={name} />, 'en').replaceAll(/>[^<]+</g, '><');
  expect(roundOf('Ada')).toBe(roundOf('Zoe'));
});
