import { normalName } from '../../../japanese/payer-name.ts';
import type { GivingDonorSign } from '../../../platform/database/generated.ts';
import type { Donor } from './types.ts';

export type DonorSign = GivingDonorSign;

/** One spelling for 1丁目2番地の3号, 1-2-3 and １－２－３. */
export function addressKey(address: string): string {
  return address
    .normalize('NFKC')
    .replaceAll(/\s/g, '')
    .replaceAll(/(?<=\d)(?:丁目|番地の|番地|番|号|の|[-‐‑–—―−ーｰ])/g, '-')
    .replace(/-+$/, '')
    .replaceAll(/-+/g, '-');
}

/**
 * By what a donor is found to be another one once more: name and kana as they are compared, whatever their width and case,
 * mail address, and postal address in one spelling. What says nothing is none.
 */
export function signsOf(
  donor: Pick<Donor, 'name' | 'kana' | 'email' | 'address'>,
): readonly (readonly [DonorSign, string])[] {
  const names = new Set([normalName(donor.name), normalName(donor.kana ?? '')]);
  const signs = [
    ...[...names].map((name) => ['name', name] as const),
    ['email', donor.email ?? ''] as const,
    ['address', addressKey(donor.address ?? '')] as const,
  ];
  return signs.filter(([, text]) => text !== '');
}
