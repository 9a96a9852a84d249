import type { VNode } from 'preact';
import { z } from 'zod';
import { useFormats, useWords } from '../../../platform/languages/reading.tsx';
import { ownId } from '../../../platform/permissions.ts';
import { text } from '../../../platform/web/form-fields.ts';
import { get, missing, page, post, type Route, redirect, refusedBy } from '../../../platform/web/route.ts';
import { ActionForm, Actions, Card, EmptyState, OwnWords, PageHead, StatusChip } from '../../../ui/index.ts';
import { findOffices, type Office } from '../../guides/index.ts';
import { WayOut } from '../ask/views.tsx';
import { Licensed } from '../experts/views.tsx';
import { OwnOffices } from '../offices/own.tsx';
import { listOfficeReferrals, type OfficeReferral } from '../offices/store.ts';
import { asker } from '../own/relation.ts';
import { consultationPaths } from '../paths.ts';
import { openMatterKey } from '../sealed/matter-key.ts';
import { findMatter } from '../store/matters.ts';
import { type Matter, numberOfMatter } from '../types.ts';
import { consultationMessages } from '../words.ts';
import { agreeToReferral, endReferral } from './commands.ts';
import { standingOf } from './rules.ts';
import { listReferrals, type Referral } from './store.ts';
import { PassedOnList } from './views.tsx';

interface Props {
  readonly matter: Matter;
  readonly referrals: readonly Referral[];
  readonly officeReferrals: readonly OfficeReferral[];
  readonly offices: ReadonlyMap<string, Office>;
  readonly now: Temporal.Instant;
}

/** To whom something would be passed on, exactly what and until when: the yes to each, and the way back from it. */
function OwnReferralsPage(props: Props): VNode {
  const { matter, referrals } = props;
  const t = useWords(consultationMessages);
  return (
    <>
      <WayOut />
      <PageHead
        title={t('referrals_title')}
        lead={t('referrals_lead_own')}
        back={{
          href: consultationPaths.consultation(matter),
          label: t('matter_title', { number: numberOfMatter(matter) }),
        }}
      />
      <p>{t('expert_reads_advice')}</p>
      <p>{t('no_fee')}</p>
      {referrals.length + props.officeReferrals.length === 0 && (
        <EmptyState title={t('referrals_none_own')} />
      )}
      {referrals.map((referral) => (
        <OwnReferral {...props} referral={referral} />
      ))}
      <OwnOffices {...props} />
    </>
  );
}

function OwnReferral({ matter, referral, now }: Props & { readonly referral: Referral }): VNode {
  const t = useWords(consultationMessages);
  const { day } = useFormats();
  const standing = standingOf(referral, matter.state, now);
  const isOver = standing === 'over' || standing === 'refused';
  const hidden = { referralId: referral.id };
  return (
    <Card
      level={2}
      title={<OwnWords>{referral.receiver.name}</OwnWords>}
      aside={<StatusChip tone="plain">{t(`own_referral_${standing}`)}</StatusChip>}
    >
      <Licensed {...referral.receiver} />
      <p>{t(`manner_${referral.manner}`)}</p>
      <p>{t('passed_on')}</p>
      <PassedOnList referral={referral} />
      <p>{t('passed_on_until', { day: day(referral.untilOn) })}</p>
      {!isOver && (
        <Actions>
          {standing === 'proposed' && (
            <ActionForm
              id={`agree-${referral.id}`}
              action={consultationPaths.consultationAgreement(matter)}
              hidden={hidden}
              kind="main"
            >
              {t('agree_to_referral')}
            </ActionForm>
          )}
          <ActionForm
            id={`end-${referral.id}`}
            action={consultationPaths.consultationReferralEnd(matter)}
            hidden={hidden}
          >
            {t(standing === 'proposed' ? 'refuse_referral' : 'end_referral')}
          </ActionForm>
        </Actions>
      )}
    </Card>
  );
}

const says = (
  path: typeof consultationPaths.consultationAgreement | typeof consultationPaths.consultationReferralEnd,
  audit: 'consultations.referral.agreed' | 'consultations.referral.taken_back',
  done: 'referral_was_agreed' | 'referral_was_taken_back',
): Route =>
  post({
    path,
    access: [asker],
    audit,
    form: z.object({ referralId: text(36) }),
    async handle(call) {
      const { db, params, fields, now, locale } = call;
      const by = ownId(call);
      const act = done === 'referral_was_agreed' ? agreeToReferral : endReferral;
      const on = { matterId: params.id, as: 'resident', byPersonId: by, now, ...fields } as const;
      const outcome = await act(db, on);
      if (!outcome.ok) return refusedBy(outcome.refusal);
      await call.audit({ subjectIds: [by], object: { kind: 'consultations.matter', id: params.id } });
      const text = consultationMessages.in(locale).noted(done);
      return redirect(consultationPaths.consultationReferrals(params), { tone: 'done', text });
    },
  });

/** It is their own: looking at it leaves no entry. */
export const ownReferralRoutes: readonly Route[] = [
  get({
    path: consultationPaths.consultationReferrals,
    access: [asker],
    audit: null,
    async handle({ db, params, locale, now }) {
      const matter = await findMatter(db, params.id);
      const key = matter && (await openMatterKey(db, matter.id));
      if (!key) return missing();
      const referrals = await listReferrals(db, key);
      const title = consultationMessages.in(locale).plain('referrals_title');
      const officeReferrals = await listOfficeReferrals(db, key);
      const offices = await findOffices(
        db,
        officeReferrals.flatMap(({ officeId }) => officeId || []),
      );
      const body = <OwnReferralsPage {...{ matter, referrals, officeReferrals, offices, now }} />;
      return { ...page(title, body), isShownOnce: true };
    },
  }),
  says(consultationPaths.consultationAgreement, 'consultations.referral.agreed', 'referral_was_agreed'),
  says(
    consultationPaths.consultationReferralEnd,
    'consultations.referral.taken_back',
    'referral_was_taken_back',
  ),
];
