import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

interface StaticFile {
  readonly plain: Uint8Array<ArrayBuffer>;
  readonly brotli: Uint8Array<ArrayBuffer> | null;
  readonly gzip: Uint8Array<ArrayBuffer> | null;
  readonly type: string;
  readonly etag: string;
  readonly cache: string;
}

/** A folder of built files, read and compressed once; small enough (under a megabyte) to stay in memory. */
export interface StaticFiles {
  /** The answer for a path such as `/assets/main-abc.js`; null when there is no such file. */
  answer(path: string, headers: Headers): Response | null;
}

const TYPES: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
};

/** @param folder the build's output; files of other kinds than the known ones are not served */
export function readStaticFiles(folder: string): StaticFiles {
  const files = new Map<string, StaticFile>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const type = TYPES[extname(entry.name)];
    if (!entry.isFile() || !type) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(`/${relative(folder, path)}`, readStaticFile(path, type));
  }
  return {
    answer(path, headers) {
      const file = files.get(path);
      return file ? answerWith(file, headers) : null;
    },
  };
}

function readStaticFile(path: string, type: string): StaticFile {
  const plain = new Uint8Array(readFileSync(path));
  const small = type.startsWith('image/png');
  return {
    plain,
    brotli: small
      ? null
      : new Uint8Array(brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } })),
    gzip: small ? null : new Uint8Array(gzipSync(plain, { level: 9 })),
    type,
    etag: `"${createHash('sha1').update(plain).digest('base64url')}"`,
    // Names under assets/ carry the hash of the content, so what they name never changes.
    cache: path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'public, max-age=300',
  };
}

function answerWith(file: StaticFile, asked: Headers): Response {
  const headers = new Headers({
    'content-type': file.type,
    etag: file.etag,
    'cache-control': file.cache,
    vary: 'accept-encoding',
  });
  if (asked.get('if-none-match') === file.etag) return new Response(null, { status: 304, headers });
  const packed = { br: file.brotli, gzip: file.gzip };
  const encoding = (['br', 'gzip'] as const).find((one) => packed[one] && takesEncoding(asked, one));
  if (!encoding) return new Response(file.plain, { headers });
  headers.set('content-encoding', encoding);
  return new Response(packed[encoding], { headers });
}

/** Whether `Accept-Encoding` names an encoding and does not refuse it (`q=0`). */
export function takesEncoding(headers: Headers, encoding: string): boolean {
  return (headers.get('accept-encoding') ?? '').split(',').some((one) => {
    const [name = '', quality = 'q=1'] = one.split(';');
    return name.trim() === encoding && !/^\s*q=0(\.0*)?\s*$/.test(quality);
  });
}
