import type { VNode } from 'preact';
import { Press } from '../../../../kits/acts/index.ts';
import { NextStep } from '../../../../kits/scenes/index.ts';
import { yearOf } from '../../../../platform/languages/formats.tsx';
import { useFormats, useLocale, useWords } from '../../../../platform/languages/reading.tsx';
import {
  Columns,
  Disclosure,
  FormErrors,
  Link,
  Notice,
  PageHead,
  StatusChip,
  SummaryList,
  type Tone,
} from '../../../../ui/index.ts';
import { pairsPaths } from '../../paths.ts';
import { pairsStaffMessages } from '../../words.ts';
import { roundForms } from '../forms.ts';
import type { RoundState, ToldRound } from '../types.ts';
import { LeftOvers } from './left-over.tsx';
import { Meanwhile, RoundHistory } from './meanwhile.tsx';
import { ProofFold } from './proof.tsx';
import { Proposals } from './proposals.tsx';
import { areaName, sayingEngine } from './reasons.ts';
import { Recruits } from './recruits.tsx';
import { RoundMap } from './round-map.tsx';
import type { RoundProps } from './scene.ts';

export const ROUND_TONES: Readonly<Record<RoundState, Tone>> = {
  draft: 'waiting',
  solved: 'notice',
  published: 'good',
  discarded: 'plain',
};

/** A round for a coordinator: what it proposes, who is left over and why, and what is to be done with it. */
export function RoundPage(props: RoundProps): VNode {
  const t = useWords(pairsStaffMessages);
  const formats = useFormats();
  const { round, told, form, now } = props;
  return (
    <>
      <PageHead
        title={t('round_of', { day: formats.shortDay(round.heldOn, yearOf(now)) })}
        aside={<StatusChip tone={ROUND_TONES[round.state]}>{t(`round_state_${round.state}`)}</StatusChip>}
        lead={told && !told.flaws && t('round_in_short', totalsOf(told))}
        back={{ href: pairsPaths.deskRounds(), label: t('rounds_title') }}
      />
      <Meanwhile {...props} />
      {!form.refusals.some(({ code }) => code === 'round_has_changed_since') && (
        <FormErrors refusals={form.refusals} />
      )}
      <Columns first aside={<Next {...props} />}>
        {told && <Notices {...props} told={told} />}
        {told && <Proposals {...props} told={told} />}
        {told && <LeftOvers {...props} told={told} />}
        {told && <RoundMap told={told} />}
        {told && <Recruits {...props} told={told} />}
        <Facts {...props} />
        <ProofFold {...props} />
        <RoundHistory {...props} />
      </Columns>
    </>
  );
}

const totalsOf = ({ residents, volunteers, pairs, urgency, fit }: ToldRound) => ({
  ...{ residents, volunteers, pairs, days: urgency, points: fit },
});

/** What the forms of the page are drawn for. */
export const shownRound = ({ round, form, now }: RoundProps) => ({
  ...{ id: round.id, state: round.state, version: round.version, form, now },
});

/** What is to be done now: wait, look and publish, or nothing any more. */
function Next(props: RoundProps): VNode {
  const t = useWords(pairsStaffMessages);
  const formats = useFormats();
  const { round, told, now } = props;
  const of = shownRound(props);
  const at = (when: Temporal.Instant) => formats.shortDayTime(when, yearOf(now));
  if (round.solving) return <BeingSolved {...props} share={round.solving.share} />;
  if (round.state === 'published') {
    const leftOut = told?.leftOut?.length ?? 0;
    const pairs = (told?.proposals.length ?? 0) - leftOut;
    return (
      <NextStep
        title={t('round_published_title')}
        text={round.overAt && t('round_published_text', { pairs, when: at(round.overAt) })}
      >
        <p>
          <Link href={pairsPaths.deskPairs()}>{t('round_to_pairs')}</Link>
        </p>
      </NextStep>
    );
  }
  if (round.state === 'discarded')
    return (
      <NextStep
        title={t('round_discarded_title')}
        text={round.overAt && t('round_discarded_text', { when: at(round.overAt) })}
      />
    );
  const proposals = told?.proposals.length ?? 0;
  return (
    <NextStep
      title={t(round.state === 'solved' ? 'round_look_title' : 'round_draft_title')}
      text={t(round.state === 'solved' ? 'round_look_text' : 'round_draft_text')}
      actions={
        <>
          {proposals > 0 && (
            <Press
              table={roundForms}
              act="publication"
              of={of}
              kind="main"
              confirm={t('round_publish_text', { pairs: proposals })}
            >
              {t('round_publish')}
            </Press>
          )}
          <Press table={roundForms} act="solving" of={of}>
            {t('round_solve')}
          </Press>
          <Press table={roundForms} act="discarding" of={of} kind="danger" confirm={t('round_discard_text')}>
            {t('round_discard')}
          </Press>
        </>
      }
    />
  );
}

