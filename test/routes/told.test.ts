import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openProduct } from '../support/product.ts';

const { house } = await openProduct();
const decided = house.modules.flatMap(({ recordActs }) => (recordActs ? [recordActs] : []));
const told = decided.flatMap((one) => one.told);
const withheld = decided.flatMap((one) => one.withheld);

const src = join(import.meta.dirname, '../../src');
const ACTION = /(?:\baudit: |\baction: |[Ee]ntry\w*\((?:\w+, )?)'([a-z_]+\.[a-z_]+\.[a-z_]+)'/g;

function actionsWritten(): string[] {
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(
    (name) => /\.tsx?$/.test(name) && !name.includes('.test.'),
  );
  const found = files.flatMap((name) =>
    [...readFileSync(join(src, name), 'utf8').matchAll(ACTION)].map(([, action = '']) => action),
  );
  return [...new Set(found)].toSorted();
}

test('of every act it is decided whether whoever it is about is told of it', () => {
  const written = actionsWritten();
  expect(written.length).toBeGreaterThan(60);
  expect(written.filter((action) => ![...told, ...withheld].includes(action))).toEqual([]);
  expect(told.filter((action) => withheld.includes(action))).toEqual([]);
});

test('each module decides about its own acts', () => {
  const strangers = house.modules.flatMap(({ name, recordActs }) =>
    [...(recordActs?.told ?? []), ...(recordActs?.withheld ?? [])].filter(
      (act) => !act.startsWith(`${name}.`),
    ),
  );
  expect(strangers).toEqual([]);
});

test('a sentence of its own has only an act that is told, or its doer’s own', () => {
  const acts = new Set([...told, ...actionsWritten()].map((act) => `record_${act.replaceAll('.', '_')}`));
  const catalogs = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /^modules[/\\](?!people)[\w-]+[/\\]messages[/\\]en\.json$/.test(name),
  );
  const sentences = catalogs.flatMap((name) =>
    Object.keys(JSON.parse(readFileSync(join(src, name), 'utf8'))).filter((key) => key.startsWith('record_')),
  );
  expect(sentences.length).toBeGreaterThan(3);
  expect(sentences.filter((key) => !acts.has(key))).toEqual([]);
});
