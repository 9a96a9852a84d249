import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { consultationsHouse, WORDS } from '../../../../test/support/consultations.ts';

const { db, files, mori, kato, taken, photo } = await consultationsHouse();

describe('what lies there', () => {
  test('tells nothing to whoever has the whole database and all files', async () => {
    const id = await taken({ words: 'Zaubernuss words', times: 'Zaubernuss times', photo: await photo() });
    await mori.web.post(`/desk/consultations/${id}/notes`, { note: 'Zaubernuss note' });
    await mori.web.post(`/desk/consultations/${id}/replies`, { reply: 'Zaubernuss reply' });
    await kato.web.post(`/desk/consultations/${id}/openings`, { reason: 'Zaubernuss reason, long enough' });
    const { rows: tables } = await sql<{ name: string }>`
      select table_schema || '.' || table_name as name from information_schema.tables
      where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema', 'graphile_worker')
        and has_table_privilege(format('%I.%I', table_schema, table_name), 'select')`.execute(db);
    expect(tables.length).toBeGreaterThan(100);
    for (const { name } of tables) {
      const { rows } = await sql<{ row: string }>`select t::text as row from ${sql.table(name)} t`.execute(
        db,
      );
      expect(
        rows.filter(({ row }) => row.includes('Zaubernuss')),
        name,
      ).toEqual([]);
    }
    const paths = readdirSync(files.directory, { recursive: true, withFileTypes: true }).filter((one) =>
      one.isFile(),
    );
    expect(paths.length).toBeGreaterThan(0);
    for (const { parentPath, name } of paths)
      expect(readFileSync(join(parentPath, name)).includes('WEBP')).toBe(false);
  });

  test('opens nowhere once its matter is gone, not even for who has the house’s secret', async () => {
    const id = await taken();
    const entry = await db.selectFrom('consultations.entries').selectAll().executeTakeFirstOrThrow();
    await db.deleteFrom('consultations.matters').where('id', '=', id).execute();
    expect(await db.selectFrom('consultations.openings').select('id').execute()).toEqual([]);
    // Somebody brings the row back from a backup, below a matter with another key.
    const next = await taken({ words: 'Other words.' });
    await db
      .insertInto('consultations.entries')
      .values({ ...entry, matter_id: next })
      .execute();
    const { text } = await mori.web.get(`/desk/consultations/${next}`);
    expect([text.includes('Other words.'), text.includes(WORDS)]).toEqual([true, false]);
  });
});
