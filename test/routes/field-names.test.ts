import { expect, test } from 'vitest';
import { drawPages } from '../support/pages.ts';
import { openProduct } from '../support/product.ts';

const product = await openProduct();

/** The key by which a form is heard once stands in pages that are open while a house is upgraded. */
const KEY = 'idempotency_key';
/** `startsAt`; of several of a kind, which one, behind a point: `place.town`, `title.ja-easy`, `demand.identity_check`. */
const SPELLED = /^[a-z][a-zA-Z0-9]*(\.[\w-]+)*$/;

test('fields of forms are spelled in one way', { timeout: 180_000 }, async () => {
  const odd = new Map<string, string>();
  for (const { name, html } of await drawPages(product))
    for (const [, field = ''] of html.matchAll(/<(?:input|select|textarea|button)\b[^>]*? name="([^"]+)"/g))
      if (field !== KEY && !SPELLED.test(field)) odd.set(field, name);
  expect([...odd].map(([field, page]) => `${field} on ${page}`)).toEqual([]);
});
