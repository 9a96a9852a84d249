import { once } from 'node:events';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { afterAll } from 'vitest';

/** At which step of SMTP a server refuses, and with which reply: `550 5.1.1 no such user`. */
export interface SmtpRefusal {
  readonly at: 'greeting' | 'login' | 'sender' | 'recipient' | 'data';
  readonly reply: string;
}

type Answer = 'take' | 'silence' | SmtpRefusal;

/** A mail server on this machine that keeps what it gets. */
export interface MailServer {
  /** Asks for no login. */
  readonly url: string;
  /** Asks for one. */
  readonly urlWithLogin: string;
  /** The mails that were taken, read. */
  readonly taken: readonly Email[];
  /** To whom the newest was sent, as it stood in the envelope. */
  lastRecipient(): string | undefined;
  /** From now on: take mails, hang up without a word, or refuse. */
  answer(how: Answer): void;
}

/** Starts one for a test file; it ends with the file. */
export async function mailServer(): Promise<MailServer> {
  const taken: Email[] = [];
  let how: Answer = 'take';
  let recipient: string | undefined;
  const at = (step: SmtpRefusal['at'], done: (problem?: Error | null) => void) => {
    if (typeof how === 'string' || how.at !== step) return done();
    const [code, ...text] = how.reply.split(' ');
    done(Object.assign(new Error(text.join(' ')), { responseCode: Number(code) }));
  };
  const server = new SMTPServer({
    authOptional: true,
    allowInsecureAuth: true,
    // It would refuse two dots also where they are quoted, as RFC 5321 lets them be.
    lenientAddressParsing: true,
    disabledCommands: ['STARTTLS'],
    onConnect: (_session, done) => at('greeting', done),
    onAuth: (_auth, _session, done) => at('login', (problem) => done(problem ?? null, { user: 'house' })),
    onMailFrom: (_address, _session, done) => at('sender', done),
    onRcptTo(address, _session, done) {
      recipient = address.address;
      at('recipient', done);
    },
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (how === 'silence') return server.connections.forEach((one) => void one.close());
        if (how !== 'take') return at('data', (problem) => done(problem ?? null));
        void PostalMime.parse(Buffer.concat(chunks)).then((mail) => {
          taken.push(mail);
          done();
        });
      });
    },
  });
  server.on('error', () => {});
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const address = listening.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    urlWithLogin: `smtp://house:password@127.0.0.1:${address.port}`,
    taken,
    lastRecipient: () => recipient,
    answer(next) {
      how = next;
    },
  };
}
