import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { withCommonWords } from '../../src/modules/people/record/data-words.ts';
import { personalData as inSignIn } from '../../src/modules/sign-in/index.ts';
import type { Keeping, PersonalDataMap, Rule } from '../../src/platform/personal-data.ts';
import { platformPersonalData } from '../../src/platform/personal-data-map.ts';
import { columnsOfWay } from '../../src/platform/rights/way.ts';
import { testDatabase } from '../support/database.ts';
import { MODULES } from '../support/joined.ts';

/** Schemas that hold no rows of ours: PostgreSQL's own, and the queue's, whose jobs carry ids only. */
const OTHERS = ['information_schema', 'pg_catalog', 'graphile_worker'];

/** For whoever adds a column. */
const HOW_TO = `Name these columns in the \`personal-data.ts\` of their module: 'none' where nothing in them is about a
person; otherwise their class, what for, and a \`rule\` (src/platform/personal-data.ts): whose data it is (\`of\`), how long
and from when (\`keep\`), what happens then (\`then\`), whether it is theirs to export, what becomes of it when they leave.
Take the rule that the table's other columns have; \`numberOf\` for the id of who did something. A new rule's name needs
its words in the messages of its module: kept_<name>; a new moment after_<moment>; an exported column data_<column>.`;

const { db } = await testDatabase();
const maps = [
  { name: 'platform', map: platformPersonalData },
  { name: 'sign-in', map: inSignIn },
  ...MODULES.map(({ name, personalData = {} }) => ({ name, map: personalData })),
];
const columns = await readColumns();

/** `schema.table.column` of every table; views show only what tables hold. */
async function readColumns(): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select c.table_schema || '.' || c.table_name || '.' || c.column_name as name
    from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
    where t.table_type = 'BASE TABLE' and not (c.table_schema = any(${OTHERS}))
    order by 1`.execute(db);
  return rows.map(({ name }) => name).filter((name) => !name.startsWith('public.'));
}

function columnsOf(map: PersonalDataMap): string[] {
  return Object.entries(map).flatMap(([table, classes]) =>
    Object.keys(classes).map((column) => `${table}.${column}`),
  );
}

const classed = maps.flatMap(({ map }) => columnsOf(map));

/** Columns that take nothing but sealed words. */
async function readSealedColumns(): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select table_schema || '.' || table_name || '.' || column_name as name from information_schema.columns
    where domain_name = 'sealed_text' order by 1`.execute(db);
  return rows.map(({ name }) => name);
}

describe('the map of personal data', () => {
  test('classes every column of every table', () => {
    expect(columns.length).toBeGreaterThan(200);
    expect(
      columns.filter((name) => !classed.includes(name)),
      HOW_TO,
    ).toEqual([]);
  });

  test('classes no column that is not there', () => {
    expect(classed.filter((name) => !columns.includes(name))).toEqual([]);
  });

  test('classes each column once', () => {
    expect(classed.filter((name, index) => classed.indexOf(name) !== index)).toEqual([]);
  });

  test('keeps each table with the module whose schema it stands in', () => {
    const schemas: Readonly<Record<string, readonly string[]>> = {
      platform: ['platform', 'audit'],
      'sign-in': ['auth'],
    };
    const strangers = maps.flatMap(({ name, map }) =>
      Object.keys(map).filter((table) => {
        const schema = table.split('.')[0] ?? '';
        return !(schemas[name] ?? [name]).includes(schema);
      }),
    );
    expect(strangers).toEqual([]);
  });

  test('calls sealed what the database takes sealed only, and knows its rows by columns of theirs', async () => {
    const sealed = maps.flatMap(({ map }) =>
      Object.entries(map).flatMap(([table, classes]) =>
        Object.entries(classes).flatMap(([column, known]) =>
          known !== 'none' && known.sealed ? [{ table, column, row: known.sealed }] : [],
        ),
      ),
    );
    expect(sealed.map(({ table, column }) => `${table}.${column}`).sort()).toEqual(await readSealedColumns());
    const strangers = sealed.filter(
      ({ table, row }) => row.length === 0 || row.some((column) => !columns.includes(`${table}.${column}`)),
    );
    expect(strangers).toEqual([]);
  });

  test('has all words sealed that somebody wrote about somebody, or says why not', async () => {
    const { rows } = await sql<{ name: string }>`
      select table_schema || '.' || table_name || '.' || column_name as name from information_schema.columns
      where data_type in ('text', 'json', 'jsonb', 'character varying')`.execute(db);
    const texts = new Set(rows.map(({ name }) => name));
    const open = maps.flatMap(({ map }) =>
      Object.entries(map).flatMap(([table, classes]) =>
        Object.entries(classes).flatMap(([column, known]) =>
          known !== 'none' &&
          (known.class === 'free_text' || known.class === 'sensitive') &&
          texts.has(`${table}.${column}`) &&
          Boolean(known.sealed) === Boolean(known.plain)
            ? [`${table}.${column}`]
            : [],
        ),
      ),
    );
    expect(open).toEqual([]);
  });

  test('says of each personal column what for', () => {
    expect(listPersonal().flatMap(({ purpose, place }) => (purpose.length < 10 ? [place] : []))).toEqual([]);
  });
});

