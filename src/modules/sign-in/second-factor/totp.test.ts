import { generate } from 'otplib';
import { describe, expect, test } from 'vitest';
import { newTotpSecret, stepOfCode, totpUri } from './totp.ts';

// RFC 6238, appendix B: the ASCII secret 12345678901234567890, last six digits of the SHA-1 column.
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const at = (seconds: number) => Temporal.Instant.fromEpochMilliseconds(seconds * 1000);

describe("codes of somebody's app", () => {
  test.each([
    [59, '287082', 1],
    [1111111109, '081804', 37037036],
    [1234567890, '005924', 41152263],
    [20000000000, '353130', 666666666],
  ])('at second %d the code is %s', async (seconds, code, step) => {
    expect(await stepOfCode(secret, code, { now: at(seconds), afterStep: 0 })).toBe(step);
  });

  test('a code of the step before or after is taken, of two steps away not', async () => {
    const now = 1_800_000_000;
    const codeAt = (seconds: number) => generate({ secret, epoch: seconds });
    const check = async (seconds: number) =>
      stepOfCode(secret, await codeAt(seconds), { now: at(now), afterStep: 0 });
    expect(await check(now - 30)).toBe(now / 30 - 1);
    expect(await check(now + 30)).toBe(now / 30 + 1);
    expect(await check(now - 60)).toBeNull();
    expect(await check(now + 60)).toBeNull();
  });

  test('a code works once', async () => {
    expect(await stepOfCode(secret, '287082', { now: at(59), afterStep: 1 })).toBeNull();
  });

  test('the QR code names organization and account', () => {
    const uri = totpUri(newTotpSecret(), { organization: 'Some Group', account: 'a@example.org' });
    expect(uri).toMatch(
      /^otpauth:\/\/totp\/Some%20Group:a%40example\.org\?secret=[A-Z2-7]{32}&issuer=Some%20Group/,
    );
  });
});
