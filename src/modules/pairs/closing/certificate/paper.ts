import type { Paper } from '../../../../kits/papers/index.ts';
import { formatsIn } from '../../../../platform/languages/formats.tsx';
import type { Organization } from '../../../../platform/settings/organization.ts';
import { pairsMessages } from '../../words.ts';
import type { Certificate } from '../store/certificates.ts';

/** The paper in Japanese and, below, in English. @param address where anybody finds the same, to be scanned */
export function certificatePaper(of: Certificate, by: Organization, address: string): Paper {
  const [ja, en] = [factsIn('ja', of, by.name), factsIn('en', of, by.nameInEnglish)];
  return {
    title: `${ja.title} / ${en.title}`,
    language: 'ja-JP',
    parts: [
      { text: ja.lead },
      { facts: ja.facts },
      { heading: en.title },
      { text: en.lead },
      { facts: en.facts },
      { qr: address, beside: `${ja.beside}\n${en.beside}\n${address}` },
    ],
    foot: of.code,
  };
}

/** What stands on the paper in one language, and what anybody with its code is told: no more. */
export function factsIn(locale: 'ja' | 'en', of: Certificate, organization: string) {
  const t = pairsMessages.in(locale);
  const { day } = formatsIn(locale).plain;
  return {
    title: t.plain('certificate_title'),
    lead: t.plain(`certificate_lead_${of.side}`),
    beside: t.plain('certificate_beside'),
    facts: [
      [t.plain('certificate_name'), of.name],
      [t.plain('certificate_program'), t.plain('certificate_program_name')],
      [t.plain('certificate_from'), day(of.startedOn)],
      [t.plain('certificate_until'), day(of.endedOn)],
      [t.plain('certificate_by'), organization],
      [t.plain('certificate_code'), of.code],
    ] as const,
  };
}
