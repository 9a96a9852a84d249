import type { VNode } from 'preact';
import { housePaths } from '../../../../platform/addresses/paths.ts';
import { useFormats, useLocale, useWords } from '../../../../platform/languages/reading.tsx';
import { DataTable, Heading, Link, PersonName, StatusChip, type Tone } from '../../../../ui/index.ts';
import type { OfferState } from '../../types.ts';
import { nameOfLanguage } from '../reasons.ts';
import { deskMessages } from '../words.ts';
import type { DeskProps } from './scene.ts';

const TONES: Record<OfferState, Tone> = {
  asked: 'waiting',
  accepted: 'good',
  declined: 'plain',
  closed: 'plain',
};

/** Who was asked, and what they answered. */
export function Asked({ offers, names }: DeskProps): VNode | null {
  const t = useWords(deskMessages);
  const formats = useFormats();
  const locale = useLocale();
  if (offers.length === 0) return null;
  return (
    <section class="stack">
      <Heading level={2}>{t('asked_title')}</Heading>
      <DataTable
        caption={t('asked_title')}
        captionHidden
        rows={offers}
        rowKey={(offer) => `offer-${offer.id}`}
        columns={[
          {
            key: 'name',
            head: t('volunteer'),
            rowHead: true,
            cell: (offer) => (
              <Link href={housePaths.person({ id: offer.volunteerId })}>
                <PersonName>{names.get(offer.volunteerId) ?? t('somebody')}</PersonName>
              </Link>
            ),
          },
          {
            key: 'answer',
            head: t('answer'),
            cell: (offer) => <StatusChip tone={TONES[offer.state]}>{t(`offer_${offer.state}`)}</StatusChip>,
          },
          { key: 'wave', head: t('wave'), cell: (offer) => offer.wave, numeric: true },
          { key: 'asked', head: t('asked_at'), cell: (offer) => formats.dayTime(offer.askedAt) },
          {
            key: 'language',
            head: t('language'),
            cell: (offer) => nameOfLanguage(offer.language, locale),
          },
        ]}
      />
    </section>
  );
}
