import { join, resolve } from 'node:path';
import { z } from 'zod';

const flag = z
  .enum(['true', 'false', '1', '0', ''])
  .optional()
  .transform((value) => value === 'true' || value === '1');

const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATABASE_OWNER_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATA_DIRECTORY: z.string().default('.data'),
  ERASURES_LOG: z.string().optional(),
  FILES_URL: z.url({ protocol: /^(file|s3|s3\+http)$/ }).optional(),
  PUBLIC_URL: z.url().optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().default('Otonari <no-reply@otonari.example>'),
  SECRET: z.string().min(32).optional(),
  SECRET_BEFORE: z.string().min(32).optional(),
  AUDIT_ANCHORS: z.string().min(1).optional(),
  AUDIT_MAIL: z.email().optional(),
  DEMONSTRATION: flag,
  TRUST_PROXY: flag,
  METRICS_TOKEN: z.string().min(32).optional(),
  STRIPE_SECRET_KEY: z.string().min(10).optional(),
  STRIPE_WEBHOOK_SECRET: z.string().min(10).optional(),
  STRIPE_ADDRESS: z.url({ protocol: /^http$/, hostname: /^127\.0\.0\.1$/ }).optional(),
  ROLES: z.enum(['web', 'worker', 'all']).default('all'),
  LOG_LEVEL: z.enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug']).default('info'),
});

const DEMONSTRATION_DATABASE = /^([a-z0-9_]+_)?demo$/;

/** A demonstration lets anybody be anybody: nothing that real people use may be within its reach. */
function refuseRealWork(env: z.output<typeof Environment>): void {
  const forReal = [env.DATABASE_URL, env.DATABASE_OWNER_URL]
    .filter((url) => url !== undefined)
    .some((url) => !DEMONSTRATION_DATABASE.test(new URL(url).pathname.slice(1)));
  if (forReal) {
    throw new Error(
      'DEMONSTRATION lets anybody sign in as anybody: it starts only on the embedded database, or on one whose name is "demo" or ends in "_demo".',
    );
  }
  if (env.SMTP_URL)
    throw new Error('DEMONSTRATION sends no mail to anybody: it does not start with SMTP_URL.');
}

/** Payments need both of Stripe's secrets, or none; and nobody who practices may take real money. */
function readStripe(env: z.output<typeof Environment>): Configuration['stripe'] {
  const { STRIPE_SECRET_KEY: secretKey, STRIPE_WEBHOOK_SECRET: webhookSecret, STRIPE_ADDRESS: address } = env;
  if (!secretKey !== !webhookSecret)
    throw new Error('STRIPE_SECRET_KEY and STRIPE_WEBHOOK_SECRET belong together: set both, or none.');
  if (!secretKey || !webhookSecret) return undefined;
  if (env.DEMONSTRATION && !/^(sk|rk)_test_/.test(secretKey))
    throw new Error('DEMONSTRATION takes no real money: it does not start with a live STRIPE_SECRET_KEY.');
  return { secretKey, webhookSecret, address };
}

/** What the environment says about this installation. Everything about the organization itself is data, see `settings`. */
export interface Configuration {
  readonly port: number;
  readonly host: string;
  /** Absent: the embedded PostgreSQL is used. */
  readonly databaseUrl: string | undefined;
  /** Absent: `databaseUrl` serves for migrations too, and the program gives up its rights by `SET ROLE`. */
  readonly databaseOwnerUrl: string | undefined;
  readonly dataDirectory: string;
  /** Where erasures are written down so that they outlive the database. */
  readonly erasuresLog: string;
  /** Where photos are kept: a folder that processes share, or a bucket. Absent: below the data directory. */
  readonly filesUrl: string | undefined;
  /** The address people type, without a slash at the end; absent: the one we listen on. */
  readonly publicUrl: string | undefined;
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
  /** Signs unsubscribe links and seals words; absent: kept in the data directory. */
  readonly secret: string | undefined;
  /** The former secret, for the start at which what it has sealed is sealed anew. */
  readonly secretBefore: string | undefined;
  /** The folder to which the heads of the audit chain are written; a place that the database's owner can't reach. */
  readonly auditAnchors: string;
  /** Where the head of the audit chain is mailed daily, and alarms beside the administrators. */
  readonly auditMail: string | undefined;
  /** One-click sign-in as invented people and the mailbox page. Never with a database of real people. */
  readonly demonstration: boolean;
  readonly trustProxy: boolean;
  /** With which cards are charged; absent: gifts come by the bank only, or in a demonstration by practice. */
  readonly stripe:
    | {
        readonly secretKey: string;
        readonly webhookSecret: string;
        /** A double on this machine in Stripe's place, for tests and drills. */
        readonly address: string | undefined;
      }
    | undefined;
  /** Lets `/metrics` be read from another machine. */
  readonly metricsToken: string | undefined;
  readonly roles: 'web' | 'worker' | 'all';
  readonly logLevel: string;
}

/**
 * Reads the environment.
 * @param environment usually `process.env`
 * @throws with one sentence per setting that can't be used
 */
export function readConfiguration(environment: Record<string, string | undefined>): Configuration {
  const read = Environment.safeParse(environment);
  if (!read.success) {
    const sentences = read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`The environment can't be used.\n${sentences.join('\n')}`);
  }
  const env = read.data;
  if (env.DEMONSTRATION) refuseRealWork(env);
  return {
    port: env.PORT,
    host: env.HOST,
    databaseUrl: env.DATABASE_URL,
    databaseOwnerUrl: env.DATABASE_OWNER_URL,
    dataDirectory: resolve(env.DATA_DIRECTORY),
    erasuresLog: resolve(env.ERASURES_LOG ?? join(env.DATA_DIRECTORY, 'erasures.log')),
    filesUrl: env.FILES_URL,
    publicUrl: env.PUBLIC_URL?.replace(/\/$/, ''),
    smtpUrl: env.SMTP_URL,
    mailFrom: env.MAIL_FROM,
    secret: env.SECRET,
    secretBefore: env.SECRET_BEFORE,
    auditAnchors: resolve(env.AUDIT_ANCHORS ?? join(env.DATA_DIRECTORY, 'audit-anchors')),
    auditMail: env.AUDIT_MAIL,
    demonstration: env.DEMONSTRATION,
    trustProxy: env.TRUST_PROXY,
    stripe: readStripe(env),
    metricsToken: env.METRICS_TOKEN,
    roles: env.ROLES,
    logLevel: env.LOG_LEVEL,
  };
}
