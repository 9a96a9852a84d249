import { readdirSync, readFileSync } from 'node:fs';
import { IntlMessageFormat } from 'intl-messageformat';
import { expect, test } from 'vitest';
import { conditionNames } from '../explanation/misses.ts';
import { factorNames } from '../fit/weights.ts';
import en from './en.json' with { type: 'json' };
import ja from './ja.json' with { type: 'json' };

const engine = new URL('..', import.meta.url);
const folders = ['people', 'fit', 'fit/conditions', 'fit/factors', 'urgency', 'pairs', 'explanation'];

/** Every code that stands in the source: after `code:`, in `say(`, or as the two answers of a choice. */
function codesInSource(): string[] {
  const texts = folders.flatMap((folder) =>
    readdirSync(new URL(folder, engine))
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
      .map((file) => readFileSync(new URL(`${folder}/${file}`, engine), 'utf8')),
  );
  const uses = texts.flatMap((text) => text.match(/(?:code: |say\()[^,}\n]*/g) ?? []);
  return [...new Set(uses.flatMap((use) => use.match(/'[a-z0-9_]+'/g) ?? []))].map((code) =>
    code.slice(1, -1),
  );
}

type Part = ReturnType<IntlMessageFormat['getAst']>[number];

/** The gaps of a message: every argument name, also inside the branches. */
function gapsOf(message: string): string[] {
  const namesIn = (parts: readonly Part[]): string[] =>
    parts.flatMap((part) => {
      const branches = 'options' in part ? Object.values(part.options) : [];
      const name = 'value' in part && part.type !== 0 ? [part.value] : [];
      return [...name, ...branches.flatMap(({ value }) => namesIn(value))];
    });
  return [...new Set(namesIn(new IntlMessageFormat(message, 'en').getAst()))].sort();
}

test('every code of the engine has a sentence', () => {
  const codes = codesInSource();
  expect(codes.length).toBeGreaterThan(60);
  const wishes = ['gender', 'no_children', 'no_pets', 'no_smoking'];
  const needed = [
    ...codes,
    ...wishes.flatMap((wish) => [`resident_wishes_${wish}`, `volunteer_wishes_${wish}`]),
    ...conditionNames.map((name) => `condition.${name}`),
    ...factorNames.map((name) => `factor.${name}`),
  ];
  expect(needed.filter((code) => !(code in en))).toEqual([]);
});

test('both languages say the same things with the same gaps', () => {
  expect(Object.keys(ja)).toEqual(Object.keys(en));
  const words = new Map(Object.entries(ja));
  for (const [code, message] of Object.entries(en))
    expect([code, gapsOf(words.get(code) ?? '')]).toEqual([code, gapsOf(message)]);
});

test('every sentence can be said', () => {
  for (const [locale, catalog] of Object.entries({ en, ja }))
    for (const [code, message] of Object.entries(catalog)) {
      const params = Object.fromEntries(gapsOf(message).map((gap) => [gap, 2]));
      const said = String(new IntlMessageFormat(message, locale).format(params));
      expect([code, said.length > 0 && !/[{}]/.test(said)]).toEqual([code, true]);
    }
});
