import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Configuration } from '../../configuration.ts';
import { isLoopback } from '../../open-doors.ts';
import { diskStore } from './disk.ts';
import { type S3Address, s3Store } from './s3.ts';
import type { FileStore } from './store.ts';

/** The store that an installation has chosen: `FILES_URL`, or a folder below its data directory. */
export function openStore({
  filesUrl,
  dataDirectory,
}: Pick<Configuration, 'filesUrl' | 'dataDirectory'>): FileStore {
  const address = filesUrl === undefined ? join(dataDirectory, 'files') : readFilesUrl(filesUrl);
  return typeof address === 'string' ? diskStore(address) : s3Store(address);
}

/**
 * @param text `file:///folder`, `s3://key:secret@host/bucket?region=…` (over TLS), or `s3+http://…` on this machine
 * @returns a folder's path, or a bucket
 * @throws with a sentence that does not repeat the secret
 */
export function readFilesUrl(text: string): string | S3Address {
  const url = new URL(text);
  if (url.protocol === 'file:') return resolve(fileURLToPath(url));
  const isPlain = url.protocol === 's3+http:';
  if (isPlain && !isLoopback(url.hostname))
    throw new Error('FILES_URL: s3+http:// is for a store on this machine only; use s3://.');
  const bucket = url.pathname.replace(/^\/|\/$/g, '');
  if (!url.username || !url.password || !/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket))
    throw new Error('FILES_URL: write s3://key:secret@host/bucket?region=…, the secret percent-encoded.');
  return {
    bucket: `${isPlain ? 'http' : 'https'}://${url.host}/${bucket}`,
    region: url.searchParams.get('region') ?? 'us-east-1',
    accessKeyId: decodeURIComponent(url.username),
    secretAccessKey: decodeURIComponent(url.password),
  };
}
