import { pino } from 'pino';
import { afterAll, describe, expect, test } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { mailServer } from '../../../test/support/mail-server.ts';
import { SEND_CODE } from '../../modules/sign-in/codes/request-code.ts';
import { settableClock } from '../clock.ts';
import type { Tx } from '../database/connect.ts';
import { addJob } from '../jobs/add-job.ts';
import { platformPersonalData } from '../personal-data-map.ts';
import { forget } from '../rights/forget.ts';
import { forgetTasks } from '../rights/tasks.ts';
import { readMailState } from './mail-state.ts';
import { listKeptMail } from './mailbox.ts';
import { createMailer, type KeyedMail, showsMailbox } from './mailer.ts';
import { enqueueMail, forgetMailTask, sendMailTask } from './send-mail.ts';

const { db, pool } = await testDatabase();
const server = await mailServer();
const clock = settableClock('2026-11-24T09:00:00+09:00');
const lines: string[] = [];
const log = pino({ level: 'warn' }, { write: (line: string) => void lines.push(line) });
const context = { db, clock, log };
const settings = {
  smtpUrl: server.url,
  mailFrom: 'Otonari <no-reply@help.example.org>',
  demonstration: false,
  databaseUrl: undefined,
  publicUrl: undefined,
};
const mailer = createMailer(settings, db, clock);
afterAll(() => mailer.close());

const sendOnce = (mail: KeyedMail) => sendMailTask(mailer).run(mail, context);

const mail = { key: 'greeting:1', to: 'chen@example.org', subject: '您好 👋', text: 'Hello\n\n髙﨑𠮷\n' };

test('nothing goes to whom nothing may go, nor afterwards', async () => {
  const before = server.taken.length;
  const quiet = { ...mail, key: 'quiet:1', to: 'hidden@example.org' };
  await sendMailTask(mailer, async (_, to) => to === quiet.to).run(quiet, context);
  expect(server.taken.length).toBe(before);
  await sendMailTask(mailer, async (_, to) => to === quiet.to).run({ ...mail, key: 'loud:1' }, context);
  expect(server.taken.length).toBe(before + 1);
});

