import type { Configuration } from './configuration.ts';

type Doors = Pick<Configuration, 'demonstration' | 'databaseUrl' | 'publicUrl' | 'smtpUrl'>;

/** Names of this machine itself, from which nothing leaves it. */
export function isLoopback(hostname: string): boolean {
  return ['localhost', '127.0.0.1', '::1', '[::1]'].includes(hostname);
}

/**
 * Refuses to start an installation for real people through which others could read or send along. A demonstration, and a
 * developer's own machine without a database or mail server of others, need none of it.
 * @throws with one sentence
 */
export function refuseOpenDoors({ demonstration, databaseUrl, publicUrl, smtpUrl }: Doors): void {
  if (demonstration) return;
  if (!publicUrl && (databaseUrl || smtpUrl))
    throw new Error(
      'Set PUBLIC_URL to what people type, such as https://help.example.org: forms are taken from there only.',
    );
  if (publicUrl) refusePlainAddress(new URL(publicUrl));
  if (smtpUrl) refusePlainMail(new URL(smtpUrl));
}

function refusePlainAddress({ protocol, hostname }: URL): void {
  if (protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname))) return;
  throw new Error(
    'PUBLIC_URL must begin with https://: without it, anybody on the way reads and writes along.',
  );
}

function refusePlainMail({ hostname, searchParams }: URL): void {
  const weakened = ['ignoreTLS', 'requireTLS', 'secure', 'tls.rejectUnauthorized'];
  if (isLoopback(hostname) || !weakened.some((name) => searchParams.has(name))) return;
  throw new Error(
    `SMTP_URL must not say ${weakened.join(', ')}: mails with codes to sign in leave over TLS only, by smtps:// or by STARTTLS.`,
  );
}
