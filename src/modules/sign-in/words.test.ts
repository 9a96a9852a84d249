import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { signInRefusals } from './words.ts';

test('every refusal of sign-in has words, and every listed one is given', () => {
  const folder = join(import.meta.dirname, '.');
  const given = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /(?<!\.test)\.tsx?$/.test(entry.name))
    .flatMap((entry) => {
      const text = readFileSync(join(entry.parentPath, entry.name), 'utf8');
      return [...text.matchAll(/\brefuse\(\s*'(\w+)'/g)].map(([, code = '']) => code);
    });
  expect([...new Set(given)].sort()).toEqual([...signInRefusals]);
});
