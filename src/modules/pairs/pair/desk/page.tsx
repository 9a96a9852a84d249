import type { VNode } from 'preact';
import { useFormats, useLocale, useWords } from '../../../../platform/languages/reading.tsx';
import {
  Columns,
  FormErrors,
  Heading,
  Link,
  Notice,
  OwnWords,
  PageHead,
  PersonName,
  StatusChip,
  SummaryList,
  type Tone,
} from '../../../../ui/index.ts';
import { Compared } from '../../expectations/views.tsx';
import { AlarmsOnDesk, MonthsFurtherActs, MonthsOnDesk } from '../../months/desk/part.tsx';
import { pairsPaths } from '../../paths.ts';
import { sayingEngine } from '../../rounds/pages/reasons.ts';
import { StepHistory } from '../../steps/history.tsx';
import { type PairState, SIDES } from '../../types.ts';
import { pairsStaffMessages } from '../../words.ts';
import { applicationOf, personOf } from '../over.ts';
import { DeskNext, FurtherActs } from './next.tsx';
import { type DeskPair, type DeskPairProps, shownIn } from './scene.ts';

export const STATE_TONES: Readonly<Record<PairState, Tone>> = {
  proposed: 'waiting',
  offered: 'waiting',
  introduction: 'notice',
  active: 'good',
  paused: 'plain',
  fell_through: 'plain',
  completed: 'good',
  ended: 'plain',
};

/** A pair for coordinators: what comes next, what both expect, what happened and why. */
export function DeskPairPage(props: DeskPairProps): VNode {
  const t = useWords(pairsStaffMessages);
  const { pair, form, names } = props;
  const [volunteer, resident] = [names.get(pair.volunteerId) ?? '', names.get(pair.residentId) ?? ''];
  return (
    <>
      <PageHead
        title={<PersonName>{t('pair_of_two', { volunteer, resident })}</PersonName>}
        back={{ href: pairsPaths.deskPairs(), label: t('pairs_on_desk') }}
        aside={<StatusChip tone={STATE_TONES[pair.state]}>{t(`pair_state_${pair.state}`)}</StatusChip>}
      />
      <FormErrors refusals={form.refusals} />
      <Columns
        first
        aside={
          <>
            <AlarmsOnDesk {...props.months} of={shownIn(props)} />
            <DeskNext {...props} />
            <FurtherActs {...props} />
            <MonthsFurtherActs of={shownIn(props)} />
          </>
        }
      >
        {props.hasOpenConcern && <Notice tone="danger">{t('pair_concern_open')}</Notice>}
        <PairFacts {...props} />
        {pair.startedOn && <MonthsOnDesk {...props.months} />}
        <Expectations {...props} />
        <StepHistory {...props} say={(act) => t(`pair_did_${act as 'propose'}`)} />
      </Columns>
    </>
  );
}

function PairFacts({ pair, names }: DeskPair): VNode {
  const t = useWords(pairsStaffMessages);
  const formats = useFormats();
  const { sayReason } = sayingEngine(useLocale(), names);
  const reasons = pair.reasons.codes.map((reason) => sayReason(reason));
  return (
    <section class="stack">
      <Heading level={2}>{t('pair_facts')}</Heading>
      <SummaryList
        rows={[
          ...SIDES.map((side) => ({
            label: t(`side_${side}`),
            value: (
              <>
                <PersonName>{names.get(personOf(pair, side)) ?? t.plain('somebody')}</PersonName>{' '}
                <Link
                  href={pairsPaths.deskApplication({ id: applicationOf(pair, side) })}
                  apart={t.plain(`side_${side}`)}
                >
                  {t('pair_application')}
                </Link>
              </>
            ),
          })),
          { label: t('pair_proposed_on'), value: formats.dayTime(pair.proposedAt) },
          { label: t('pair_care'), value: names.get(pair.coordinatorId) ?? t('somebody') },
          { label: t('pair_fit'), value: t('pair_fit_of', { fit: pair.fit }) },
          ...(reasons.length > 0 || pair.reasons.words
            ? [
                {
                  label: t('pair_why'),
                  value: (
                    <>
                      {reasons.map((reason) => (
                        <div>{reason}</div>
                      ))}
                      {pair.reasons.words && <OwnWords as="p">{pair.reasons.words}</OwnWords>}
                    </>
                  ),
                },
              ]
            : []),
        ]}
      />
    </section>
  );
}

function Expectations({ pair, expectations, names }: DeskPair): VNode | null {
  const t = useWords(pairsStaffMessages);
  const formats = useFormats();
  if (pair.offeredAt === null || pair.state === 'offered' || pair.state === 'fell_through') return null;
  const [own, theirs] = [expectations.get('volunteer'), expectations.get('resident')];
  const nameOf = (side: (typeof SIDES)[number]) => names.get(personOf(pair, side)) ?? '';
  const missing = SIDES.filter((side) => !expectations.has(side)).map(nameOf);
  return (
    <section class="stack">
      <Heading level={2}>{t('pair_expectations')}</Heading>
      {own && theirs ? (
        <Compared own={own} theirs={theirs} ownName={nameOf('volunteer')} name={nameOf('resident')} />
      ) : (
        <p>{t('pair_expects_missing', { names: formats.list(missing) })}</p>
      )}
    </section>
  );
}
