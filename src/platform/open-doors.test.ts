import { expect, test } from 'vitest';
import { readConfiguration } from './configuration.ts';
import { refuseOpenDoors } from './open-doors.ts';

const FOR_REAL = {
  DATABASE_URL: 'postgres://otonari:secret@127.0.0.1:5432/otonari',
  PUBLIC_URL: 'https://help.example.org',
  SMTP_URL: 'smtps://mail.example.org',
};
const opening = (more: Record<string, string | undefined>) => () =>
  refuseOpenDoors(readConfiguration({ ...FOR_REAL, ...more }));

test.each([
  ['encrypted mail and pages', {}],
  ['STARTTLS, which the mailer insists on', { SMTP_URL: 'smtp://mail.example.org:587' }],
  ['a mail server on this machine', { SMTP_URL: 'smtp://127.0.0.1:25?ignoreTLS=true' }],
  ['pages of this machine only', { PUBLIC_URL: 'http://localhost:3000' }],
  [
    'nothing of others: a developer’s machine',
    { DATABASE_URL: undefined, PUBLIC_URL: undefined, SMTP_URL: undefined },
  ],
])('an installation starts with %s', (_what, more) => {
  expect(opening(more)).not.toThrow();
});

test.each([
  ['no address of its own', { PUBLIC_URL: undefined }, /^Set PUBLIC_URL /],
  ['none, and only a mail server', { PUBLIC_URL: undefined, DATABASE_URL: undefined }, /^Set PUBLIC_URL /],
  ['pages in plain', { PUBLIC_URL: 'http://help.example.org' }, /^PUBLIC_URL must begin with https/],
  [
    'a name that only begins like this machine',
    { PUBLIC_URL: 'http://localhost.example.org' },
    /^PUBLIC_URL /,
  ],
  ['mail in plain', { SMTP_URL: 'smtp://mail.example.org?ignoreTLS=true' }, /^SMTP_URL must not say /],
  [
    'mail to whoever answers',
    { SMTP_URL: 'smtps://mail.example.org?tls.rejectUnauthorized=false' },
    /^SMTP_URL /,
  ],
])('an installation for real people does not start with %s', (_what, more, sentence) => {
  expect(opening(more)).toThrow(sentence);
});
