import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

/**
 * While processes of the former version run beside the new one, the schema may only grow (docs/operations.md, "Upgrade").
 * What breaks the former version says so in its first line: `-- contract: after VERSION`, where nobody runs it any more.
 */
const BREAKING: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['drops a column', /\bdrop\s+column\b/i],
  ['drops a table', /\bdrop\s+table\b/i],
  ['drops a schema', /\bdrop\s+schema\b/i],
  ['renames', /\brename\s+(column\b|to\b|\w+\s+to\b)/i],
  ['changes a type', /\balter\s+(column\s+)?\w+\s+(set\s+data\s+)?type\b/i],
  ['makes a column required', /\balter\s+column\s+\w+\s+set\s+not\s+null\b/i],
  [
    'adds a required column without a value',
    /\badd\s+column\s+(?:if\s+not\s+exists\s+)?\w+\s+(?![^,;]*\bdefault\b)[^,;]*\bnot\s+null\b/i,
  ],
  ['takes a right away', /\brevoke\b[^;]*\bfrom\s+otonari_app\b/i],
];

function whatBreaks(sql: string): string[] {
  if (/^-- contract: after \d+\.\d+\.\d+/.test(sql)) return [];
  const plain = sql.replaceAll(/--.*$/gm, '');
  return BREAKING.filter(([, pattern]) => pattern.test(plain)).map(([what]) => what);
}

describe('the former version works beside this one', () => {
  // What was there before the rule; the list never grows.
  const folder = join(import.meta.dirname, '../db/migrations');
  const former = new Set(
    readFileSync(join(import.meta.dirname, 'former-migrations.txt'), 'utf8').split('\n'),
  );
  const later = readdirSync(folder).filter((name) => name.endsWith('.sql') && !former.has(name));

  test.each(later)('%s only adds', (name) => {
    expect(whatBreaks(readFileSync(join(folder, name), 'utf8'))).toEqual([]);
  });

  test.each([
    ['alter table a.b drop column c', 'drops a column'],
    ['drop table a.b', 'drops a table'],
    ['alter table a.b rename column c to d', 'renames'],
    ['alter table a.b rename to d', 'renames'],
    ['alter table a.b alter column c type text', 'changes a type'],
    ['alter table a.b alter column c set not null', 'makes a column required'],
    ['alter table a.b add column c int not null', 'adds a required column without a value'],
    ['revoke update on a.b from otonari_app', 'takes a right away'],
  ])('"%s" is found', (sql, what) => {
    expect(whatBreaks(sql)).toEqual([what]);
  });

  test.each([
    'alter table a.b add column c int',
    'alter table a.b add column c int not null default 0, add column d text',
    '-- contract: after 0.2.0\nalter table a.b drop column c',
  ])('"%s" may be', (sql) => {
    expect(whatBreaks(sql)).toEqual([]);
  });
});
