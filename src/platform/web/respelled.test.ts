import { expect, test } from 'vitest';
import { z } from 'zod';
import { respelled } from './body.ts';

const namesOf = (schema: z.ZodType | undefined, ...names: string[]) => {
  const values = new Map(names.map((name) => [name, ['x']] as const));
  return [...respelled(schema, { values, uploads: new Map() }).values.keys()];
};
const schema = z.object({ startsAt: z.string(), known_so: z.string() });

test('what a page of before, a kept form or an old link calls a field is heard by its name of today', () => {
  expect(namesOf(schema, 'starts_at', 'known_so', 'idempotency_key')).toEqual([
    'startsAt',
    'known_so',
    'idempotency_key',
  ]);
  expect(
    namesOf(
      schema.transform((typed) => typed),
      'starts_at',
    ),
  ).toEqual(['startsAt']);
  const withSeen = z.intersection(schema, z.object({ closesAt: z.string() }));
  expect(namesOf(withSeen, 'starts_at', 'closes_at')).toEqual(['startsAt', 'closesAt']);
  expect(namesOf(undefined, 'starts_at')).toEqual(['starts_at']);
});
