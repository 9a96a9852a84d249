import { pino } from 'pino';
import { afterAll, describe, expect, test } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { mailServer } from '../../../test/support/mail-server.ts';
import { settableClock } from '../clock.ts';
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
    server.answer('later');
    await expect(sendOnce(again)).rejects.toThrow();
    server.answer('take');
    await sendOnce(again);
    expect(server.taken.filter(({ messageId }) => messageId === server.taken.at(-1)?.messageId)).toHaveLength(
      1,
    );
  });

  test('is given up when no such mailbox exists; the log names the occasion, not the person', async () => {
    server.answer('never');
    await sendOnce({ ...mail, key: 'greeting:4' });
    server.answer('take');
    expect(lines.at(-1)).toContain('"occasion":"greeting"');
    expect(lines.join()).not.toContain('chen@example.org');
  });

  test('a header cannot be smuggled in by an address or a subject', async () => {
    const bad = {
      key: 'greeting:5',
      to: 'a@example.org\r\nBcc: b@example.org',
      subject: 'x\r\nBcc: c@example.org',
      text: '',
    };
    await sendOnce(bad);
    const taken = server.taken.at(-1);
    expect(taken?.headers.map(({ key }) => key)).not.toContain('bcc');
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
    const before = server.taken.length;
    await sendMailTask(mailer).run({ ...mail, key: 'kept' }, context);
    expect(server.taken).toHaveLength(before + 1);
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
    await forgetMailTask.run({}, context);
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

  test('real use does not start: codes would stand on a page for anybody', () => {
    expect(() => createMailer({ ...none, publicUrl: 'https://help.example.org' }, db, clock)).toThrow(
      'Set SMTP_URL',
    );
  });
});