describe('the rule of a column', () => {
  /** Which words the maps need. */
  const wordsOf = (personal: ReturnType<typeof listPersonal>) =>
    personal.flatMap(({ rule }) => [
      `kept_${rule.name}`,
      ...keepings(rule).map(({ after }) => `after_${after}`),
      ...(typeof rule.leaving === 'string' ? [] : [`stays_${rule.leaving.keeps}`]),
      ...(typeof rule.leaving !== 'string' && rule.leaving.law ? [`law_${rule.leaving.law}`] : []),
    ]);

  test('has words for people, in every language, among those of its module or the common ones', () => {
    const common = withCommonWords([]);
    const wordless = listPersonal().flatMap((one) => {
      const schema = one.table.split('.')[0];
      const own = [...common, ...MODULES.filter(({ name }) => name === schema)];
      return wordsOf([one]).filter((key) => !own.some(({ messages }) => messages.has(key)));
    });
    expect([...new Set(wordless)]).toEqual([]);
  });

  test('is there for every such word of a program', async () => {
    const nobody = { id: crypto.randomUUID(), locale: 'en' } as const;
    const beside = await Promise.all(MODULES.map(async ({ dataOf }) => (await dataOf?.(db, nobody)) ?? {}));
    const needed = new Set([
      ...wordsOf(listPersonal()),
      ...beside.flatMap((lines) => Object.keys(lines).map((name) => `kept_${name}`)),
      ...classed.map((column) => `data_${column.split('.')[2]}`),
    ]);
    const strangers = MODULES.flatMap(({ name, dataOf }) => {
      // What lies beside rows has columns of its own.
      const kinds = dataOf ? /^(kept|after|law)_/ : /^(kept|after|law|data)_/;
      return name === 'people' ? [] : keysOf(name).filter((key) => kinds.test(key) && !needed.has(key));
    });
    expect(strangers).toEqual([]);
  });

  test('that leaves the export to its module stands in one that gives it', () => {
    const promising = listPersonal().filter(({ rule }) => rule.export === 'module');
    const modules = new Set(promising.map(({ table }) => table.split('.')[0]));
    expect(modules).toContain('people');
    const silent = MODULES.filter(({ name, dataOf }) => modules.has(name) && !dataOf);
    expect(silent.map(({ name }) => name)).toEqual([]);
  });

  test('leads over columns that are there', () => {
    const lost = listPersonal().flatMap(({ table, place, rule }) => {
      const ways = [rule.of, rule.about, ...keepings(rule).map(({ from }) => from)].filter(
        (way) => way != null,
      );
      const over = [
        ...ways.flatMap((way) => columnsOfWay(table, way)),
        ...(rule.mark ? [`${table}.${rule.mark}`] : []),
      ];
      return over.filter((column) => !columns.includes(column)).map((column) => `${place}: no ${column}`);
    });
    expect(lost).toEqual([]);
  });

  test('lasts as long as ISO 8601 says, or as a setting that holds a number of days', () => {
    const endless = listPersonal().flatMap(({ place, rule }) =>
      keepings(rule).flatMap(({ lasts }) => {
        if (typeof lasts === 'string') return Number.isNaN(Temporal.Duration.from(lasts).sign) ? [place] : [];
        return typeof (lasts.setting.value as Record<string, unknown>)[lasts.days] === 'number'
          ? []
          : [place];
      }),
    );
    expect(endless).toEqual([]);
  });

  test('keeps no words as long as their row: words have a term, or go with their person', () => {
    const endless = listPersonal().filter(
      (column) => column.class === 'free_text' && !column.plain && column.rule.keep === 'as_long_as_row',
    );
    expect(endless.map(({ place }) => place)).toEqual([]);
  });

  test('says whose data it is, wherever it is theirs to have or to erase', () => {
    const nobodys = listPersonal().filter(
      ({ rule }) =>
        rule.of === null &&
        (rule.export !== 'never' ||
          rule.leaving === 'delete' ||
          rule.leaving === 'blank' ||
          rule.keep === 'as_long_as_person'),
    );
    expect(nobodys.map(({ place }) => place)).toEqual([]);
  });

  test('exports nothing that is a figure for staff or tells of safety', () => {
    const told = listPersonal().filter(
      ({ rule }) => ['safety_notes', 'notes', 'decisions'].includes(rule.name) && rule.export !== 'never',
    );
    expect(told.map(({ place }) => place)).toEqual([]);
  });
});

/** Every personal column with its place. */
function keysOf(module: string): string[] {
  const file = join(import.meta.dirname, `../../src/modules/${module}/messages/en.json`);
  return existsSync(file) ? Object.keys(JSON.parse(readFileSync(file, 'utf8'))) : [];
}

function listPersonal() {
  return maps.flatMap(({ map }) =>
    Object.entries(map).flatMap(([table, classes]) =>
      Object.entries(classes).flatMap(([column, known]) =>
        known === 'none' ? [] : [{ ...known, table, place: `${table}.${column}` }],
      ),
    ),
  );
}

function keepings({ keep, atMost }: Rule): Keeping[] {
  return [...(typeof keep === 'string' ? [] : keep), ...(atMost ? [atMost] : [])];
}
