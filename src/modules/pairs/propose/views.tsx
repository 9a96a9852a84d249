import type { VNode } from 'preact';
import { Decision, Press } from '../../../kits/acts/index.ts';
import { NextStep } from '../../../kits/scenes/index.ts';
import { useFormats, useLocale, useWords } from '../../../platform/languages/reading.tsx';
import {
  Actions,
  Card,
  OwnWords,
  PersonBadge,
  SummaryList,
  type SummaryRow,
  TextArea,
} from '../../../ui/index.ts';
import { languageName, placeWordsOf } from '../../people/index.ts';
import { INTERESTS } from '../apply/choices.ts';
import { MOST_REASON, pairForms } from '../pair/page/forms.ts';
import type { PairScene } from '../pair/page/scene.ts';
import { type PairProps, shownOf } from '../pair/page/shown.ts';
import type { Purpose } from '../types.ts';
import { pairsMessages } from '../words.ts';
import type { ShownOther } from './shown.ts';

type Props = PairProps & { readonly other: ShownOther };

/** Whether the reader would like to meet the other: yes, or not this time. */
export function Question(props: Props): VNode {
  const t = useWords(pairsMessages);
  const formats = useFormats();
  const { pair, side, other, offered } = props;
  const name = other.name.words;
  return (
    <NextStep title={t('proposal_title', { name })} text={t(`proposal_text_${side}`, { name })}>
      {pair.answerBy && (
        <p>
          <strong>{t('proposal_until', { until: formats.dayTime(pair.answerBy) })}</strong>
        </p>
      )}
      {offered > 1 && <p>{t('proposal_choose_one', { count: offered })}</p>}
      <Actions>
        <Press table={pairForms} of={shownOf(props)} act={`${side}-acceptance`} kind="main">
          {t('proposal_yes')}
        </Press>
      </Actions>
      <NotThisTime {...props} />
    </NextStep>
  );
}

/** The way out, with a reason that only coordinators read. */
export function NotThisTime(props: Props): VNode {
  const t = useWords(pairsMessages);
  const { pair, side, form, other } = props;
  const isUnasked = side === 'volunteer' && pair.state === 'proposed';
  return (
    <Decision
      table={pairForms}
      of={shownOf(props)}
      act="rejection"
      summary={t('proposal_no')}
      text={t(isUnasked ? 'proposal_no_unasked' : 'proposal_no_text', { name: other.name.words })}
      button={t('proposal_no')}
    >
      <TextArea
        {...form.field('reason')}
        label={t('proposal_reason')}
        hint={t('proposal_reason_hint')}
        rows={3}
        maxLength={MOST_REASON}
        optional
      />
    </Decision>
  );
}

/** The other side is asked now. Until when, is theirs to know. */
export function OtherIsAsked({ other }: { readonly other: ShownOther }): VNode {
  const t = useWords(pairsMessages);
  return (
    <NextStep
      title={t('proposal_waiting_title', { name: other.name.words })}
      text={t('proposal_waiting_text')}
    />
  );
}

/** Who the other is, as far as they let it be known, and what both have in common. */
export function OtherCard({ other, side }: { readonly other: ShownOther } & Pick<PairScene, 'side'>): VNode {
  const t = useWords(pairsMessages);
  const { name, sentence, portrait } = other;
  return (
    <Card title={t('shown_title', { name: name.words })} level={2}>
      <PersonBadge
        name={name.text}
        shown={name.words}
        written={name.written}
        portrait={portrait}
        sentence={sentence}
        size="large"
      />
      <SummaryList rows={useRows(other, side)} />
    </Card>
  );
}

function useRows(other: ShownOther, side: PairScene['side']): SummaryRow[] {
  const t = useWords(pairsMessages);
  const formats = useFormats();
  const locale = useLocale();
  const languages = (codes: readonly string[]) =>
    formats.list(codes.map((code) => languageName(code, locale)));
  const purposes = (some: readonly Purpose[]) => formats.list(some.map((one) => t(`purpose_${one}`)));
  const interests = (some: readonly string[]) =>
    formats.list(INTERESTS.filter((one) => some.includes(one)).map((one) => t(`interest_${one}`)));
  const { fits, place, household, freeMinutes } = other;
  const inCommon = [
    fits.languages.length > 0 && t('fits_languages', { languages: languages(fits.languages) }),
    fits.purposes.length > 0 && t('fits_purposes', { purposes: purposes(fits.purposes) }),
    fits.interests.length > 0 && t('fits_interests', { interests: interests(fits.interests) }),
    fits.isNear && t('fits_place'),
  ].filter((line) => line !== false);
  const rows = [
    [t('shown_fits'), inCommon.length > 0 && inCommon.map((line) => <div>{line}</div>)],
    [t('shown_languages'), other.languages.length > 0 && languages(other.languages)],
    [t(side === 'resident' ? 'shown_offers' : 'shown_seeks'), purposes(other.purposes)],
    [t('shown_interests'), other.interests.length > 0 && interests(other.interests)],
    [
      t('profile_hours'),
      freeMinutes !== null && t('profile_hours_a_week', { hours: Math.round(freeMinutes / 60) }),
    ],
    [t('shown_household'), household && t('shown_household_of', household)],
    [t('shown_town'), place && placeWordsOf(place, locale)],
    [t('shown_about'), other.about && <OwnWords>{other.about}</OwnWords>],
  ] as const;
  return rows.flatMap(([label, value]) => (value ? [{ label, value }] : []));
}
