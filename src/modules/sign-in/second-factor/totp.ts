import { generateSecret, generateURI, verify } from 'otplib';

const STEP_SECONDS = 30;

/** A fresh secret for an app that shows codes: 160 bits in Base32. */
export function newTotpSecret(): string {
  return generateSecret();
}

/** What the QR code says to the app. */
export function totpUri(secret: string, names: { organization: string; account: string }): string {
  return generateURI({ secret, issuer: names.organization, label: names.account });
}

/**
 * Checks an app's code (RFC 6238): the code of now, or of a step before or after for clocks that differ.
 * @param about.afterStep codes of this time step and before have been used
 * @returns the time step of the code, to be remembered; null when it is wrong or was used
 */
export async function stepOfCode(
  secret: string,
  code: string,
  about: { now: Temporal.Instant; afterStep: number },
): Promise<number | null> {
  const epoch = Math.floor(about.now.epochMilliseconds / 1000);
  const checked = await verify({
    secret,
    token: code,
    epoch,
    epochTolerance: STEP_SECONDS,
    period: STEP_SECONDS,
  });
  if (!checked.valid) return null;
  const step = Math.floor(epoch / STEP_SECONDS) + checked.delta;
  return step > about.afterStep ? step : null;
}
