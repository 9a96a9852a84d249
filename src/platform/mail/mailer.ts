import { createHash } from 'node:crypto';
import { withoutDirections } from '../../japanese/text.ts';
import type { Clock } from '../clock.ts';
import type { Configuration } from '../configuration.ts';
import type { Database } from '../database/connect.ts';
import { isLoopback } from '../open-doors.ts';
import { quotedAddress } from './address.ts';
import { wrapText } from './wrap-text.ts';

/** A mail to one person. Bodies say that something has happened; need, health, address or messages never leave by mail. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  /** BCP 47, told to the reader's mail program. */
  readonly language?: string;
  /** Further headers, such as `List-Unsubscribe`. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** A mail with the name of its occasion, under which it is sent once: `offer-asked:<id>`. */
export type KeyedMail = Mail & { readonly key: string };

export interface Mailer {
  /** Hands a mail over; throws when the mail server does not take it (`hindranceOf` reads why). */
  send(mail: KeyedMail): Promise<void>;
  close(): void;
}

export type MailSettings = Pick<
  Configuration,
  'smtpUrl' | 'mailFrom' | 'demonstration' | 'databaseUrl' | 'publicUrl'
> &
  Partial<Pick<Configuration, 'host'>>;

/**
 * Mail by SMTP when a server is configured; else kept in the database for the mailbox page.
 * @throws a sentence when mails to real people would end up on a page that anybody can read
 */
export function createMailer(settings: MailSettings, db: Database, clock: Clock): Mailer {
  if (settings.smtpUrl) return smtpMailer(settings.smtpUrl, settings.mailFrom);
  if (showsMailbox(settings)) return databaseMailer(db, clock);
  throw new Error('Set SMTP_URL: without a mail server nobody gets a code to sign in.');
}

/** Whether mails may be shown to anybody: in a demonstration, or on a developer's own machine. */
export function showsMailbox(settings: Omit<MailSettings, 'mailFrom'>): boolean {
  const { host = 'localhost' } = settings;
  const isHeardHereOnly = isLoopback(host);
  const ownMachine = isHeardHereOnly && !settings.smtpUrl && !settings.databaseUrl && !settings.publicUrl;
  return settings.demonstration || ownMachine;
}

function smtpMailer(url: string, from: string): Mailer {
  const patience = 8_000;
  const timeouts = { connectionTimeout: patience, greetingTimeout: patience, socketTimeout: patience };
  const domain = /@([^\s>]+)/.exec(from)?.[1] ?? 'localhost';
  // A code to sign in that anybody on the way can read lets them in.
  const requireTLS = !isLoopback(new URL(url).hostname);
  // The library is read when the first mail goes out: a start should not wait for it.
  const opening = () =>
    import('nodemailer').then(({ createTransport }) =>
      createTransport({ url, ...timeouts, requireTLS, pool: true, maxRequeues: 0 }),
    );
  let transport: ReturnType<typeof opening> | undefined;
  return {
    async send(mail) {
      transport ??= opening();
      const id = createHash('sha256').update(mail.key).digest('hex').slice(0, 32);
      await (await transport).sendMail({
        from,
        to: { name: '', address: quotedAddress(mail.to) },
        subject: withoutDirections(mail.subject),
        text: wrapText(mail.text),
        html: mail.html,
        // The same mail sent twice has the same id, so that mail programs show it once.
        messageId: `<${id}@${domain}>`,
        headers: {
          'Auto-Submitted': 'auto-generated',
          ...(mail.language && { 'Content-Language': mail.language }),
          ...mail.headers,
        },
        disableFileAccess: true,
        disableUrlAccess: true,
      });
    },
    close() {
      void transport?.then((open) => open.close());
    },
  };
}

function databaseMailer(db: Database, clock: Clock): Mailer {
  return {
    async send(mail) {
      await db
        .insertInto('platform.development_mail')
        .values({ recipient: mail.to, subject: mail.subject, body: wrapText(mail.text), sent_at: clock() })
        .execute();
    },
    close() {},
  };
}
