/** A page that keeps itself fresh, or one that the browser fetches ahead, is nobody's use. */
export function isUse(headers: Headers): boolean {
  return (headers.get('sec-fetch-mode') ?? 'navigate') === 'navigate' && !headers.has('sec-purpose');
}
