import { describe, expect, test } from 'vitest';
import { isSame, makeKeys, newCode, newToken } from './keys.ts';

const keys = makeKeys('a secret of at least thirty-two characters');
const others = makeKeys('another secret of at least thirty-two characters');

describe('what is made with the secret', () => {
  test('codes and tokens are random: the same question never has the same answer', () => {
    const codes = Array.from({ length: 200 }, newCode);
    expect(codes.every((code) => /^\d{6}$/.test(code))).toBe(true);
    expect(new Set(codes).size).toBeGreaterThan(190);
    expect(new Set(Array.from({ length: 200 }, newToken)).size).toBe(200);
  });

  test('a hash belongs to its purpose, its parts and its installation', () => {
    const hash = keys.hashOf('code', 'row', '123456');
    expect(keys.hashOf('code', 'row', '123456')).toEqual(hash);
    for (const other of [
      keys.hashOf('session', 'row', '123456'),
      keys.hashOf('code', 'other row', '123456'),
      keys.hashOf('code', 'row1', '23456'),
      keys.hashOf('code', 'row'),
      others.hashOf('code', 'row', '123456'),
    ])
      expect(other).not.toEqual(hash);
  });

  test('what was sealed opens for its purpose only, and not when changed', () => {
    const sealed = keys.seal('JBSWY3DPEHPK3PXP', 'authenticator of a');
    expect(keys.unseal(sealed, 'authenticator of a')).toBe('JBSWY3DPEHPK3PXP');
    expect(keys.unseal(sealed, 'authenticator of b')).toBeNull();
    expect(others.unseal(sealed, 'authenticator of a')).toBeNull();
    expect(keys.unseal(`${sealed.slice(0, -2)}AA`, 'authenticator of a')).toBeNull();
    expect(keys.unseal('', 'authenticator of a')).toBeNull();
  });

  test('two hashes are compared whatever their length', () => {
    const [one, other] = [keys.hashOf('code', '1'), keys.hashOf('code', '2')];
    expect(isSame(one, keys.hashOf('code', '1'))).toBe(true);
    expect(isSame(one, other)).toBe(false);
    expect(isSame(one, one.subarray(1))).toBe(false);
  });
});
