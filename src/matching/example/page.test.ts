import { expect, test } from 'vitest';
import { readmeWith, readReadme, writeExample } from '../../../simulate/matching-example.ts';

test('the example in the README is what the engine computes and says today', () => {
  expect(readmeWith(writeExample())).toBe(readReadme());
});

test('the example shows proposals, somebody left over, what would help, whom to recruit, and the certificate', () => {
  const page = writeExample();
  for (const words of [
    '**Maria and the Tanakas**, fit 685.',
    '**Sita is left over.** Of 4 volunteers with a free place, nobody can talk with them in Nepali',
    'being free on Sunday afternoons too: 1 volunteer, and one more pair in this round.',
    'One more volunteer in Shinjuku who speaks Nepali would pair somebody',
    'the checker accepts it.',
  ])
    expect(page).toContain(words);
});
