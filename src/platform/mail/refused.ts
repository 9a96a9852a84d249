/** What stands in the way of a mail. `no_such_mailbox` ends the matter; everything else passes or is mended. */
export const MAIL_HINDRANCES = [
  'no_such_mailbox',
  'mailbox_closed_for_now',
  'server_away',
  'login_refused',
  'sender_refused',
  'mail_refused',
] as const;
export type MailHindrance = (typeof MAIL_HINDRANCES)[number];

/** Replies to RCPT that speak about the mailbox itself (RFC 5321, 4.2.3). */
const ABOUT_MAILBOX = [550, 551, 553];
/** Enhanced codes of a wrong recipient (RFC 3463, 3.2; 5.1.10 of RFC 7505). 5.1.7 and 5.1.8 speak of the sender. */
const WRONG_RECIPIENT = ['5.1.0', '5.1.1', '5.1.2', '5.1.3', '5.1.6', '5.1.10'];

/**
 * Reads what a mail server answered, or that it did not.
 * @param problem what the mailer threw: `command`, `responseCode` and `response` say at which step of SMTP and why
 */
export function hindranceOf(problem: unknown): MailHindrance {
  const { command, responseCode, response } = readProblem(problem);
  if (responseCode === 0 || command === 'CONN') return 'server_away';
  if (command.startsWith('AUTH') || responseCode === 530) return 'login_refused';
  if (command === 'MAIL FROM') return 'sender_refused';
  if (command !== 'RCPT TO') return 'mail_refused';
  const enhanced = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1];
  const isWrong = enhanced === undefined || WRONG_RECIPIENT.includes(enhanced);
  return ABOUT_MAILBOX.includes(responseCode) && isWrong ? 'no_such_mailbox' : 'mailbox_closed_for_now';
}

/** Whether it may be this one recipient's matter only, so that other mails go out. */
export function isAboutRecipient(hindrance: MailHindrance): boolean {
  return hindrance === 'no_such_mailbox' || hindrance === 'mailbox_closed_for_now';
}

function readProblem(problem: unknown): { command: string; responseCode: number; response: string } {
  const said: { command?: unknown; responseCode?: unknown; response?: unknown } =
    typeof problem === 'object' && problem !== null ? problem : {};
  return {
    command: typeof said.command === 'string' ? said.command : '',
    responseCode: typeof said.responseCode === 'number' ? said.responseCode : 0,
    response: typeof said.response === 'string' ? said.response : '',
  };
}