describe('a mail', () => {
  test('arrives as it was written, and says that a program sent it', async () => {
    await sendOnce({
      ...mail,
      html: '<p>Hello</p>',
      language: 'zh-Hans',
      headers: { 'List-Unsubscribe': '<https://help.example.org/stop>' },
    });
    const taken = server.taken.at(-1);
    expect(taken).toMatchObject({
      subject: '您好 👋',
      from: { name: 'Otonari', address: 'no-reply@help.example.org' },
      to: [{ address: 'chen@example.org' }],
    });
    expect(taken?.text?.trim()).toBe('Hello\n\n髙﨑𠮷');
    expect(taken?.html).toContain('<p>Hello</p>');
    const headers = Object.fromEntries(taken?.headers.map(({ key, value }) => [key, value]) ?? []);
    expect(headers).toMatchObject({
      'auto-submitted': 'auto-generated',
      'content-language': 'zh-Hans',
      'list-unsubscribe': '<https://help.example.org/stop>',
    });
    expect(taken?.messageId).toMatch(/^<[0-9a-f]{32}@help\.example\.org>$/);
  });

  test('goes out once, however often its job runs', async () => {
    const once = { ...mail, key: 'greeting:2' };
    const before = server.taken.length;
    await Promise.all([1, 2, 3].map(() => sendOnce(once)));
    await sendOnce(once);
    expect(server.taken.length - before).toBe(1);
  });

  test('is tried again when the server is busy, with the same id', async () => {
    const again = { ...mail, key: 'greeting:3' };
    server.answer({ at: 'recipient', reply: '451 4.3.0 not now' });
    await expect(sendOnce(again)).rejects.toThrow();
    server.answer('take');
    await sendOnce(again);
    expect(server.taken.filter(({ messageId }) => messageId === server.taken.at(-1)?.messageId)).toHaveLength(
      1,
    );
  });

  test('is given up when no such mailbox exists; the log names the occasion, not the person', async () => {
    server.answer({ at: 'recipient', reply: '550 5.1.1 <chen@example.org> unknown' });
    await sendOnce({ ...mail, key: 'greeting:4' });
    server.answer('take');
    expect(lines.at(-1)).toContain('"occasion":"greeting"');
    expect(lines.join()).not.toContain('chen@example.org');
  });

  test.each([
    ['login_refused', { at: 'login', reply: '535 5.7.8 <chen@example.org> bad password' }],
    ['server_away', { at: 'greeting', reply: '554 5.7.1 client host blocked' }],
    ['server_away', { at: 'greeting', reply: '421 4.3.2 closing' }],
    ['server_away', 'silence'],
    ['sender_refused', { at: 'sender', reply: '550 5.4.5 daily limit' }],
    ['mailbox_closed_for_now', { at: 'recipient', reply: '552 5.2.2 <chen@example.org> is full' }],
    ['mailbox_closed_for_now', { at: 'recipient', reply: '550 5.7.1 <chen@example.org> blocked' }],
    ['mail_refused', { at: 'data', reply: '552 5.2.2 full' }],
    ['mail_refused', { at: 'data', reply: '421 4.3.2 closing' }],
  ] as const)('is not lost for %s: %j', async (because, answer) => {
    const urgent = { ...mail, key: `greeting:${JSON.stringify(answer)}` };
    const own = createMailer({ ...settings, smtpUrl: server.urlWithLogin }, db, clock);
    const sendIt = () => sendMailTask(own).run(urgent, context);
    server.answer(answer);
    await expect(sendIt()).rejects.toThrow(`a mail did not go out: ${because}`);
    expect(lines.at(-1)).toContain('"level":50');
    expect(lines.at(-1)).toContain(because);
    expect(lines.join()).not.toContain('chen@example.org');
    const { hindered } = await readMailState(db, clock());
    expect(hindered?.because).toBe(because.startsWith('mailbox') ? undefined : because);
    server.answer('take');
    const before = server.taken.length;
    await sendIt();
    expect(server.taken).toHaveLength(before + 1);
    expect((await readMailState(db, clock())).hindered).toBeNull();
    own.close();
  });

  test.each([
    ['a..b@docomo.ne.jp', '"a..b"@docomo.ne.jp'],
    ['x.@docomo.ne.jp', '"x."@docomo.ne.jp'],
    ['.y@ezweb.ne.jp', '".y"@ezweb.ne.jp'],
    ['a/b&c#d=e@softbank.ne.jp', 'a/b&c#d=e@softbank.ne.jp'],
  ])('to %s goes to the mailbox %s', async (to, recipient) => {
    await sendOnce({ ...mail, key: `carrier:${to}`, to });
    expect(server.lastRecipient()).toBe(recipient);
    expect(server.taken.at(-1)?.headers.find(({ key }) => key === 'to')?.value).toContain(recipient);
  });

  test('a header cannot be smuggled in by a subject, nor by an address, which no mailbox has', async () => {
    const subject = 'x\r\nBcc: c@example.org';
    await sendOnce({ ...mail, key: 'greeting:5', subject });
    expect(server.taken.at(-1)?.subject).toContain('c@example.org');
    expect(server.taken.at(-1)?.headers.map(({ key }) => key)).not.toContain('bcc');
    const to = 'a@example.org\r\nBcc: b@example.org';
    await expect(sendOnce({ ...mail, key: 'greeting:6', to })).rejects.toThrow('did not go out');
  });

  test('is enqueued with the transaction, or not at all', async () => {
    const waiting = async () => {
      const { rows } = await pool.query<{ key: string }>('select key from graphile_worker.jobs');
      return rows.map(({ key }) => key);
    };
    const attempt = db.transaction().execute(async (tx) => {
      await enqueueMail(tx, { ...mail, key: 'rolled-back' });
      throw new Error('rolled back');
    });
    await expect(attempt).rejects.toThrow('rolled back');
    await db.transaction().execute((tx) => enqueueMail(tx, { ...mail, key: 'kept' }));
    expect(await waiting()).toEqual(['send-mail:kept']);
    expect((await readMailState(db, clock())).waiting).toBe(0);
    const before = server.taken.length;
    await sendMailTask(mailer).run({ ...mail, key: 'kept' }, context);
    expect(server.taken).toHaveLength(before + 1);
  });
});

