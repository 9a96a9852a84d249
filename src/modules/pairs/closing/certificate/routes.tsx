import type { VNode } from 'preact';
import { pdfFile } from '../../../../kits/papers/index.ts';
import type { Words } from '../../../../platform/languages/messages.tsx';
import { hrefIn, useFormats, useWords } from '../../../../platform/languages/reading.tsx';
import { ownId } from '../../../../platform/permissions.ts';
import { organizationName, organizationSetting } from '../../../../platform/settings/organization.ts';
import { readSetting } from '../../../../platform/settings/settings.ts';
import { get, missing, page, type Route } from '../../../../platform/web/route.ts';
import { PageHead, SummaryList } from '../../../../ui/index.ts';
import { pairsPaths } from '../../paths.ts';
import { partner } from '../../relations.ts';
import { pairsMessages } from '../../words.ts';
import { type Certificate, findCertificate } from '../store/certificates.ts';
import { certificatePaper } from './paper.ts';

/** Nobody finds one by trying: 80 bits, and so many looks. */
const LIMIT = { by: 'address', tries: 30, minutes: 10 } as const;

/** A certificate as its owner takes it along, and as anybody who holds the paper can look whether it is ours. */
export const certificateRoutes = ({ publicUrl }: { readonly publicUrl: string }): readonly Route[] => [
  get({
    path: pairsPaths.certificate,
    access: [partner],
    audit: null,
    async handle(call) {
      const { db, params } = call;
      const certificate = await findCertificate(db, { pairId: params.id, personId: ownId(call) });
      if (!certificate) return missing();
      const by = await readSetting(db, organizationSetting);
      const path = hrefIn('ja', pairsPaths.certificateByCode({ code: certificate.code }));
      // Never by what the request says of its host: a printed address is trusted.
      const paper = certificatePaper(certificate, by, new URL(path, publicUrl).href);
      return pdfFile('certificate', paper, certificate.issuedAt);
    },
  }),
  get({
    path: pairsPaths.certificateByCode,
    access: 'everyone',
    audit: null,
    limit: LIMIT,
    async handle({ db, params, locale }) {
      const certificate = await findCertificate(db, { code: params.code.toUpperCase() });
      if (!certificate) return missing();
      const organization = organizationName(await readSetting(db, organizationSetting), locale);
      const title = pairsMessages.in(locale).plain('certificate_title');
      return page(title, <CertificatePage certificate={certificate} organization={organization} />);
    },
  }),
];

/** No more than stands on the paper. */
function CertificatePage(props: { certificate: Certificate; organization: Words }): VNode {
  const t = useWords(pairsMessages);
  const formats = useFormats();
  const { certificate } = props;
  return (
    <>
      <PageHead title={t('certificate_title')} lead={t('certificate_is_ours')} />
      <p>{t(`certificate_lead_${certificate.side}`)}</p>
      <SummaryList
        rows={[
          { label: t('certificate_name'), value: certificate.name },
          { label: t('certificate_program'), value: t('certificate_program_name') },
          { label: t('certificate_from'), value: formats.day(certificate.startedOn) },
          { label: t('certificate_until'), value: formats.day(certificate.endedOn) },
          { label: t('certificate_by'), value: props.organization },
          { label: t('certificate_code'), value: certificate.code },
        ]}
      />
    </>
  );
}
