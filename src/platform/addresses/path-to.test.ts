import { expect, test } from 'vitest';
import { get } from '../web/route.ts';
import { pathTo } from './path-to.ts';

const role = pathTo('/people/:id/roles/:roleId/ending');

test('an address is built from the path that the route is declared with', () => {
  expect(pathTo('/people')()).toBe('/people');
  expect(role({ id: 'a', roleId: 'b' })).toBe('/people/a/roles/b/ending');
  const route = get({
    path: role,
    access: 'everyone',
    audit: null,
    handle: ({ params }) => ({ kind: 'redirect', path: role(params) }),
  });
  expect(route.path).toBe('/people/:id/roles/:roleId/ending');
});

test('the compiler wants every name and no other', () => {
  // @ts-expect-error a name is missing
  expect(role({ id: 'a' })).toBe('/people/a/roles//ending');
  // @ts-expect-error there is nothing to name
  expect(pathTo('/people')({ id: 'a' })).toBe('/people');
});
