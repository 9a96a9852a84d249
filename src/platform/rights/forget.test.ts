import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { runAs } from '../../../test/support/clusters.ts';
import { testDatabase } from '../../../test/support/database.ts';
import type { Keeping } from '../personal-data.ts';
import { platformPersonalData } from '../personal-data-map.ts';
import { forget } from './forget.ts';

const { db, ownerUrl } = await testDatabase();
const now = Temporal.Instant.from('2026-11-24T09:00:00+09:00');

test('forgetting has a minute for each statement: nobody waits for it', async () => {
  await db
    .insertInto('platform.development_mail')
    .values({ recipient: 'x@mail.example', subject: 'x', body: 'x', sent_at: now })
    .execute();
  await runAs(
    ownerUrl,
    `create function platform.tell_patience() returns trigger language plpgsql as
       $$ begin raise exception 'it has %', current_setting('statement_timeout'); end $$;
     create trigger tell before delete on platform.development_mail for each row
       execute function platform.tell_patience()`,
  );
  await expect(forget(db, [platformPersonalData], now.add({ hours: 24 * 40 }))).rejects.toThrow(
    'it has 1min',
  );
});

describe('what the row that it names keeps', () => {
  const walk = { after: 'walk_over', from: 'walk_id>public.walks.over_at', lasts: 'P90D' } as const;

  /** @returns which words are left: of a walk that is long over, just over, or begun, and of none */
  async function leftOf(keep: readonly Keeping[]): Promise<string[]> {
    await runAs(
      ownerUrl,
      `drop table if exists public.words, public.walks;
       create table public.walks (id int primary key, state text, over_at timestamptz);
       create table public.words (said text, state text, walk_id int references public.walks);
       insert into public.walks values (1, 'over', '2026-03-01'), (2, 'over', '2026-11-01'), (3, 'begun', null);
       insert into public.words values
         ('of long ago', 'said', 1), ('of late', 'said', 2), ('of now', 'said', 3), ('of none', 'said', null);
       grant select, update, delete on public.walks, public.words to otonari_app`,
    );
    const rule = {
      name: 'words',
      of: null,
      keep,
      end: 'delete',
      export: 'never',
      leaving: 'delete',
    } as const;
    const said = { class: 'free_text', purpose: 'to try', rule } as const;
    await forget(db, [{ 'public.words': { said } }], now);
    const { rows } = await sql<{ said: string }>`select said from public.words`.execute(db);
    return rows.map((row) => row.said);
  }

  test('stays until so long after that row’s moment; what names none is kept by none', async () => {
    expect(await leftOf([walk])).toEqual(['of late', 'of now']);
  });

  test('stays only where that row, not its own, has one of the values', async () => {
    expect(await leftOf([{ ...walk, where: { column: 'state', is: ['over'] } }])).toEqual(['of late']);
    expect(await leftOf([{ ...walk, where: { column: 'state', is: ['said'] } }])).toEqual([]);
  });
});
