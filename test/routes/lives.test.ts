import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { lifeRows, lifeTable } from '../../src/kits/acts/index.ts';
import { legalSteps } from '../../src/platform/life.ts';
import { openProduct } from '../support/product.ts';

const { house, database } = await openProduct();
const { db } = database;
const modules = join(import.meta.dirname, '../../src/modules');
const readmes = readdirSync(modules).map((name) => readFileSync(join(modules, name, 'README.md'), 'utf8'));
const lives = house.modules.flatMap(({ lives = [] }) => lives.map((life) => [life.noun, life] as const));

describe.each(lives)('the life of %s', (noun, life) => {
  test('is the same in the program and in the database', async () => {
    const { rows } = await sql<{ act: string; from: string | null; to: string }>`
      select act, from_state as from, to_state as to from platform.acts where noun = ${noun}`.execute(db);
    const say = (steps: typeof rows) =>
      steps.map(({ act, from, to }) => `${act}: ${from ?? 'nothing'} → ${to}`).sort();
    expect(say(rows), `a migration brings them together:\n${lifeRows(life)}`).toEqual(say(legalSteps(life)));
  });

  test('is held by the database where its rows lie', async () => {
    const { rows } = await sql<{ name: string }>`
      select tgname as name from pg_trigger
      where tgfoid = 'platform.guard_life'::regproc
        and starts_with(encode(tgargs, 'escape'), ${`${noun}\\000`})`.execute(db);
    expect(rows.map(({ name }) => name)).toContain('guard_life');
  });

  test('stands in the README of its module', () => {
    const table = lifeTable(life);
    expect(
      readmes.some((readme) => readme.includes(table)),
      table,
    ).toBe(true);
  });

  test('is refused in words of its module where it does not lead', () => {
    const owner = house.modules.find(({ lives: own = [] }) => own.includes(life));
    const states = [null, ...new Set(legalSteps(life).map(({ to }) => to))];
    const codes = Object.entries(life.acts).flatMap(([act, { from }]) =>
      states
        .filter((state) => (state === null ? from.length > 0 : !from.includes(state)))
        .map((state) => life.refuses(act as never, state as never).code),
    );
    expect(codes.filter((code) => !owner?.messages.has(code))).toEqual([]);
  });
});

test('the database knows no life that the program does not', async () => {
  const { rows } = await sql<{ noun: string }>`select distinct noun from platform.acts`.execute(db);
  expect(rows.map(({ noun }) => noun).sort()).toEqual(lives.map(([noun]) => noun).sort());
  await expect(sql`delete from platform.acts`.execute(db)).rejects.toThrow('permission denied');
});
