import type { MiddlewareHandler } from 'hono';

const HOST = '__Host-';
const PLAIN = 'otonari-';

/**
 * Lets a demonstration at http://localhost keep its cookies in every browser: Safari and its kin drop what is `Secure`
 * there. They go under names without the prefix, and without `Secure`; everything behind this door knows the usual ones.
 * Never in a house for real people: without the prefix, a page beside ours could lay its own cookie under our name (docs/decisions/0029).
 */
export const plainCookies: MiddlewareHandler = async (context, next) => {
  const { protocol, hostname } = new URL(context.req.url);
  if (protocol !== 'http:' || hostname !== 'localhost') return next();
  const asked = context.req.raw;
  const headers = new Headers(asked.headers);
  headers.set('cookie', readAsUsual(headers.get('cookie') ?? ''));
  context.req.raw = new Request(asked, { headers });
  await next();
  const cookies = context.res.headers.getSetCookie();
  if (cookies.length === 0) return;
  context.res.headers.delete('set-cookie');
  for (const cookie of cookies) context.res.headers.append('set-cookie', writePlainly(cookie));
};

/** What another browser kept under the usual names would stand in the way of what is kept now. */
function readAsUsual(cookie: string): string {
  return cookie
    .split(';')
    .map((part) => part.trim())
    .filter((part) => !part.startsWith(HOST))
    .map((part) => (part.startsWith(PLAIN) ? HOST + part.slice(PLAIN.length) : part))
    .join('; ');
}

function writePlainly(cookie: string): string {
  return cookie.startsWith(HOST) ? PLAIN + cookie.slice(HOST.length).replace('; Secure', '') : cookie;
}