describe('mails that wait', () => {
  const fail = (attempts: string) =>
    pool.query(
      `update graphile_worker._private_jobs set attempts = ${attempts}, last_error = 'to chen@example.org'`,
    );

  test('are counted, those that nobody tries any more apart, also codes', async () => {
    await pool.query('delete from graphile_worker._private_jobs');
    const add = (tx: Tx) => addJob(tx, SEND_CODE, { id: 'x' });
    await db.transaction().execute((tx) => enqueueMail(tx, { ...mail, key: 'late' }));
    await db.transaction().execute(add);
    await fail('1');
    expect(await readMailState(db, clock())).toMatchObject({ waiting: 2, givenUp: 0 });
    await fail('max_attempts');
    expect(await readMailState(db, clock())).toMatchObject({ waiting: 0, waitingSince: null, givenUp: 2 });
  });

  test('keep neither address nor words once they are given up, and are tried for days before', async () => {
    const kept = () => pool.query('select * from graphile_worker._private_jobs');
    expect(JSON.stringify((await kept()).rows)).toContain('chen@example.org');
    const { rows } = await pool.query('select max(max_attempts) as most from graphile_worker._private_jobs');
    expect(rows[0].most).toBe(25);
    await forgetMailTask.run({}, context);
    expect((await kept()).rows).toHaveLength(2);
    expect(JSON.stringify((await kept()).rows)).not.toMatch(/chen@example.org|髙﨑|您好/);
    await pool.query("update graphile_worker._private_jobs set updated_at = '2026-09-01'");
    await forgetMailTask.run({}, context);
    expect((await kept()).rows).toHaveLength(2);
    await forgetTasks([])
      .find(({ name }) => name === 'forget-jobs')
      ?.run({}, context);
    expect((await kept()).rows).toEqual([]);
  });
});

describe('without a mail server', () => {
  const none = { ...settings, smtpUrl: undefined };

  test('mails stay in the mailbox, the newest first, and are forgotten after a month', async () => {
    const local = createMailer(none, db, clock);
    await sendMailTask(local).run({ ...mail, key: 'local:1', subject: 'first' }, context);
    clock.advance({ minutes: 1 });
    await sendMailTask(local).run({ ...mail, key: 'local:2', subject: 'second' }, context);
    expect((await listKeptMail(db)).map(({ subject }) => subject)).toEqual(['second', 'first']);
    clock.advance({ days: 31 });
    await forget(db, [platformPersonalData], clock());
    expect(await listKeptMail(db)).toEqual([]);
    const { rows } = await pool.query('select key from platform.sent_mail');
    expect(rows).toEqual([]);
  });

  test.each([
    [{ demonstration: true, databaseUrl: 'postgres://x/demo' }, true],
    [{}, true],
    [{ databaseUrl: 'postgres://x/y' }, false],
    [{ publicUrl: 'https://help.example.org' }, false],
    [{ host: '127.0.0.1' }, true],
    [{ host: '0.0.0.0' }, false],
    [{ smtpUrl: 'smtp://x' }, false],
    [{ smtpUrl: 'smtp://x', demonstration: true }, true],
  ])('%j shows the mailbox to anybody: %s', (given, shown) => {
    expect(showsMailbox({ ...none, ...given })).toBe(shown);
  });

  test('a server elsewhere that does not encrypt is given no mail', async () => {
    server.answer('take');
    // Not one of the names by which we know this machine.
    const own = createMailer(
      { ...settings, smtpUrl: server.url.replace('127.0.0.1', '[::ffff:127.0.0.1]') },
      db,
      clock,
    );
    const before = server.taken.length;
    await expect(own.send({ ...mail, key: 'greeting:plain' })).rejects.toThrow(/STARTTLS/);
    expect(server.taken).toHaveLength(before);
    own.close();
  });

  test('real use does not start: codes would stand on a page for anybody', () => {
    expect(() => createMailer({ ...none, publicUrl: 'https://help.example.org' }, db, clock)).toThrow(
      'Set SMTP_URL',
    );
  });
});
