import type { VNode } from 'preact';
import { z } from 'zod';
import { useWords } from '../../../platform/languages/reading.tsx';
import { ownId } from '../../../platform/permissions.ts';
import { text } from '../../../platform/web/form-fields.ts';
import { post, type Route, redirect, refusedBy } from '../../../platform/web/route.ts';
import { ActionForm, Actions, Card, Heading, OwnWords, StatusChip } from '../../../ui/index.ts';
import { type Office, OfficeLines } from '../../guides/index.ts';
import { dayInJapan } from '../../people/index.ts';
import { asker } from '../own/relation.ts';
import { consultationPaths } from '../paths.ts';
import type { Matter } from '../types.ts';
import { consultationMessages } from '../words.ts';
import { agreeToOffice, endOffice } from './commands.ts';
import { officeStanding } from './rules.ts';
import type { OfficeReferral } from './store.ts';

interface Props {
  readonly matter: Matter;
  readonly officeReferrals: readonly OfficeReferral[];
  /** As they stand in the directory today. */
  readonly offices: ReadonlyMap<string, Office>;
  readonly now: Temporal.Instant;
}

/** Where whoever has asked can go alone: what it is before the yes, and what they show there after it. */
export function OwnOffices(props: Props): VNode | null {
  const t = useWords(consultationMessages);
  if (props.officeReferrals.length === 0) return null;
  return (
    <section>
      <Heading level={2}>{t('own_offices_title')}</Heading>
      <p>{t('own_offices_lead')}</p>
      {props.officeReferrals.map((referral) => (
        <OwnOffice {...props} referral={referral} />
      ))}
    </section>
  );
}

function OwnOffice({ matter, offices, referral, now }: Props & { readonly referral: OfficeReferral }): VNode {
  const t = useWords(consultationMessages);
  const standing = officeStanding(referral, matter.state);
  const office = offices.get(referral.officeId);
  const hidden = { referralId: referral.id };
  return (
    <Card
      level={3}
      title={<span lang="ja">{referral.name}</span>}
      aside={<StatusChip tone="plain">{t(`own_referral_${standing}`)}</StatusChip>}
    >
      {office && <OfficeLines office={office} today={dayInJapan(now)} />}
      {standing === 'agreed' && <Shown {...referral} />}
      {referral.told && (
        <>
          <p>{t('office_was_told')}</p>
          <OwnWords>{referral.told}</OwnWords>
        </>
      )}
      {standing !== 'over' && (
        <Actions>
          {standing === 'proposed' && (
            <ActionForm
              id={`agree-${referral.id}`}
              action={consultationPaths.consultationOfficeAgreement(matter)}
              hidden={hidden}
              kind="main"
            >
              {t('agree_to_office')}
            </ActionForm>
          )}
          <ActionForm
            id={`end-${referral.id}`}
            action={consultationPaths.consultationOfficeEnd(matter)}
            hidden={hidden}
          >
            {t(standing === 'proposed' ? 'refuse_office' : 'end_referral')}
          </ActionForm>
        </Actions>
      )}
    </Card>
  );
}

/** To be held out at the counter. */
function Shown({ japanese, own }: Pick<OfficeReferral, 'japanese' | 'own'>): VNode {
  const t = useWords(consultationMessages);
  return (
    <>
      <p>{t('show_at_office')}</p>
      <div lang="ja">
        <OwnWords>{japanese}</OwnWords>
      </div>
      <p>{t('show_at_office_own')}</p>
      <OwnWords>{own}</OwnWords>
    </>
  );
}

const says = (
  path: typeof consultationPaths.consultationOfficeAgreement | typeof consultationPaths.consultationOfficeEnd,
  audit: 'consultations.referral.agreed' | 'consultations.referral.taken_back',
  done: 'office_was_agreed' | 'referral_was_taken_back',
): Route =>
  post({
    path,
    access: [asker],
    audit,
    form: z.object({ referralId: text(36) }),
    async handle(call) {
      const { db, params, fields, now, locale } = call;
      const by = ownId(call);
      const act = done === 'office_was_agreed' ? agreeToOffice : endOffice;
      const on = { matterId: params.id, as: 'resident', byPersonId: by, now, ...fields } as const;
      const outcome = await act(db, on);
      if (!outcome.ok) return refusedBy(outcome.refusal);
      await call.audit({ subjectIds: [by], object: { kind: 'consultations.matter', id: params.id } });
      const said = consultationMessages.in(locale).noted(done);
      return redirect(consultationPaths.consultationReferrals(params), { tone: 'done', text: said });
    },
  });

export const ownOfficeRoutes: readonly Route[] = [
  says(consultationPaths.consultationOfficeAgreement, 'consultations.referral.agreed', 'office_was_agreed'),
  says(
    consultationPaths.consultationOfficeEnd,
    'consultations.referral.taken_back',
    'referral_was_taken_back',
  ),
];
