import { setTimeout as sleep } from 'node:timers/promises';
import { AwsClient } from 'aws4fetch';
import { asName, type FileStore, NAME, StoreAway, type Stored, StoreFull } from './store.ts';

/** A bucket and who we are to it. */
export interface S3Address {
  /** `https://host/bucket` */
  readonly bucket: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

interface Patience {
  /** How long one try may take, in milliseconds. */
  readonly answer: number;
  /** Before the second try; twice as long before the third. */
  readonly pause: number;
}

const USUAL_PATIENCE: Patience = { answer: 10_000, pause: 200 };
const TRIES = 3;

/** A bucket of any service that speaks S3. What it answers is believed only as far as the file's own seal. */
export function s3Store(address: S3Address, patience: Patience = USUAL_PATIENCE): FileStore {
  const ask = askingOf(address, patience);
  const pathOf = (name: string) => `/${asName(name)}`;
  return {
    place: address.bucket,
    async put(name, bytes) {
      await ask('PUT', pathOf(name), bytes);
    },
    get: (name) => ask('GET', pathOf(name)),
    async delete(name) {
      await ask('DELETE', pathOf(name));
    },
    async *list() {
      for (let after: string | undefined = ''; after !== undefined; ) {
        const found = await ask('GET', `?list-type=2&max-keys=500&start-after=${encodeURIComponent(after)}`);
        if (!found) throw new StoreAway('the bucket is not there');
        const { names, last } = readListing(Buffer.from(found).toString());
        yield names;
        after = last;
      }
    },
  };
}

type Ask = (method: string, path: string, body?: Uint8Array) => Promise<Uint8Array | null>;

/** One question, asked again where the service stumbles. It never follows to another host. */
function askingOf({ bucket, ...who }: S3Address, patience: Patience): Ask {
  const client = new AwsClient({ ...who, service: 's3' });
  const once: Ask = async (method, path, body) => {
    const given = body ? { method, body: body as Uint8Array<ArrayBuffer> } : { method };
    const signed = await client.sign(bucket + path, given);
    const answer = await fetch(signed, {
      redirect: 'manual',
      signal: AbortSignal.timeout(patience.answer),
    });
    const bytes = await answer.bytes();
    if (answer.ok) return bytes;
    const code = /<Code>(\w+)<\/Code>/.exec(Buffer.from(bytes).toString())?.[1] ?? '';
    // A bucket that is not there answers 404 as well, and says so.
    if (answer.status === 404 && method !== 'PUT' && code !== 'NoSuchBucket') return null;
    if (answer.status === 507 || /Quota|StorageFull|InsufficientStorage/i.test(code))
      throw new StoreFull(code || '507');
    throw new Stumbled(answer.status, code);
  };
  return async (method, path, body) => {
    for (let tried = 1; ; tried++) {
      try {
        return await once(method, path, body);
      } catch (problem) {
        if (problem instanceof StoreFull) throw problem;
        const mayPass = !(problem instanceof Stumbled) || problem.mayPass;
        if (tried === TRIES || !mayPass) throw new StoreAway((problem as Error).message, { cause: problem });
        await sleep(patience.pause * tried);
      }
    }
  };
}

class Stumbled extends Error {
  readonly mayPass: boolean;
  constructor(status: number, code: string) {
    super(`${status} ${code}`.trim());
    this.mayPass = status >= 500 || status === 429;
  }
}

function readListing(xml: string): { names: Stored[]; last: string | undefined } {
  const all = [...xml.matchAll(/<Contents>(.*?)<\/Contents>/gs)].map(([, entry = '']) => ({
    name: /<Key>([^<]*)<\/Key>/.exec(entry)?.[1] ?? '',
    writtenAt: /<LastModified>([^<]*)<\/LastModified>/.exec(entry)?.[1] ?? '',
  }));
  const names = all
    .filter(({ name }) => NAME.test(name))
    .map(({ name, writtenAt }) => ({ name, writtenAt: Temporal.Instant.from(writtenAt) }));
  const isMore = /<IsTruncated>true<\/IsTruncated>/.test(xml);
  return { names, last: isMore ? all.at(-1)?.name : undefined };
}
