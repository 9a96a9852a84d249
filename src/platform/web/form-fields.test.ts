import { describe, expect, test } from 'vitest';
import { text } from './form-fields.ts';

const takes = (typed: string, most = 200) => text(most).safeParse(typed).success;

describe('the length of a text', () => {
  test.each([
    ['a Devanagari name of 180 characters', 'स्त्री'.repeat(180)],
    ['200 families of four', '👩‍👩‍👧‍👦'.repeat(28)],
    ['200 kanji beyond the first plane', '𠮷'.repeat(200)],
    ['200 letters with marks typed apart', 'e\u0301'.repeat(200)],
  ])('is counted as people count: %s', (_, typed) => {
    expect(takes(typed)).toBe(true);
  });

  test.each([
    ['201 letters', 'a'.repeat(201)],
    ['201 Devanagari characters', 'स्त्री'.repeat(201)],
    ['few characters of endless marks', `a${'\u0300'.repeat(2000)}`],
    ['more than anybody types', 'a'.repeat(100_000)],
  ])('has an end: %s', (_, typed) => {
    expect(takes(typed)).toBe(false);
  });
});
