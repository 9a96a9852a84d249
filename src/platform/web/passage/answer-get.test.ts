import { sql } from 'kysely';
import { h } from 'preact';
import { afterEach, describe, expect, test } from 'vitest';
import { runAs } from '../../../../test/support/clusters.ts';
import { testDatabase } from '../../../../test/support/database.ts';
import { makeKit } from '../../../../test/support/kit.ts';
import { question } from '../../database/questions.ts';
import type { Noted } from '../../languages/messages.tsx';
import { get, page, type Reply, redirect } from '../route.ts';

const SECRET = 'a-health-matter';
const maya = '00000000-0000-4000-8000-000000000001';
const replies: Readonly<Record<string, Reply>> = {
  page: page(`About ${SECRET}`, h('main', null, SECRET)),
  file: { kind: 'file', body: SECRET, mediaType: 'text/csv', name: `${SECRET}.csv` },
  redirect: redirect(`/notes/${SECRET}`, { tone: 'notice', text: SECRET as Noted }),
};

const { db, ownerUrl } = await testDatabase();
/** Asked in one trip with the entry. */
const asked = get({
  path: '/records/asked',
  access: 'everyone',
  audit: 'notes.record.viewed',
  async handle({ auditedAsk }) {
    const said = question<{ said: string }, string>(
      sql`select ${SECRET}::text as said`,
      ([row]) => row?.said ?? '',
    );
    const { secret } = await auditedAsk({ subjectIds: [maya] }, { secret: said });
    return page('About', h('main', null, secret));
  },
});
const kit = makeKit(db, [
  asked,
  ...Object.entries(replies).map(([kind, reply]) =>
    get({
      path: `/records/${kind}`,
      access: 'everyone',
      audit: 'notes.record.viewed',
      async handle({ audit }) {
        await audit({ subjectIds: [maya] });
        return reply;
      },
    }),
  ),
]);

/** Ways in which an entry can fail: at once, and only when its statement is committed and the chain sealed. */
const FAULTS: Readonly<Record<string, { arise: string; pass: string }>> = {
  'refused at once': {
    arise: 'revoke insert on audit.entries from otonari_app',
    pass: 'grant insert on audit.entries to otonari_app',
  },
  'lost at the commit': {
    arise: `create function audit.fail() returns trigger language plpgsql as $$ begin raise 'disk full'; end $$;
      create constraint trigger zz_fail after insert on audit.entries deferrable initially deferred
        for each row execute function audit.fail()`,
    pass: 'drop function audit.fail() cascade',
  },
};

afterEach(async () => {
  for (const { pass } of Object.values(FAULTS)) await runAs(ownerUrl, pass).catch(() => {});
});

/** All that leaves the house: status, headers and body. */
async function sent(kind: string): Promise<{ status: number; all: string }> {
  const answer = await kit.get(`/en/records/${kind}`);
  const headers = [...answer.headers].map((header) => header.join(': ')).join('\n');
  return { status: answer.status, all: `${headers}\n${await answer.text()}` };
}

const countEntries = async () => (await db.selectFrom('audit.entries').select('id').execute()).length;

describe.each([...Object.keys(replies), 'asked'])('a %s whose reading is recorded', (kind) => {
  test('leaves with one entry', async () => {
    const before = await countEntries();
    expect((await sent(kind)).all).toContain(SECRET);
    expect(await countEntries()).toBe(before + 1);
  });

  test.each(Object.entries(FAULTS))('does not leave when the entry is %s', async (_, { arise }) => {
    const before = await countEntries();
    await runAs(ownerUrl, arise);
    const { status, all } = await sent(kind);
    expect(status).toBe(500);
    expect(all).not.toContain(SECRET);
    expect(kit.log.join()).not.toContain(SECRET);
    expect(await countEntries()).toBe(before);
  });
});
