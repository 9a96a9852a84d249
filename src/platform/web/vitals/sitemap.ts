import { LOCALES, localeFacts } from '../../languages/locales.ts';
import { hrefIn } from '../../languages/reading.tsx';
import type { OpenAddress } from '../../parts/public/open-address.ts';
import type { House } from '../house.ts';
import { within } from '../passage/deadline.ts';

const SECONDS = 5;
/** A file holds 50,000 addresses at most (sitemaps.org), and each page has one in every language. */
const MOST_PAGES = 10_000;

type ListAddresses = NonNullable<House['listOpenAddresses']>;

interface Kept {
  readonly addresses: ReturnType<ListAddresses>;
  /** On the process's own clock, in milliseconds. */
  readonly askedAt: number;
}

const MOST_MILLISECONDS = 60_000;
const kept = new WeakMap<ListAddresses, Kept>();

/** Asked once a minute at the most: anybody may ask without limit, and all modules read hundreds of rows to answer. */
function addressesOf(list: ListAddresses): Kept['addresses'] {
  const known = kept.get(list);
  if (known && performance.now() - known.askedAt < MOST_MILLISECONDS) return known.addresses;
  const addresses = list();
  kept.set(list, { addresses, askedAt: performance.now() });
  addresses.catch(() => kept.delete(list));
  return addresses;
}

/** Every page that everybody may find, in every language, each with the same in the others; 503 while nobody can say which. */
export async function sitemap(
  { listOpenAddresses }: Pick<House, 'listOpenAddresses'>,
  origin: string,
): Promise<Response> {
  const addresses = await within(
    SECONDS,
    listOpenAddresses ? addressesOf(listOpenAddresses) : Promise.resolve([]),
  ).catch(() => null);
  if (!addresses) return new Response(null, { status: 503, headers: { 'retry-after': '60' } });
  const headers = {
    'content-type': 'application/xml; charset=utf-8',
    'cache-control': 'public, max-age=300',
  };
  return new Response(draw(addresses.slice(0, MOST_PAGES), origin), { headers });
}

function draw(addresses: readonly OpenAddress[], origin: string): string {
  const urls = addresses.flatMap((address) => urlsOf(address, origin));
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${urls.join('\n')}
</urlset>
`;
}

function urlsOf({ path, changedAt }: OpenAddress, origin: string): string[] {
  const at = (locale: (typeof LOCALES)[number]) => escaped(origin + hrefIn(locale, path));
  // As in the head of a page: Easy Japanese has no name of its own among languages.
  const others = [
    ...LOCALES.filter((locale) => localeFacts[locale].tag === locale).map((one) => [one, at(one)] as const),
    ['x-default', escaped(origin + path)] as const,
  ]
    .map(([tag, href]) => `<xhtml:link rel="alternate" hreflang="${tag}" href="${href}"/>`)
    .join('');
  const changed = changedAt ? `<lastmod>${changedAt.round('second')}</lastmod>` : '';
  return LOCALES.map((locale) => `<url><loc>${at(locale)}</loc>${changed}${others}</url>`);
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;').replaceAll("'", '&apos;');
