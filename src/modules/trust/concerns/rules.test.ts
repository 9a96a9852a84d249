import { assert, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { LEAST_WORDS, mayRecord } from './rules.ts';

test('what was found out is said in enough characters, spaces around it not counted', () => {
  assert(
    property(string({ unit: 'grapheme', maxLength: 60 }), (words) => {
      const length = [...words.trim()].length;
      for (const field of ['assessment', 'closing'] as const) {
        const outcome = mayRecord(`  ${words} `, field);
        expect(outcome.ok).toBe(length >= LEAST_WORDS);
        if (!outcome.ok) expect(outcome.refusal).toMatchObject({ code: `${field}_is_too_short`, field });
      }
    }),
  );
});

test('a character beyond the basic plane counts as one', () => {
  expect(mayRecord('𠮷'.repeat(LEAST_WORDS - 1), 'closing').ok).toBe(false);
  expect(mayRecord('𠮷'.repeat(LEAST_WORDS), 'closing').ok).toBe(true);
});
