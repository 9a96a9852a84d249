import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { pino } from 'pino';
import { afterAll, describe, expect, test } from 'vitest';
import { actorOf, testHouse } from '../../../test/support/house.ts';
import { createPerson } from '../../modules/people/index.ts';
import { raiseAlarm } from '../../platform/audit/alarms/alarms.ts';
import { recordAudit } from '../../platform/audit/record.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { noteHindrance } from '../../platform/mail/mail-state.ts';
import { settingsModule } from '../settings/settings-module.tsx';
import { watchModule } from './watch-module.tsx';

const directory = await mkdtemp(join(tmpdir(), 'otonari-watch-'));
afterAll(() => rm(directory, { recursive: true }));
const secret = 'a secret of at least thirty-two characters';
let clock = () => Temporal.Instant.from('2026-11-24T09:00:00+09:00');
const module = watchModule({
  secret,
  auditAnchors: directory,
  auditMail: 'board@example.org',
  publicUrl: 'https://otonari.test',
  clock: () => clock(),
});
const house = await testHouse([module, settingsModule([module])]);
const { db } = house;
clock = house.clock;
const context = { db, clock, log: pino({ level: 'silent' }) };
const person = (name: string, role: 'administrator' | 'coordinator') =>
  inTransaction(db, (tx) =>
    createPerson(tx, { name, email: `${name}@example.org`, locale: 'en', roles: [role], now: clock() }),
  );
const [keiko, mika, taro] = [
  await person('keiko', 'administrator'),
  await person('mika', 'administrator'),
  await person('taro', 'coordinator'),
];
const as = ({ id }: { id: string }, role: 'administrator' | 'coordinator' = 'administrator') =>
  house.as(actorOf({ id }, [role]));
const run = (name: string) => module.tasks?.find((task) => task.name === name)?.run({}, context);
const mails = async () => {
  const { rows } = await sql<{ to: string; subject: string; text: string }>`
    select payload ->> 'to' as to, payload ->> 'subject' as subject, payload ->> 'text' as text
    from graphile_worker._private_jobs where payload ->> 'to' is not null order by 1`.execute(db);
  await sql`delete from graphile_worker._private_jobs`.execute(db);
  return rows;
};
const see = (reader: string, count: number, role = 'coordinator') =>
  inTransaction(db, (tx) =>
    recordAudit(
      tx,
      { personId: reader, role },
      {
        action: 'people.profile.viewed',
        outcome: 'seen',
        subjectIds: Array.from(
          { length: count },
          (_, n) => `00000000-0000-4000-9000-${String(n).padStart(12, '0')}`,
        ),
      },
      clock(),
    ),
  );

test('the jobs run by themselves', () => {
  expect(module.tasks?.map(({ name, cron }) => [name, typeof cron])).toEqual([
    ['seal-audit', 'string'],
    ['check-audit', 'string'],
    ['watch-reading', 'string'],
  ]);
});

