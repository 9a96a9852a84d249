import { describe, expect, test } from 'vitest';
import { isSame, makeKeys } from './keys.ts';

const keys = makeKeys('a secret of at least thirty-two characters');
const others = makeKeys('another secret of at least thirty-two characters');

describe('what is made from the secret', () => {
  test('a code has six digits and belongs to its row and its installation', () => {
    const ids = Array.from({ length: 200 }, (_, index) => `row-${index}`);
    const codes = ids.map((id) => keys.codeOf(id));
    expect(codes.every((code) => /^\d{6}$/.test(code))).toBe(true);
    expect(new Set(codes).size).toBeGreaterThan(195);
    expect(codes).toEqual(ids.map((id) => keys.codeOf(id)));
    expect(codes).not.toEqual(ids.map((id) => others.codeOf(id)));
  });

  test('code, attempt and session tell nothing of each other', () => {
    const attempt = keys.attemptTokenOf('row');
    expect(keys.sessionTokenOf(attempt)).not.toBe(attempt);
    expect(keys.sessionTokenOf(attempt)).not.toBe(others.sessionTokenOf(attempt));
  });

  test('what was sealed opens for its purpose only, and not when changed', () => {
    const sealed = keys.seal('JBSWY3DPEHPK3PXP', 'authenticator of a');
    expect(keys.unseal(sealed, 'authenticator of a')).toBe('JBSWY3DPEHPK3PXP');
    expect(keys.unseal(sealed, 'authenticator of b')).toBeNull();
    expect(others.unseal(sealed, 'authenticator of a')).toBeNull();
    expect(keys.unseal(`${sealed.slice(0, -2)}AA`, 'authenticator of a')).toBeNull();
    expect(keys.unseal('', 'authenticator of a')).toBeNull();
  });

  test('two codes are compared whatever their length', () => {
    expect(isSame('123456', '123456')).toBe(true);
    expect(isSame('123456', '1234567')).toBe(false);
  });
});
