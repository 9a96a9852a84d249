import type { VNode } from 'preact';
import { ActForm } from '../../../kits/acts/index.ts';
import type { Locale } from '../../../platform/languages/locales.ts';
import { useLocale, useWords } from '../../../platform/languages/reading.tsx';
import type { FormState } from '../../../platform/web/form-state.ts';
import { Card, Heading, Link, Notice, OwnWords, Select, StatusChip, TextArea } from '../../../ui/index.ts';
import { guidesPaths, type Office, officeNameIn } from '../../guides/index.ts';
import { talkLanguageName } from '../ask/form.ts';
import { referralForms } from '../referral/forms.ts';
import type { Matter } from '../types.ts';
import { consultationMessages, consultationStaffMessages } from '../words.ts';
import { officeStanding } from './rules.ts';
import type { OfficeReferral } from './store.ts';

interface Props {
  readonly matter: Matter;
  readonly officeReferrals: readonly OfficeReferral[];
  readonly offices: readonly Office[];
  readonly form: FormState;
  readonly mayAct: boolean;
}

const ofForm = ({ matter, form }: Pick<Props, 'matter' | 'form'>) => ({
  id: matter.id,
  state: matter.state,
  form,
});

/** The outside offices to which a matter was referred cold, and one more. Nothing is sent to them. */
export function DeskOffices(props: Props): VNode {
  const t = useWords(consultationStaffMessages);
  return (
    <section>
      <Heading level={2}>{t('offices_of_matter')}</Heading>
      <p>{t('offices_of_matter_lead')}</p>
      {props.officeReferrals.map((referral) => (
        <DeskOffice {...props} referral={referral} />
      ))}
      {props.mayAct && <Saying {...props} />}
      {props.mayAct && <Proposal {...props} />}
    </section>
  );
}

function DeskOffice(props: Props & { readonly referral: OfficeReferral }): VNode {
  const { matter, referral } = props;
  const t = useWords(consultationStaffMessages);
  const standing = officeStanding(referral, matter.state);
  const hidden = { referralId: referral.id };
  return (
    <Card
      level={3}
      title={<OwnWords>{referral.name}</OwnWords>}
      aside={<StatusChip tone="plain">{t(`referral_${standing}`)}</StatusChip>}
    >
      <OwnWords>{referral.japanese}</OwnWords>
      <OwnWords>{referral.own}</OwnWords>
      {referral.told && (
        <>
          <p>{t('office_told')}</p>
          <OwnWords>{referral.told}</OwnWords>
        </>
      )}
      {props.mayAct && standing !== 'over' && (
        <ActForm
          table={referralForms}
          of={ofForm(props)}
          act="endings"
          hidden={hidden}
          button={t('end_referral_go')}
          children={null}
        />
      )}
    </Card>
  );
}

/** What was said there by phone: only where whoever has asked agreed to go. */
function Saying(props: Props): VNode | null {
  const { form, matter, officeReferrals } = props;
  const t = useWords(consultationStaffMessages);
  const agreed = officeReferrals.filter((one) => officeStanding(one, matter.state) === 'agreed');
  if (agreed.length === 0) return null;
  return (
    <ActForm table={referralForms} of={ofForm(props)} act="sayings" button={t('office_told_go')}>
      <Select
        {...form.field('referralId')}
        label={t('office')}
        options={agreed.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextArea
        {...form.field('told')}
        label={t('office_told')}
        hint={t('office_told_hint')}
        maxLength={1000}
        rows={3}
      />
    </ActForm>
  );
}

/** In which of our languages whoever has asked reads; null where none is theirs. */
const LOCALE_OF: Readonly<Record<string, Locale>> = {
  ja: 'ja',
  'ja-easy': 'ja-easy',
  en: 'en',
  zh: 'zh-Hans',
};

function Proposal(props: Props): VNode {
  const { form, offices, matter } = props;
  const t = useWords(consultationStaffMessages);
  const locale = useLocale();
  if (offices.length === 0)
    return (
      <Notice>
        <p>{t('offices_none_here')}</p>
        <p>
          <Link href={guidesPaths.deskFactNew()}>{t('office_new')}</Link>
        </p>
      </Notice>
    );
  const sentence = (language: Locale) =>
    consultationMessages
      .in(language)
      .plain('office_sentence', { field: consultationMessages.in(language).plain(`field_${matter.field}`) });
  const own = LOCALE_OF[matter.language];
  return (
    <ActForm table={referralForms} of={ofForm(props)} act="offices" button={t('propose_office_go')}>
      <Select
        {...form.field('officeId')}
        label={t('office')}
        hint={t('office_hint')}
        options={offices.map((office) => ({
          value: office.id,
          label: [
            officeNameIn(office, locale),
            ...office.languages.map((code) => talkLanguageName(code, locale)),
          ].join(' · '),
        }))}
      />
      <TextArea
        {...form.field('japanese')}
        value={form.value('japanese') || sentence('ja')}
        label={t('office_japanese')}
        hint={t('office_japanese_hint')}
        lang="ja"
        maxLength={500}
        rows={3}
      />
      <TextArea
        {...form.field('own')}
        value={form.value('own') || (own ? sentence(own) : '')}
        label={t('office_own', { language: talkLanguageName(matter.language, locale) })}
        maxLength={500}
        rows={3}
      />
    </ActForm>
  );
}
