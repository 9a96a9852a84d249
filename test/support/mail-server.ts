import { once } from 'node:events';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { afterAll } from 'vitest';

/** A mail server on this machine that keeps what it gets. */
export interface MailServer {
  readonly url: string;
  /** The mails that were taken, read. */
  readonly taken: readonly Email[];
  /** From now on: take mails, refuse them for now (SMTP 451), or for good (550). */
  answer(how: 'take' | 'later' | 'never'): void;
}

/** Starts one for a test file; it ends with the file. */
export async function mailServer(): Promise<MailServer> {
  const taken: Email[] = [];
  let how: 'take' | 'later' | 'never' = 'take';
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo(_address, _session, done) {
      if (how === 'take') return done();
      const code = how === 'later' ? 451 : 550;
      done(Object.assign(new Error('not now'), { responseCode: code }));
    },
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
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
    taken,
    answer(next) {
      how = next;
    },
  };
}