function BeingSolved(props: RoundProps & { readonly share: number }): VNode {
  const t = useWords(pairsStaffMessages);
  const { round, share } = props;
  const percent = Math.floor(100 * share);
  return (
    <NextStep
      title={t('round_solving_title')}
      text={t('round_solving_text')}
      actions={
        <Press table={roundForms} act="stop" of={shownRound(props)}>
          {t('round_stop')}
        </Press>
      }
    >
      <p>
        <progress max={100} value={percent} aria-label={t.plain('round_solving_share')} />{' '}
        {t('round_percent', { percent })}
      </p>
      <p data-screen-only>
        <Link href={pairsPaths.deskRound({ id: round.id })}>{t('round_look_again')}</Link>
      </p>
    </NextStep>
  );
}

function Facts({ round, staff, now }: RoundProps): VNode {
  const t = useWords(pairsStaffMessages);
  const formats = useFormats();
  const locale = useLocale();
  const rows = [
    {
      label: t('round_area'),
      value: round.area === null ? t('round_area_all') : areaName(round.area, locale),
    },
    { label: t('round_weights'), value: round.weightsVersion },
    {
      label: t('round_begun_by'),
      value: t('round_by_at', {
        name: staff.get(round.createdBy) ?? t.plain('round_somebody'),
        when: formats.shortDayTime(round.createdAt, yearOf(now)),
      }),
    },
  ];
  return (
    <Disclosure id="facts" summary={t('round_facts')}>
      <SummaryList rows={rows} />
    </Disclosure>
  );
}

/** What a coordinator must know before they believe what stands below. */
function Notices({ told, names }: RoundProps & { readonly told: NonNullable<RoundProps['told']> }): VNode {
  const t = useWords(pairsStaffMessages);
  const { say, list } = sayingEngine(useLocale(), names);
  const nameOf = (id: string) => names.get(id) ?? t.plain('round_somebody');
  const two = ({ residentId, volunteerId }: { residentId: string; volunteerId: string }) =>
    t.plain('round_two', { resident: nameOf(residentId), volunteer: nameOf(volunteerId) });
  return (
    <>
      {told.flaws && (
        <Notice tone="danger" title={t('round_flaws_title')}>
          <ul>
            {told.flaws.map(({ code, params }) => (
              <li>{say(code, params)}</li>
            ))}
          </ul>
        </Notice>
      )}
      {told.dropped.length > 0 && (
        <Notice tone="notice" title={t('round_dropped_title')}>
          {t('round_dropped_text', { pairs: list(told.dropped.map(two)) })}
        </Notice>
      )}
      {told.placeless.length > 0 && (
        <Notice tone="notice" title={t('round_placeless_title')}>
          {t('round_placeless_text', { people: list(told.placeless.map(nameOf)) })}
        </Notice>
      )}
      {told.leftOut && told.leftOut.length > 0 && (
        <Notice tone="notice" title={t('round_left_out_title')}>
          <ul>
            {told.leftOut.map((one) => (
              <li>
                {t('round_left_out_row', { pair: two(one), why: t(one.code as 'there_is_no_free_place') })}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}
