import { expect, test } from 'vitest';
import { runAs } from '../../../test/support/clusters.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { platformPersonalData } from '../personal-data-map.ts';
import { forget } from './forget.ts';

const { db, ownerUrl } = await testDatabase();

test('forgetting has a minute for each statement: nobody waits for it', async () => {
  const now = Temporal.Instant.from('2026-11-24T09:00:00+09:00');
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
