import { organizationSetting } from '../../settings/organization.ts';
import { rememberedSetting } from '../../settings/settings.ts';
import type { House } from '../house.ts';
import { within } from '../passage/deadline.ts';
import { sitemap } from './sitemap.ts';

const DAYS_VALID = 180;
const SECONDS = 1;

/** Somebody's own or staff's pages, below every language. */
const NOT_FOR_ROBOTS = ['/sign-in', '/me', '/people', '/desk', '/spot/drafts', '/settings'];

/**
 * What programs of others look for at fixed places: robots.txt (RFC 9309), security.txt (RFC 9116) and the sitemap; null for
 * every other path.
 * @param asked.origin where people reach us
 */
export function answerWellKnown(
  house: House,
  { pathname, origin }: { readonly pathname: string; readonly origin: string },
): Promise<Response> | Response | null {
  if (pathname === '/robots.txt') return say(robots(origin));
  if (pathname === '/sitemap.xml') return sitemap(house, origin);
  if (pathname === '/.well-known/security.txt') return security(house);
  return null;
}

function robots(origin: string): string[] {
  const denied = NOT_FOR_ROBOTS.map((path) => `Disallow: /*${path}`);
  return ['User-agent: *', 'Allow: /', ...denied, '', `Sitemap: ${origin}/sitemap.xml`];
}

/** 503 while nobody can be named. */
async function security({ db, clock, publicUrl }: House): Promise<Response> {
  const asking = rememberedSetting(db, organizationSetting);
  const organization = await within(SECONDS, asking).catch(() => null);
  if (!organization) return say(['the database does not answer'], 503);
  const today = clock().toZonedDateTimeISO('UTC').startOfDay();
  return say([
    `Contact: mailto:${organization.email}`,
    `Expires: ${today.add({ days: DAYS_VALID }).toInstant()}`,
    'Preferred-Languages: ja, en, zh',
    ...(publicUrl ? [`Canonical: ${new URL('/.well-known/security.txt', publicUrl)}`] : []),
  ]);
}

function say(lines: readonly string[], status = 200): Response {
  const headers = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-cache' };
  return new Response(`${lines.join('\n')}\n`, { status, headers });
}
