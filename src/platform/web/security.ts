/** Sent with every answer. Pages load nothing from elsewhere, run no inline script, and can't be framed. */
export const SECURITY_HEADERS = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' blob:",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types otonari',
  ].join('; '),
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'strict-transport-security': 'max-age=31536000',
};

const ENTRIES = Object.entries(SECURITY_HEADERS);

const secured = new WeakSet<Response>();

/** The same for what other sites may show within a page of theirs: it runs nothing, sends nothing, and is nobody's own. */
const FRAMABLE_HEADERS = {
  ...SECURITY_HEADERS,
  'content-security-policy': [
    "default-src 'none'",
    "style-src 'self'",
    "form-action 'none'",
    "base-uri 'none'",
    'frame-ancestors *',
  ].join('; '),
  'cross-origin-resource-policy': 'cross-origin',
};

/** A document of ours that may be framed anywhere: the same for every reader, whoever they are. */
export function framableResponse(html: string, fresh: string): Response {
  const headers = {
    ...FRAMABLE_HEADERS,
    'content-type': 'text/html; charset=utf-8',
    'cache-control': fresh,
  };
  const response = new Response(html, { headers });
  secured.add(response);
  return response;
}

/** An answer that has the headers from the beginning; to set them one after the other takes as long as to draw a page's frame. */
export function securedResponse(
  body: Uint8Array<ArrayBuffer> | null,
  { status, headers }: { status: number; headers: Readonly<Record<string, string>> },
): Response {
  const response = new Response(body, { status, headers: { ...headers, ...SECURITY_HEADERS } });
  secured.add(response);
  return response;
}

/**
 * A file that somebody has brought, as everybody gets it: it is saved, and where a program shows it all the same, it runs
 * nothing, asks for nothing and has nothing of ours.
 * @param file.name in letters of every address: `report-2025.pdf`
 */
export function sandboxedResponse(
  bytes: Uint8Array,
  file: { readonly mediaType: string; readonly name: string; readonly fresh: string },
): Response {
  const headers = {
    ...SECURITY_HEADERS,
    'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
    'content-type': file.mediaType,
    'content-disposition': `attachment; filename="${file.name}"`,
    'cache-control': file.fresh,
  };
  const response = new Response(bytes as Uint8Array<ArrayBuffer>, { headers });
  secured.add(response);
  return response;
}

/** Sees to it that an answer has the headers. */
export function secure(response: Response): void {
  if (secured.has(response)) return;
  for (const [name, value] of ENTRIES) response.headers.set(name, value);
}

/**
 * Whether a change of state was asked for by one of our own pages. Browsers say so in `Sec-Fetch-Site`; older ones in
 * `Origin`. What says neither is refused.
 */
export function isFromOurPages(headers: Headers, ownOrigin: string): boolean {
  const site = headers.get('sec-fetch-site');
  if (site) return site === 'same-origin';
  return headers.get('origin') === ownOrigin;
}
