import { makeTokens } from '../../../../platform/sealed/tokens.ts';
import { givingPaths } from '../../paths.ts';
import type { Reference } from '../../payments/provider.ts';
import { readReference, spellReference } from '../../payments/reference.ts';
import type { GivingServices } from '../../services.ts';

const PURPOSE = 'giving.pay';

/** The way to pay what was announced: whoever has it can pay, and sees how much and where to. */
export function payPath({ secret }: Pick<GivingServices, 'secret'>, reference: Reference): string {
  return givingPaths.pay({ token: makeTokens(secret).seal(spellReference(reference), PURPOSE) });
}

/** @returns null for what is none of ours */
export function readPayToken({ secret }: Pick<GivingServices, 'secret'>, token: string): Reference | null {
  return readReference(makeTokens(secret).unseal(token, PURPOSE));
}
