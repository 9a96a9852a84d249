import { expect, test } from 'vitest';
import { z } from 'zod';
import { openProduct } from '../support/product.ts';

const { house } = await openProduct();
const fields = house.modules.flatMap(({ routes }) =>
  routes.flatMap(({ path, schema }) =>
    schema instanceof z.ZodObject
      ? Object.entries(schema.shape as Record<string, z.ZodType>).map(([name, field]) => ({
          name: `${path} ${name}`,
          field,
        }))
      : [],
  ),
);
const required = fields.filter(({ field }) => !field.safeParse('').success);

/** Nothing of these shows anything. */
const UNSEEN = ['\u200b', '\u3164', '\u2800', '\u00ad', '\u115f', '\ufe0f', '\u{e0041}', ' \u200d\u202e '];

test('what nobody sees fills in no field of any form that must be filled in', () => {
  expect(required.length).toBeGreaterThan(40);
  const filled = required.filter(({ field }) => UNSEEN.some((typed) => field.safeParse(typed).success));
  expect(filled.map(({ name }) => name)).toEqual([]);
});

/** Compared or opened, never kept or shown. */
const NEVER_SHOWN = [
  '/furigana back',
  '/second-factor/set-up setUp',
  '/sign-out back',
  '/stories/consents/:token/agreement read',
];

test('no field of any form lets through what turns the writing around', () => {
  const turned = fields.filter(({ field }) => {
    const read = field.safeParse('Ana\u202eb\u2066');
    return read.success && /[\u202a-\u202e\u2066-\u2069]/.test(JSON.stringify(read.data));
  });
  expect(turned.map(({ name }) => name).toSorted()).toEqual(NEVER_SHOWN);
});
