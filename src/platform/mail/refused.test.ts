import { describe, expect, test } from 'vitest';
import { hindranceOf } from './refused.ts';

const rcpt = (reply: string) => ({
  command: 'RCPT TO',
  responseCode: Number(reply.slice(0, 3)),
  response: reply,
});

describe('what a mail server says', () => {
  test.each([
    '550 5.1.1 no such user',
    '550 User unknown',
    '551 User not local',
    '553 5.1.3 bad address',
    '550-5.1.1 The account\n550 5.1.1 does not exist',
    '550 5.1.10 null MX',
    '550 5.1.6 moved',
  ])('of a mailbox that does not exist: %s', (reply) => {
    expect(hindranceOf(rcpt(reply))).toBe('no_such_mailbox');
  });

  test.each([
    '552 5.2.2 mailbox full',
    '550 5.2.1 disabled for now',
    '550 5.7.1 blocked',
    '550 5.4.5 daily limit',
    '553 5.1.8 bad sender',
    '553 5.1.7 bad sender',
    '554 5.7.1 relay access denied',
    '450 4.2.0 greylisted',
    '421 4.7.0 try later',
    '501 5.5.4 syntax',
  ])('of a mailbox that may take it later: %s', (reply) => {
    expect(hindranceOf(rcpt(reply))).toBe('mailbox_closed_for_now');
  });

  test.each([
    [{ command: 'AUTH PLAIN', responseCode: 535, response: '535 5.7.8 no' }, 'login_refused'],
    [{ command: 'MAIL FROM', responseCode: 530, response: '530 5.7.0 log in first' }, 'login_refused'],
    [{ command: 'CONN', responseCode: 554, response: '554 5.7.1 blocked' }, 'server_away'],
    [{ command: 'MAIL FROM', responseCode: 550, response: '550 5.4.5 daily limit' }, 'sender_refused'],
    [{ command: 'DATA', responseCode: 552, response: '552 5.2.2 full' }, 'mail_refused'],
    [{ command: 'DATA', responseCode: 550, response: '550 5.1.1 late' }, 'mail_refused'],
    [{ command: 'CONN', code: 'ETIMEDOUT' }, 'server_away'],
    [new Error('anything'), 'server_away'],
    [undefined, 'server_away'],
  ])('of ourselves: %j is %s', (problem, hindrance) => {
    expect(hindranceOf(problem)).toBe(hindrance);
  });
});
