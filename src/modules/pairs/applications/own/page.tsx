import type { ComponentChildren, VNode } from 'preact';
import { FactList } from '../../../../kits/scenes/index.ts';
import { useFormats, useLocale, useWords } from '../../../../platform/languages/reading.tsx';
import type { AheadItem } from '../../../../platform/parts/ahead.ts';
import type { FormState } from '../../../../platform/web/form-state.ts';
import {
  ActionForm,
  Actions,
  Button,
  Disclosure,
  FormErrors,
  Heading,
  LineScene,
  Link,
  Notice,
  OwnWords,
  PageHead,
  Prose,
  SummaryList,
} from '../../../../ui/index.ts';
import { type Former, FormerPairs } from '../../pair/former.tsx';
import { pairsPaths } from '../../paths.ts';
import { type Application, SIDES, type Side } from '../../types.ts';
import { pairsMessages } from '../../words.ts';
import { applicationFacts, saidAnswers } from '../facts.tsx';
import { isCurrent } from '../rules.ts';
import type { Whole } from '../standing.ts';
import { HowItGoes } from './how-it-goes.tsx';
import { isWaiting, nextStepOf } from './next-step.ts';
import { OwnNextStep } from './next-step-view.tsx';
import { OwnProfileFacts } from './profile-view.tsx';

/** What a half-year pair is, for whoever is in none: the way to either side of it. */
export function BeginPage(props: {
  /** What became of the application before. */
  readonly before: Application | null;
  /** Which sides somebody has begun to fill in. */
  readonly begun: readonly Side[];
  /** Their pairs that are over. */
  readonly former: readonly Former[];
  /** Which sides are asked for fees. */
  readonly payers: readonly Side[];
}): VNode {
  const t = useWords(pairsMessages);
  const { before, begun, payers } = props;
  return (
    <>
      <PageHead title={t('pairs_title')} lead={t('pairs_lead')} />
      {before && <WhatBecame before={before} />}
      <FormerPairs former={props.former} />
      <LineScene name="table" isTold isSmall />
      <Prose>
        <ul>
          {(['about_time', 'about_who', 'about_help'] as const).map((line) => (
            <li>{t(line)}</li>
          ))}
          {payers.length > 0 && (
            <li>
              {t('about_money')} <Link href={pairsPaths.fees()}>{t('fees_title')}</Link>
            </li>
          )}
        </ul>
      </Prose>
      <Actions>
        {(['resident', 'volunteer'] as const).map((side) => (
          <Button kind="main" href={pairsPaths.apply({ side })}>
            {t(begun.includes(side) ? `go_on_as_${side}` : `apply_as_${side}`)}
          </Button>
        ))}
      </Actions>
      <HowItGoes />
      <ul>
        {SIDES.map((side) => (
          <li>
            <Link href={`${pairsPaths.terms()}?side=${side}`} kind="block">
              {t(`terms_title_${side}`)}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}

function WhatBecame({ before }: { readonly before: Application }): VNode | null {
  const t = useWords(pairsMessages);
  const { state, outcomeWords } = before;
  if (isCurrent(before)) return null;
  return (
    <Notice title={t(`became_${state as 'declined'}`)}>
      {outcomeWords && <OwnWords as="p">{outcomeWords}</OwnWords>}
      <p>{t('you_can_apply_again')}</p>
    </Notice>
  );
}

/** What has become of one's own application: the one next step on top, and all that was said. */
export function OwnPage(props: {
  readonly whole: Whole;
  /** The others of the household who are in it. */
  readonly others: readonly string[];
  readonly form: FormState;
  /** Of their proposals and pairs, what comes first on top. */
  readonly inPairs: readonly AheadItem[];
  /** Their pairs that are over. */
  readonly former: readonly Former[];
  /** How long it takes, for whoever waits. */
  readonly children?: ComponentChildren;
}): VNode {
  const t = useWords(pairsMessages);
  const locale = useLocale();
  const { whole, others, form, inPairs } = props;
  const { application, profile } = whole;
  const { asked = [], others: rest = [] } = Object.groupBy(inPairs, ({ isYourTurn }) =>
    isYourTurn ? 'asked' : 'others',
  );
  return (
    <>
      <PageHead title={t('pairs_title')} lead={t(`own_lead_${application.side}`)} />
      <FormErrors refusals={form.refusals} />
      {asked.map(({ card }) => card)}
      {(inPairs.length === 0 || !isWaiting(nextStepOf(whole.standing))) && (
        <OwnNextStep whole={whole} form={form} />
      )}
      {rest.map(({ card }) => card)}
      {props.children}
      <FormerPairs former={props.former} />
      <Heading level={2}>{t('what_you_said')}</Heading>
      <p class="quiet">{t('sent_on', { day: useFormats().day(application.submittedAt) })}</p>
      <FactList facts={applicationFacts} reader="applicant" of={{ application, others }} />
      <SummaryList rows={saidAnswers(application, locale)} />
      <p>
        <Link
          href={pairsPaths[application.side === 'resident' ? 'changesOfResident' : 'changesOfVolunteer']()}
          kind="block"
        >
          {t('change_what_you_said')}
        </Link>
      </p>
      <Heading level={2}>{t('profile_known_title')}</Heading>
      <OwnProfileFacts facts={profile} />
      <OwnWays whole={whole} />
      <Disclosure id="withdrawing" summary={t('withdraw')}>
        <div class="stack">
          <p>{t('withdraw_text')}</p>
          <ActionForm action={pairsPaths.withdrawal()} kind="danger">
            {t('withdraw_go')}
          </ActionForm>
        </div>
      </Disclosure>
    </>
  );
}

/** The pages about the rest of it. */
function OwnWays({ whole }: { readonly whole: Whole }): VNode {
  const t = useWords(pairsMessages);
  const { application, fees } = whole;
  const ways = [
    { href: pairsPaths.consents(), label: t('to_consents') },
    ...(application.state === 'submitted' ? [] : [{ href: pairsPaths.terms(), label: t('to_terms') }]),
    ...(fees.length > 0 ? [{ href: pairsPaths.fees(), label: t('to_fees') }] : []),
  ];
  return (
    <ul>
      {ways.map(({ href, label }) => (
        <li>
          <Link href={href} kind="block">
            {label}
          </Link>
        </li>
      ))}
    </ul>
  );
}
