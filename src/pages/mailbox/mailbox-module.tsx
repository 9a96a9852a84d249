import type { VNode } from 'preact';
import { useFormats, useWords } from '../../platform/languages/reading.tsx';
import { findKeptMail, type KeptMail, listKeptMail } from '../../platform/mail/mailbox.ts';
import type { Module } from '../../platform/module.ts';
import { get, missing, page, type Route } from '../../platform/web/route.ts';
import { Card, EmptyState, Link, PageHead } from '../../ui/index.ts';
import { pagesPaths } from '../paths.ts';
import { mailboxMessages } from './mailbox-messages.ts';

const listRoute: Route = get({
  path: pagesPaths.devMail,
  access: 'everyone',
  audit: null,
  async handle(call) {
    const title = mailboxMessages.in(call.locale).plain('mailbox_title');
    return page(title, <MailboxPage mails={await listKeptMail(call.db)} />);
  },
});

const mailRoute: Route = get({
  path: pagesPaths.devMailOne,
  access: 'everyone',
  audit: null,
  async handle(call) {
    const mail = await findKeptMail(call.db, call.params.id);
    return mail ? page(mail.subject, <MailPage mail={mail} />) : missing();
  },
});

/**
 * /dev/mail, where a demonstration or a developer reads what would have been sent. Part of the house only where
 * `showsMailbox` says so.
 */
export const mailboxModule: Module = {
  name: 'mailbox',
  messages: mailboxMessages,
  routes: [listRoute, mailRoute],
  navigation: [
    {
      href: pagesPaths.devMail(),
      label: mailboxMessages.label('mailbox'),
      places: ['footer'],
      roles: 'everybody',
      order: 132,
    },
  ],
};

function MailboxPage(props: { mails: readonly KeptMail[] }): VNode {
  const words = useWords(mailboxMessages);
  const formats = useFormats();
  return (
    <>
      <PageHead title={words('mailbox_title')} lead={words('mailbox_lead')} />
      {props.mails.length === 0 && <EmptyState title={words('mailbox_empty')} />}
      {props.mails.map((mail) => (
        <Card title={<Link href={pagesPaths.devMailOne({ id: mail.id })}>{mail.subject}</Link>} level={2}>
          <p>{words('mail_to', { recipient: mail.recipient })}</p>
          <p>{formats.dayTime(mail.sentAt)}</p>
        </Card>
      ))}
    </>
  );
}

function MailPage(props: { mail: KeptMail }): VNode {
  const words = useWords(mailboxMessages);
  const formats = useFormats();
  const { mail } = props;
  return (
    <>
      <PageHead title={mail.subject} back={{ href: pagesPaths.devMail(), label: words('mailbox_title') }} />
      <p>{words('mail_to', { recipient: mail.recipient })}</p>
      <p>{formats.dayTime(mail.sentAt)}</p>
      <Card>
        {mail.body
          .trim()
          .split(/\n\n+/)
          .map((paragraph) => (
            <p>{linked(paragraph)}</p>
          ))}
      </Card>
    </>
  );
}

/** Addresses in a mail can be pressed, as in a mail program. */
function linked(text: string): (string | VNode)[] {
  return text
    .split(/(https?:\/\/\S+)/)
    .map((part) => (/^https?:/.test(part) ? <Link href={part}>{part}</Link> : part));
}
