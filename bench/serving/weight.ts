import { zstdDecompressSync } from 'node:zlib';
import { AS_A_BROWSER, type Taken, take } from './load.ts';

/** What a browser loads for a page the first time, in bytes as sent. */
export interface Weight {
  readonly html: number;
  readonly css: number;
  readonly javascript: number;
  /** Files that drawings in the page are taken from. */
  readonly drawings: number;
  readonly total: number;
}

/** Weighs a page with its style sheet, scripts and drawings, packed as for a browser of today. */
export async function weigh(
  address: string,
  path: string,
  headers: Readonly<Record<string, string>>,
): Promise<Weight> {
  const page = await take(address + path, { ...headers, ...AS_A_BROWSER });
  const html = textOf(page);
  const sizeOf = async (pattern: RegExp) => {
    const paths = new Set([...html.matchAll(pattern)].map(([, found = '']) => found));
    const taken = await Promise.all([...paths].map((asset) => take(address + asset, AS_A_BROWSER)));
    return taken.reduce((sum, { bytes }) => sum + bytes, 0);
  };
  const css = await sizeOf(/<link[^>]*rel="stylesheet"[^>]*href="([^"]+)"/g);
  const javascript = await sizeOf(/<script[^>]*src="([^"]+)"/g);
  const drawings = await sizeOf(/<use[^>]*href="([^"#]+)#/g);
  const total = page.bytes + css + javascript + drawings;
  return { html: page.bytes, css, javascript, drawings, total };
}

/** An answer as it was before it was packed. */
export function textOf({ encoding, body }: Taken): string {
  return (encoding === 'zstd' ? zstdDecompressSync(body) : body).toString();
}
