import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkAnatomy, checkRulesAreTested } from './tidy/anatomy.ts';
import { checkCycles, checkDirections } from './tidy/directions.ts';
import { checkHabits } from './tidy/habits.ts';
import { checkPaths } from './tidy/paths.ts';
import { checkSizes } from './tidy/sizes.ts';
import { filesBelow, readSources, type Violation } from './tidy/source.ts';
import { checkHumanWords } from './tidy/words.ts';

const root = join(import.meta.dirname, '..');

function inspect(files: ReadonlyMap<string, string>): Violation[] {
  const sources = readSources(files);
  return [checkDirections, checkCycles, checkHabits, checkPaths, checkSizes, checkHumanWords].flatMap(
    (check) => check(sources),
  );
}

describe('the house is tidy', () => {
  test('directions, doors, purity, SQL, clock, words, sizes', () => {
    const files = filesBelow(
      root,
      ['src', 'test', 'bin', 'bench', 'drills', 'simulate', 'fuzz'].filter((name) =>
        readdirSync(root).includes(name),
      ),
    );
    expect(inspect(files).map(({ rule, path, says }) => `${rule}: ${path}: ${says}`)).toEqual([]);
  });

  test('every module has the same anatomy', () => {
    const names = readdirSync(join(root, 'src/modules'), { recursive: true }).map(
      (name) => `src/modules/${name}`,
    );
    expect(checkAnatomy(names).map(({ path, says }) => `${path}: ${says}`)).toEqual([]);
  });

  test('every file of rules has a test of its own', () => {
    const files = filesBelow(root, ['src']);
    expect(checkRulesAreTested([...files.keys()]).map(({ path }) => path)).toEqual([]);
  });

  test('every decision has a number of its own, in a row', () => {
    const names = readdirSync(join(root, 'docs/decisions')).filter((name) => /^\d/.test(name));
    const numbers = names.map((name) => Number(name.slice(0, 4))).sort((a, b) => a - b);
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  });
});

describe('the tidy test can fail', () => {
  const long = (lines: number) => 'export const a = 1;\n'.repeat(lines);
  const planted: [rule: string, path: string, text: string][] = [
    ['direction', 'src/platform/a.ts', "import { b } from '../modules/spot/index.ts';"],
    ['direction', 'src/modules/spot/a.ts', "import { b } from '../pairs/index.ts';"],
    ['direction', 'src/modules/spot/a.ts', "import { b } from '../notifications/index.ts';"],
    ['direction', 'src/modules/notifications/a.ts', "import { b } from '../spot/index.ts';"],
    ['direction', 'src/modules/conversations/a.ts', "import { b } from '../spot/index.ts';"],
    ['direction', 'src/matching/a.ts', "import { b } from '../platform/clock.ts';"],
    ['direction', 'src/cellar/a.ts', "import { b } from '../platform/clock.ts';"],
    ['direction', 'src/modules/sign-in/a.ts', "import { b } from '../people/index.ts';"],
    ['door', 'src/modules/people/a.ts', "import { b } from '../sign-in/sessions/store.ts';"],
    ['door', 'src/modules/spot/a.ts', "import { b } from '../people/store.ts';"],
    ['samples', 'src/modules/spot/a.ts', "import { samples } from './samples.ts';"],
    ['cycle', 'src/ui/a.ts', "import './a.ts';"],
    ['purity', 'src/modules/spot/rules.ts', "import { readFileSync } from 'node:fs';"],
    ['purity', 'src/matching/a.ts', "import { readFileSync } from 'node:fs';"],
    [
      'sql',
      'src/modules/spot/commands.ts',
      "export const a = (db: { selectFrom(t: string): void }) => db.selectFrom('x');",
    ],
    ['clock', 'src/modules/spot/commands.ts', 'export const now = Temporal.Now.instant();'],
    ['kept', 'src/modules/spot/a.tsx', 'export const A = keepDrawn(() => null);'],
    ['default', 'src/ui/a.ts', 'export default 1;'],
    ['barrel', 'src/platform/web/index.ts', "export * from './a.ts';"],
    ['unfinished', 'src/ui/a.ts', '// TODO later'],
    ['unfinished', 'src/ui/a.ts', 'export const a: any = 1;'],
    ['size', 'src/ui/a.ts', long(401)],
    ['function', 'src/ui/a.ts', `export function f() {\n${'  f();\n'.repeat(70)}}`],
    [
      'parameters',
      'src/ui/a.ts',
      'export function f(a: 1, b: 1, c: 1, d: 1, e: 1) { return [a, b, c, d, e]; }',
    ],
    ['boolean', 'src/ui/a.ts', 'export function f(flag: boolean) { return flag; }'],
    ['folder', 'src/platform/utils/a.ts', 'export const a = 1;'],
    ['words', 'src/ui/a.ts', "export const a = '送る';"],
    ['words', 'src/ui/a.tsx', 'export const a = <p>Send it</p>;'],
  ];
  test.each(planted)('a planted breach of "%s" in %s is found', (rule, path, text) => {
    expect(inspect(new Map([[path, text]])).map((violation) => violation.rule)).toContain(rule);
  });

  test.each([
    "export const a = '/people/new';",
    'export const a = (id: string) => `/people/$' + '{id}?all=on`;',
    "export const a = '/people';",
  ])('an address that stands where it is not declared is found in %s', (text) => {
    const files = new Map([
      ['src/modules/people/paths.ts', "export const peoplePaths = { people: pathTo('/people') };\n"],
      ['src/modules/people/a.ts', `${text}\n`],
    ]);
    const rules = (path: string) =>
      inspect(files).flatMap((violation) => (violation.path === path ? violation.rule : []));
    expect(rules('src/modules/people/a.ts')).toEqual(['paths']);
    expect(rules('src/modules/people/paths.ts')).not.toContain('paths');
  });

  test('a folder with sixteen files is found', () => {
    const files = Array.from(
      { length: 16 },
      (_, index) => [`src/ui/many/a${index}.ts`, 'export const a = 1;\n'] as const,
    );
    expect(inspect(new Map(files)).map((violation) => violation.rule)).toEqual(['folder']);
  });

  test('rules without a test beside them are found', () => {
    const rules = ['src/modules/spot/meet/rules/visit.ts', 'src/modules/trust/rules.ts'];
    const found = checkRulesAreTested([...rules, 'src/modules/trust/rules.test.tsx', 'src/ui/rules.ts']);
    expect(found.map(({ path }) => path)).toEqual([rules[0]]);
  });

  test('a module without rules is found', () => {
    expect(checkAnatomy(['src/modules/spot/index.ts']).map(({ says }) => says)).toContain('rules is missing');
  });
});
