import { makeTokens } from '../../../platform/sealed/tokens.ts';
import { consultationPaths } from '../paths.ts';
import type { ConsultationServices } from '../services.ts';

const PURPOSE = 'consultations.referral';
type Sealing = Pick<ConsultationServices, 'secret'>;

/** The expert's page of one referral. Whether it still opens, the referral says at each look, not the link. */
export function referralPath({ secret }: Sealing, referralId: string): string {
  return consultationPaths.expertReferral({ token: makeTokens(secret).seal(referralId, PURPOSE) });
}

/** @returns the referral's id; null for what is none of ours */
export function readReferralToken({ secret }: Sealing, token: string): string | null {
  return makeTokens(secret).unseal(token, PURPOSE);
}
