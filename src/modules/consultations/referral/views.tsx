import type { VNode } from 'preact';
import { ActForm } from '../../../kits/acts/index.ts';
import { useFormats, useLocale, useWords } from '../../../platform/languages/reading.tsx';
import type { FormState } from '../../../platform/web/form-state.ts';
import {
  Card,
  Checkboxes,
  EmptyState,
  FormErrors,
  Heading,
  Link,
  Notice,
  OwnWords,
  PageHead,
  Radios,
  Select,
  StatusChip,
  TextField,
} from '../../../ui/index.ts';
import type { Office } from '../../guides/index.ts';
import { talkLanguageName } from '../ask/form.ts';
import { type ExpertNow, hoursLeft } from '../experts/rules.ts';
import { Licensed } from '../experts/views.tsx';
import { DeskOffices } from '../offices/desk.tsx';
import type { OfficeReferral } from '../offices/store.ts';
import { consultationPaths } from '../paths.ts';
import type { OpensAs } from '../room/may-open.ts';
import { type Matter, numberOfMatter } from '../types.ts';
import { consultationMessages, consultationStaffMessages } from '../words.ts';
import { referralForms } from './forms.ts';
import { answerUntil, MANNERS, PASSED_ON, standingOf } from './rules.ts';
import type { Referral } from './store.ts';

interface Props {
  readonly matter: Matter;
  readonly as: OpensAs;
  readonly referrals: readonly Referral[];
  /** Whom one can propose, in the order in which they fit. */
  readonly experts: readonly ExpertNow[];
  /** The outside offices of its field, and those to which it was referred. */
  readonly offices: readonly Office[];
  readonly officeReferrals: readonly OfficeReferral[];
  readonly form: FormState;
  readonly now: Temporal.Instant;
}

const ofForm = ({ matter, form }: Pick<Props, 'matter' | 'form'>) => ({
  id: matter.id,
  state: matter.state,
  form,
});

const mayAct = ({ as, matter }: Pick<Props, 'as' | 'matter'>) =>
  as === 'keeper' && matter.state !== 'closed' && matter.state !== 'received';

/** Whom a matter would be passed on to, what of it, and how that stands. */
export function DeskReferralsPage(props: Props): VNode {
  const { matter, referrals, form } = props;
  const t = useWords(consultationStaffMessages);
  return (
    <>
      <PageHead
        title={t('referrals_of_matter', { number: numberOfMatter(matter) })}
        lead={t('referrals_lead')}
        back={{
          href: consultationPaths.deskConsultation(matter),
          label: t('desk_matter', { number: numberOfMatter(matter) }),
        }}
      />
      <p>{t('no_fee_law')}</p>
      <FormErrors refusals={form.refusals} />
      {referrals.length === 0 && (
        <EmptyState title={t('referrals_none')}>{t('referrals_none_text')}</EmptyState>
      )}
      {referrals.map((referral) => (
        <DeskReferral {...props} referral={referral} />
      ))}
      {mayAct(props) && <Proposal {...props} />}
      <DeskOffices {...props} mayAct={mayAct(props)} />
    </>
  );
}

function DeskReferral(props: Props & { readonly referral: Referral }): VNode {
  const { matter, referral, now } = props;
  const t = useWords(consultationStaffMessages);
  const said = useWords(consultationMessages);
  const { day, dayTime } = useFormats();
  const standing = standingOf(referral, matter.state, now);
  const { receiver, askedAt, reason } = referral;
  const hidden = { referralId: referral.id };
  const isOver = standing === 'over' || standing === 'refused';
  return (
    <Card
      level={2}
      title={<OwnWords>{receiver.name}</OwnWords>}
      aside={<StatusChip tone="plain">{t(`referral_${standing}`)}</StatusChip>}
    >
      <Licensed {...receiver} />
      <p>{t(`manner_is_${referral.manner}`)}</p>
      <ul>
        {referral.passes.map((one) => (
          <li>{t(`passes_${one}`)}</li>
        ))}
      </ul>
      <p>{said('passed_on_until', { day: day(referral.untilOn) })}</p>
      {askedAt && standing === 'asked' && <p>{t('answer_until', { when: dayTime(answerUntil(askedAt)) })}</p>}
      {reason && <p>{said(`no_reason_${reason}`)}</p>}
      {mayAct(props) && standing === 'agreed' && (
        <ActForm
          table={referralForms}
          of={ofForm(props)}
          act="asking"
          kind="main"
          hidden={hidden}
          button={t('ask_expert_go')}
          children={<p>{t('ask_expert_text')}</p>}
        />
      )}
      {mayAct(props) && !isOver && (
        <ActForm
          table={referralForms}
          of={ofForm(props)}
          act="ended"
          hidden={hidden}
          button={t('end_referral_go')}
          children={null}
        />
      )}
    </Card>
  );
}

/** What exactly is passed on: read before the yes, and after it. */
export function PassedOnList({ referral }: { readonly referral: Pick<Referral, 'passes'> }): VNode {
  const t = useWords(consultationMessages);
  return (
    <ul>
      {referral.passes.map((one) => (
        <li>{t(`passes_${one}`)}</li>
      ))}
    </ul>
  );
}

function NoExperts(): VNode {
  const t = useWords(consultationStaffMessages);
  return (
    <Notice>
      <p>{t('experts_none')}</p>
      <p>
        <Link href={consultationPaths.deskExperts()}>{t('experts')}</Link>
      </p>
    </Notice>
  );
}

function Proposal(props: Props): VNode {
  const { form, experts, matter } = props;
  const t = useWords(consultationStaffMessages);
  const said = useWords(consultationMessages);
  const locale = useLocale();
  const optionOf = (expert: ExpertNow) =>
    [
      expert.name,
      said.plain(`license_${expert.license}`),
      ...expert.languages.map((code) => talkLanguageName(code, locale)),
      t.plain('hours_left', { left: hoursLeft(expert), all: expert.hoursAMonth }),
    ].join(' · ');
  if (experts.length === 0) return <NoExperts />;
  return (
    <section>
      <Heading level={2}>{t('propose_title')}</Heading>
      <ActForm table={referralForms} of={ofForm(props)} act="proposals" button={t('propose_go')}>
        <Select
          {...form.field('expertId')}
          label={t('expert')}
          hint={t('expert_order_hint')}
          options={experts.map((expert) => ({
            value: expert.id,
            label: optionOf(expert),
            group: expert.fields.includes(matter.field)
              ? said.plain(`field_${matter.field}`)
              : t.plain('experts_of_other_fields'),
          }))}
        />
        <TextField
          {...form.field('hours')}
          value={form.value('hours') || '1'}
          label={t('referral_hours')}
          hint={t('referral_hours_hint')}
          inputmode="numeric"
          width="short"
        />
        <Radios
          {...form.field('manner')}
          label={t('manner')}
          choices={MANNERS.map((value) => ({
            value,
            label: t(`manner_${value}`),
            hint: t(`manner_${value}_hint`),
          }))}
        />
        <Checkboxes
          {...form.field('passes')}
          values={form.values('passes')}
          label={t('passes')}
          choices={PASSED_ON.map((value) => ({ value, label: t(`passes_${value}`) }))}
        />
        <TextField
          {...form.field('untilOn')}
          label={t('passed_until')}
          hint={t('passed_until_hint')}
          type="date"
          width="medium"
        />
      </ActForm>
    </section>
  );
}
