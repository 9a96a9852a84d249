import { pino } from 'pino';
import { describe, expect, test } from 'vitest';
import { testDatabase } from '../../../../test/support/database.ts';
import { settableClock } from '../../../platform/clock.ts';
import { LOCALES, type Locale } from '../../../platform/languages/locales.ts';
import type { KeyedMail, Mailer } from '../../../platform/mail/mailer.ts';
import { makeKeys } from '../keys.ts';
import { sendCodeTask } from './code-mail.tsx';
import { isCodeOf } from './kept-code.ts';

const { db } = await testDatabase();
const clock = settableClock('2026-11-24T09:00:00+09:00');
const keys = makeKeys('a secret of at least thirty-two characters');
const mails: KeyedMail[] = [];
const mailer: Mailer = { send: async (mail) => void mails.push(mail), close() {} };
const task = sendCodeTask(mailer, keys);
const context = { db, clock, log: pino({ level: 'silent' }) };

async function codeMail(locale: Locale): Promise<KeyedMail> {
  const row = {
    token_hash: keys.hashOf('asking browser', crypto.randomUUID()),
    email: 'chen@example.org',
    locale,
    back: '/spot/requests/new',
  };
  const { id } = await db
    .insertInto('auth.codes')
    .values({ ...row, created_at: clock(), expires_at: clock().add({ minutes: 10 }) })
    .returning('id')
    .executeTakeFirstOrThrow();
  await task.run({ id }, context);
  await task.run({ id }, context);
  const mail = mails.at(-1);
  if (!mail) throw new Error('no mail');
  const kept = await db.selectFrom('auth.codes').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  const code = /\n\n(\d{6})\n\n/.exec(mail.text)?.[1] ?? '';
  expect(isCodeOf(keys, kept, code)).toBe(true);
  return mail;
}

describe('the mail with a code', () => {
  test.each(LOCALES)('in %s says what it is for, and holds no link and nothing else', async (locale) => {
    const before = mails.length;
    const mail = await codeMail(locale);
    expect(mails).toHaveLength(before + 1);
    expect(mail.to).toBe('chen@example.org');
    expect(`${mail.text}${mail.html}`).not.toMatch(/https?:|href|src=|chen|spot/);
    expect(mail.subject).not.toMatch(/\d{6}/);
    expect(mail.subject).toMatch(/^.{5,20}[(（]JII[)）]$/);
    expect(mail.text.match(/\d{6}/g)).toHaveLength(1);
    expect(mail.html).toContain(`<html lang="${mail.language}">`);
  });

  test('in easy Japanese has furigana in its page and none in its plain text', async () => {
    const mail = await codeMail('ja-easy');
    expect(mail.html).toContain('<ruby>番号<rp>(</rp><rt>ばんごう</rt><rp>)</rp></ruby>');
    expect(mail.text).not.toMatch(/[《》]/);
  });
});
