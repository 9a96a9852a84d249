import { ask, VISITOR } from './caller.ts';
import type { Product } from './product.ts';

/** A page or file as a visitor gets it. */
export interface Crawled {
  /** With its language, without query. */
  readonly path: string;
  readonly status: number;
  readonly mediaType: string;
  /** Empty where it is no page. */
  readonly html: string;
  /** Where it leads instead. */
  readonly location: string | null;
  /** The first page that leads there. */
  readonly from: string;
}

/** More than a small world can have: a crawl that grows without end is told, not waited for. */
const MOST = 3_000;

/** The ways that lead from a page to others of ours, without what is chosen on them. */
export function linksIn(html: string): string[] {
  const found = [...html.matchAll(/<a\b[^>]*? href="(\/[^"]*)"/g)].map(([, href = '']) =>
    href.replaceAll('&amp;', '&'),
  );
  return [...new Set(found.map((href) => href.split(/[?#]/)[0] ?? ''))];
}

/** Everything that a visitor can come to from these paths. */
export async function crawl(product: Product, beginnings: readonly string[]): Promise<Crawled[]> {
  const seen = new Map<string, string>(beginnings.map((path) => [path, 'the sitemap']));
  const crawled: Crawled[] = [];
  for (const [path, from] of seen) {
    if (seen.size > MOST) throw new Error(`more than ${MOST} pages: the last was ${path}, from ${from}`);
    const page = await open(product, path, from);
    crawled.push(page);
    for (const link of linksIn(page.html)) if (!seen.has(link)) seen.set(link, path);
  }
  return crawled;
}

async function open(product: Product, path: string, from: string): Promise<Crawled> {
  const answer = await ask(product, VISITOR, path);
  const mediaType = answer.headers.get('content-type') ?? '';
  const isPage = mediaType.startsWith('text/html');
  const html = isPage ? await answer.text() : '';
  if (!isPage) await answer.body?.cancel();
  const location = answer.headers.get('location');
  return { path, status: answer.status, mediaType, html, location, from };
}

/** What is wrong with a public page beside its markup: pictures without words, data that no engine reads, parts that are not there. */
export function faultsIn(html: string): string[] {
  const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
  const parts = [...html.matchAll(/<a\b[^>]*? href="#([^"]+)"/g)].map(([, id = '']) => id);
  const pictures = [...html.matchAll(/<img\b[^>]*>/g)].map(([tag]) => tag);
  const drawings = [...html.matchAll(/<svg\b[^>]*>/g)].map(([tag]) => tag);
  return [
    ...parts.filter((id) => !ids.has(id)).map((id) => `no part #${id}`),
    ...pictures.filter((tag) => !/ alt="/.test(tag)).map((tag) => `no words for ${tag}`),
    ...drawings
      .filter((tag) => !/ aria-hidden="true"/.test(tag) && !/ aria-label="[^"]+"/.test(tag))
      .map((tag) => `no words for ${tag}`),
    ...dataIn(html).flatMap(faultsOfData),
  ];
}

const dataIn = (html: string): string[] =>
  [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].map(([, data = '']) => data);

function faultsOfData(data: string): string[] {
  try {
    const read = JSON.parse(data) as Readonly<Record<string, unknown>>;
    const isNamed = read['@context'] === 'https://schema.org' && typeof read['@type'] === 'string';
    return isNamed ? [] : ['data without a type of schema.org'];
  } catch {
    return ['data that does not parse'];
  }
}

/** What a search and a messenger read of a page's head. */
export function headOf(html: string) {
  const one = (pattern: RegExp) => pattern.exec(html)?.[1] ?? null;
  return {
    isFound: !html.includes('<meta name="robots" content="noindex"'),
    title: one(/<title>([^<]*)<\/title>/),
    description: one(/<meta name="description" content="([^"]*)"/),
    canonical: one(/<link rel="canonical" href="([^"]*)"/),
    picture: one(/<meta property="og:image" content="([^"]*)"/),
    languages: [...html.matchAll(/<link rel="alternate" hreflang="([^"]*)"/g)].map(([, tag]) => tag),
  };
}
