import { describe, expect, test } from 'vitest';
import { testHouse } from '../../../test/support/house.ts';
import { createMailer } from '../../platform/mail/mailer.ts';
import { mailboxModule } from './mailbox-module.tsx';

const house = await testHouse([mailboxModule]);
const settings = {
  smtpUrl: undefined,
  mailFrom: '',
  demonstration: true,
  databaseUrl: undefined,
  publicUrl: undefined,
};
const mailer = createMailer(settings, house.db, house.clock);

describe('the mailbox of a demonstration', () => {
  test('says when there is nothing, in every language', async () => {
    expect((await house.as().get('/dev/mail')).text).toContain('No email yet');
    expect((await house.as(undefined, 'ja-easy').get('/dev/mail')).text).toContain(
      'メールは まだ ありません',
    );
  });

  test('shows a mail as text, with addresses to press and nothing else alive', async () => {
    const text = 'Somebody has answered.\n\nhttps://otonari.test/en/spot\n\n<script>alert(1)</script>\n';
    await mailer.send({
      key: 'a',
      to: 'chen@example.org',
      subject: 'An <b>answer</b>',
      text,
      html: '<p>no</p>',
    });
    const list = await house.as().get('/dev/mail');
    expect(list.text).toContain('To chen@example.org');
    const path = /href="\/en(\/dev\/mail\/[0-9a-f-]{36})"/.exec(list.html)?.[1] ?? '';
    const { html } = await house.as().get(path);
    expect(html).toContain('href="https://otonari.test/en/spot"');
    expect(html).toContain('&lt;script>');
    expect(html).not.toContain('<script');
  });

  test('does not know other mails', async () => {
    expect((await house.as().get(`/dev/mail/${crypto.randomUUID()}`)).status).toBe(404);
    expect((await house.as().get('/dev/mail/1')).status).toBe(404);
  });
});