describe('an alarm about reading', () => {
  test('is raised for who reads many records, once; mailed to the others without a name', async () => {
    await see(taro.id, 60);
    await run('watch-reading');
    expect(await mails()).toEqual([]);
    await see(taro.id, 61);
    await run('watch-reading');
    await run('watch-reading');
    const sent = await mails();
    expect(sent.map(({ to }) => to)).toEqual(['board@example.org', 'keiko@example.org', 'mika@example.org']);
    expect(JSON.stringify(sent.map(({ subject, text }) => [subject, text]))).not.toMatch(/taro|61/);
    expect(sent[0]?.text).toContain('https://otonari.test/en/settings/watch');
    const { text } = await as(keiko).get('/settings/watch');
    expect(text).toContain('taro has seen the records of 61 people within a day');
  });

  test('is an administrator’s to see and to end with a reason, which is recorded', async () => {
    expect((await as(taro, 'coordinator').get('/settings/watch')).status).toBe(403);
    const { id } = await db.selectFrom('audit.alarms').select('id').executeTakeFirstOrThrow();
    expect((await as(keiko).get('/settings')).text).toContain('2 need you');
    await run('seal-audit');
    expect((await as(keiko).get('/settings')).text).toContain('1 needs you');
    const closed = await as(keiko).post(`/settings/watch/alarms/${id}`, { because: 'was_their_work' });
    expect(closed.flash).toBe('The alarm is closed.');
    const entry = await db
      .selectFrom('audit.entries')
      .select(['actor_id', 'object_id', 'detail'])
      .where('action', '=', 'watch.alarm.closed')
      .executeTakeFirst();
    expect(entry).toEqual({ actor_id: keiko.id, object_id: id, detail: { because: 'was_their_work' } });
    expect((await as(mika).get('/settings/watch')).text).toContain('Closed by keiko');
    expect((await as(mika).post(`/settings/watch/alarms/${id}`, { because: 'looked_into' })).status).toBe(
      404,
    );
    await run('watch-reading');
    expect(await mails()).toEqual([]);
  });

  test('about an administrator is neither told to them nor seen nor ended by them', async () => {
    await see(mika.id, 200, 'administrator');
    await run('watch-reading');
    expect((await mails()).map(({ to }) => to)).toEqual(['board@example.org', 'keiko@example.org']);
    expect((await as(mika).get('/settings/watch')).text).not.toContain('201 people');
    expect((await as(keiko).get('/settings/watch')).text).toContain(
      'mika has seen the records of 201 people',
    );
    const { id } = await db
      .selectFrom('audit.alarms')
      .select('id')
      .where('person_id', '=', mika.id)
      .executeTakeFirstOrThrow();
    expect((await as(mika).post(`/settings/watch/alarms/${id}`, { because: 'looked_into' })).status).toBe(
      404,
    );
    const open = await db.selectFrom('audit.alarms').selectAll().where('closed_at', 'is', null).execute();
    expect(open.map(({ person_id }) => person_id)).toEqual([mika.id]);
  });

  test('is not raised for what is usual for somebody, nor for one’s own record', async () => {
    const busy = await person('yuki', 'coordinator');
    await see(busy.id, 100);
    house.clock.advance({ days: 2 });
    await see(busy.id, 120);
    await run('watch-reading');
    expect(await mails()).toEqual([]);
  });

  test('follows the limits that an administrator sets', async () => {
    const limits = { perHour: '5', perDay: '5', times: '1' };
    const [, seen = ''] =
      /name="seen" value="([^"]+)"/.exec((await as(keiko).get('/settings/watch')).html) ?? [];
    const refused = await as(keiko).post('/settings/watch/limits', { ...limits, seen, times: '99' });
    expect(refused.status).toBe(422);
    expect((await as(keiko).post('/settings/watch/limits', { ...limits, seen })).flash).toContain('Saved');
    const careful = await person('rin', 'coordinator');
    await see(careful.id, 6);
    await run('watch-reading');
    expect((await mails()).length).toBeGreaterThan(0);
  });
});

test('an alarm about the chain is mailed to all administrators', async () => {
  await run('seal-audit');
  await inTransaction(db, (tx) => raiseAlarm(tx, { kind: 'entry_missing', position: 7 }, clock()));
  expect((await as(mika).get('/settings/watch')).text).toContain('missing at position 7');
  await run('check-audit');
  const [anchor] = await mails();
  expect(anchor).toMatchObject({ to: 'board@example.org' });
  expect(anchor?.text).toMatch(/"position":\d+,"hash":"[0-9a-f]{64}"/);
});

test('administrators see since when mail does not go out, and can try it themselves', async () => {
  expect((await as(keiko).get('/settings/watch')).text).toContain('Mail goes out.');
  await noteHindrance(db, 'login_refused', clock());
  const { text } = await as(keiko).get('/settings/watch');
  expect(text).toContain('Mail has not gone out since');
  expect(text).toContain('refuses our login');
  const asked = await as(keiko).post('/settings/watch/test-mail');
  expect(asked.flash).toContain('on its way');
  expect((await mails()).map(({ to, subject }) => [to, subject])).toEqual([
    ['keiko@example.org', 'Test email (JII)'],
  ]);
});
