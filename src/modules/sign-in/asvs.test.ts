import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const table = readFileSync(join(import.meta.dirname, 'ASVS.md'), 'utf8');
const rows = table.matchAll(/^\| (\d\.\d\.\d+) \| ([^|]+) \| ([^|]+) \|([^|\n]*)\|$/gm);
const requirements = [...rows].map(([, number = '', , here = '', proof = '']) => ({ number, here, proof }));

/** How many requirements each section of ASVS 5.0 has. */
const SECTIONS = {
  '6.1': 3,
  '6.2': 12,
  '6.3': 8,
  '6.4': 6,
  '6.5': 8,
  '6.6': 4,
  '6.7': 2,
  '6.8': 4,
  '7.1': 3,
  '7.2': 4,
  '7.3': 2,
  '7.4': 5,
  '7.5': 3,
  '7.6': 2,
};

test('every requirement of chapters 6 and 7 is answered, once and in order', () => {
  const all = Object.entries(SECTIONS).flatMap(([section, count]) =>
    Array.from({ length: count }, (_, index) => `${section}.${index + 1}`),
  );
  expect(requirements.map(({ number }) => number)).toEqual(all);
});

test('every test that is named exists', () => {
  const named = [...table.matchAll(/`([\w/-]+(?:\.\w+)*\.test\.tsx?): ([^`]+)`/g)];
  expect(named.length).toBeGreaterThan(30);
  const missing = named.filter(([, file = '', name = '']) => {
    const text = readFileSync(join(import.meta.dirname, '../..', file), 'utf8');
    return !text.includes(`'${name}'`);
  });
  expect(missing.map(([all]) => all)).toEqual([]);
});

test('what no test proves says why', () => {
  const bare = requirements.filter(({ proof, here }) => proof.trim() === '' && !/because/.test(here));
  expect(bare.map(({ number }) => number)).toEqual([]);
});
