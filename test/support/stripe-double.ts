import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as the double has heard it. */
interface Heard {
  readonly method: string;
  readonly path: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly version: string;
  readonly key: string | null;
}

/** Stripe on this machine: answers with what a test has put at a path, and remembers what was asked. */
export interface StripeDouble {
  readonly address: string;
  readonly heard: Heard[];
  /** What a path answers from now on, which may depend on what is asked; without it, there is no such thing. */
  readonly answers: Map<string, object | ((fields: Readonly<Record<string, string>>) => object)>;
  close(): void;
}

export const WEBHOOK_SECRET = 'whsec_of_a_double';

export async function stripeDouble(): Promise<StripeDouble> {
  const heard: Heard[] = [];
  const answers: StripeDouble['answers'] = new Map();
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://double');
    const sent = request.method === 'GET' ? url.searchParams : new URLSearchParams(await bodyOf(request));
    const fields = Object.fromEntries(sent);
    heard.push({
      method: request.method ?? '',
      path: url.pathname,
      fields,
      version: String(request.headers['stripe-version']),
      key: (request.headers['idempotency-key'] as string | undefined) ?? null,
    });
    const found = answers.get(`${request.method} ${url.pathname}`) ?? answers.get(url.pathname);
    const answer = typeof found === 'function' ? found(fields) : found;
    const missing = { error: { type: 'invalid_request_error', code: 'resource_missing', message: 'none' } };
    response.writeHead(answer ? 200 : 404, { 'content-type': 'application/json' });
    response.end(JSON.stringify(answer ?? missing));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}`, heard, answers, close: () => server.close() };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

/** A body signed as Stripe signs it. */
export function signed(body: string, at: Temporal.Instant, secret = WEBHOOK_SECRET): string {
  const seconds = Math.floor(at.epochMilliseconds / 1000);
  const digest = createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex');
  return `t=${seconds},v1=${digest}`;
}

/** An event about a thing, as Stripe sends it. */
export function eventOf(type: string, object: object, id = `evt_${crypto.randomUUID()}`): string {
  const created = Math.floor(Date.now() / 1000);
  return JSON.stringify({
    id,
    object: 'event',
    type,
    created,
    api_version: '2026-10-28.endive',
    data: { object },
  });
}

export const listOf = (...data: readonly object[]) => ({
  object: 'list',
  data,
  has_more: false,
  url: '/v1/x',
});
