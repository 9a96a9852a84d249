import { pdf } from '../../../kits/papers/index.ts';
import { hrefIn } from '../../../platform/languages/reading.tsx';
import type { Outcome } from '../../../platform/refusal.ts';
import { missing, type Reply } from '../../../platform/web/route.ts';
import { givingPaths } from '../paths.ts';
import { receiptPaper } from './paper.ts';
import { numberOf } from './rules.ts';
import type { Receipt } from './types.ts';

/** A receipt as its PDF. @returns null where its words are forgotten. @param publicUrl never what a request says: a printed address is trusted */
export async function printReceipt(
  receipt: Receipt,
  language: 'ja' | 'en',
  publicUrl: string,
): Promise<Outcome<Uint8Array> | null> {
  const { words, code } = receipt;
  if (!words) return null;
  const path = `${hrefIn(language, givingPaths.checkReceipt())}?${new URLSearchParams({ code })}`;
  const paper = receiptPaper({ ...receipt, words }, language, new URL(path, publicUrl).href);
  return pdf(paper, receipt.reissuedAt ?? receipt.issuedAt);
}

/** The same as a route's answer. */
export async function receiptFile(
  receipt: Receipt,
  language: 'ja' | 'en',
  publicUrl: string,
): Promise<Reply> {
  const printed = await printReceipt(receipt, language, publicUrl);
  if (printed === null) return missing();
  if (!printed.ok) return { kind: 'refused', refusals: [printed.refusal] };
  const name = `receipt-${numberOf(receipt)}.pdf`;
  return { kind: 'file', body: printed.value, mediaType: 'application/pdf', name };
}
