import { expect, it } from 'vitest';
import { packTowns } from './make-towns.ts';

it('towns are packed by code, in the order of the source, to ten metres', () => {
  const source = {
    '13102': { towns: [['銀座一丁目', 35.674421, 139.768] as const, ['銀座二丁目', 35.67, 139.76] as const] },
    '13101': { towns: [['千代田', 35.68, 139.75] as const] },
  };
  expect(Object.entries(packTowns(source))).toEqual([
    ['13101', '千代田,356800,1397500'],
    ['13102', '銀座一丁目,356744,1397680;銀座二丁目,356700,1397600'],
  ]);
});

it('a name that would break the packing is refused', () => {
  expect(() => packTowns({ '13101': { towns: [['a,b', 0, 0]] } })).toThrow('separator');
});
