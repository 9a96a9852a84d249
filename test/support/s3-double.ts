import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll } from 'vitest';
import type { S3Address } from '../../src/platform/files/store/s3.ts';

/** How the double answers the next question instead of doing what it was asked. */
type Whim = (response: ServerResponse) => void;

/** A small S3 on this machine: one bucket in memory, which asks for a signature and answers in pages of two. */
export interface S3Double {
  readonly address: S3Address;
  readonly objects: Map<string, { bytes: Buffer; writtenAt: Date }>;
  /** What it has been asked so far: `PUT /bucket/…`. */
  readonly asked: string[];
  /** Answers the coming questions in this way, one each. */
  misbehave(...whims: Whim[]): void;
}

const PAGE = 2;
export const says =
  (status: number, code = ''): Whim =>
  (response) =>
    response.writeHead(status).end(`<Error><Code>${code}</Code></Error>`);
export const saysNothing: Whim = () => {};
export const breaksOff: Whim = (response) => {
  response.writeHead(200, { 'content-length': 100 }).write('half of it', () => response.destroy());
};
export const leadsTo =
  (location: string): Whim =>
  (response) =>
    response.writeHead(307, { location }).end();

/** Starts one on 127.0.0.1; it ends with the test file. */
export async function s3Double(): Promise<S3Double> {
  const objects: S3Double['objects'] = new Map();
  const [asked, whims]: [string[], Whim[]] = [[], []];
  const server = createServer(async (request, response) => {
    const body = Buffer.concat(await Array.fromAsync(request as AsyncIterable<Buffer>));
    asked.push(`${request.method} ${request.url}`);
    const whim = whims.shift();
    if (whim) whim(response);
    else if (isSigned(request)) answer(objects, { request, response, body });
    else says(403, 'AccessDenied')(response);
  });
  const { promise, resolve } = Promise.withResolvers<void>();
  server.listen(0, '127.0.0.1', resolve);
  await promise;
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return {
    address: {
      bucket: `http://127.0.0.1:${port}/photos`,
      region: 'here-1',
      accessKeyId: 'someone',
      secretAccessKey: 'a/secret+of=theirs',
    },
    objects,
    asked,
    misbehave: (...more) => void whims.push(...more),
  };
}

function isSigned({ headers }: IncomingMessage): boolean {
  const form =
    /^AWS4-HMAC-SHA256 Credential=someone\/\d{8}\/here-1\/s3\/aws4_request, SignedHeaders=\S+, Signature=[0-9a-f]{64}$/;
  return form.test(headers.authorization ?? '');
}

function answer(
  objects: S3Double['objects'],
  { request, response, body }: { request: IncomingMessage; response: ServerResponse; body: Buffer },
): void {
  const url = new URL(request.url ?? '', 'http://127.0.0.1');
  const key = url.pathname.slice('/photos/'.length);
  if (request.method === 'PUT') objects.set(key, { bytes: body, writtenAt: new Date() });
  if (request.method === 'DELETE') objects.delete(key);
  if (request.method !== 'GET') return void response.end();
  if (key === '') return void response.end(list(objects, url.searchParams.get('start-after') ?? ''));
  const found = objects.get(key);
  if (found) response.end(found.bytes);
  else says(404, 'NoSuchKey')(response);
}

function list(objects: S3Double['objects'], after: string): string {
  const keys = [...objects.keys()].sort().filter((key) => key > after);
  const entries = keys
    .slice(0, PAGE)
    .map(
      (key) =>
        `<Contents><Key>${key}</Key><LastModified>${objects.get(key)?.writtenAt.toISOString()}</LastModified></Contents>`,
    );
  return `<ListBucketResult><IsTruncated>${keys.length > PAGE}</IsTruncated>${entries.join('')}</ListBucketResult>`;
}
