import type { VNode } from 'preact';
import { ActForm } from '../../../kits/acts/index.ts';
import { useWords } from '../../../platform/languages/reading.tsx';
import type { FormState } from '../../../platform/web/form-state.ts';
import {
  Card,
  EmptyState,
  FormErrors,
  Heading,
  Notice,
  OwnWords,
  PageHead,
  Radios,
  Select,
  StatusChip,
  TextArea,
  TextField,
} from '../../../ui/index.ts';
import { consultationPaths } from '../paths.ts';
import { standingOf } from '../referral/rules.ts';
import type { Referral } from '../referral/store.ts';
import type { OpensAs } from '../room/may-open.ts';
import { type Matter, numberOfMatter } from '../types.ts';
import { consultationStaffMessages } from '../words.ts';
import { MOST_WRITING_LETTERS, partyForms } from './forms.ts';
import { type Check, checkStanding, MOST_NAME_LETTERS } from './rules.ts';
import { PARTY_ROLES, type Party } from './store/parties.ts';

interface Props {
  readonly matter: Matter;
  readonly as: OpensAs;
  /** Null where one of them can't be read any more. */
  readonly parties: readonly Party[] | null;
  readonly referrals: readonly Referral[];
  /** By their referral. */
  readonly checks: ReadonlyMap<string, Check>;
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

/** Whom a matter touches: entered before an expert reads a word of it. */
export function PartiesPage(props: Props): VNode {
  const { matter, parties, form } = props;
  const t = useWords(consultationStaffMessages);
  return (
    <>
      <PageHead
        title={t('parties_of_matter', { number: numberOfMatter(matter) })}
        lead={t('parties_lead')}
        back={{
          href: consultationPaths.deskConsultation(matter),
          label: t('desk_matter', { number: numberOfMatter(matter) }),
        }}
      />
      <FormErrors refusals={form.refusals} />
      <Checks {...props} />
      {matter.isAnonymous && <Notice>{t('parties_unnamed')}</Notice>}
      {parties === null && <Notice tone="danger">{t('parties_unreadable')}</Notice>}
      {parties?.length === 0 && <EmptyState title={t('parties_none')}>{t('parties_none_text')}</EmptyState>}
      {(parties ?? []).map((party) => (
        <OneParty {...props} party={party} />
      ))}
      {mayAct(props) && <NewParty {...props} />}
    </>
  );
}

function OneParty(props: Props & { readonly party: Party }): VNode {
  const { id, role, names } = props.party;
  const t = useWords(consultationStaffMessages);
  const [name = '', ...others] = names;
  return (
    <Card level={2} title={<OwnWords>{name}</OwnWords>}>
      <p>{t(`party_${role}`)}</p>
      {others.length > 0 && (
        <ul>
          {others.map((other) => (
            <li>
              <OwnWords>{other}</OwnWords>
            </li>
          ))}
        </ul>
      )}
      {mayAct(props) && (
        <ActForm
          table={partyForms}
          of={ofForm(props)}
          act="removals"
          hidden={{ partyId: id }}
          button={t('party_remove')}
          children={null}
        />
      )}
    </Card>
  );
}

function NewParty(props: Props): VNode {
  const { form } = props;
  const t = useWords(consultationStaffMessages);
  return (
    <section>
      <Heading level={2}>{t('party_enter')}</Heading>
      <ActForm table={partyForms} of={ofForm(props)} act="entries" kind="main" button={t('party_enter_go')}>
        <Select
          {...form.field('role')}
          label={t('party_role')}
          options={PARTY_ROLES.map((value) => ({ value, label: t.plain(`party_${value}`) }))}
        />
        <TextField {...form.field('partyName')} label={t('party_name')} maxLength={MOST_NAME_LETTERS} />
        <TextArea
          {...form.field('writings')}
          label={t('party_writings')}
          hint={t('party_writings_hint')}
          rows={4}
          maxLength={MOST_WRITING_LETTERS}
        />
      </ActForm>
    </section>
  );
}

/** How the comparison stands with each expert who is asked; what a person finds out, they write down here. */
function Checks(props: Props): VNode | null {
  const { matter, referrals, now } = props;
  const t = useWords(consultationStaffMessages);
  const open = referrals.filter((one) => ['asked', 'accepted'].includes(standingOf(one, matter.state, now)));
  if (open.length === 0) return null;
  return (
    <section>
      <Heading level={2}>{t('checks')}</Heading>
      {open.map((referral) => (
        <OneCheck {...props} referral={referral} />
      ))}
    </section>
  );
}

function OneCheck(props: Props & { readonly referral: Referral }): VNode {
  const { referral, checks, form, now } = props;
  const t = useWords(consultationStaffMessages);
  const check = checks.get(referral.id) ?? null;
  const standing = checkStanding(check, now);
  return (
    <Card
      level={3}
      title={<OwnWords>{referral.receiver.name}</OwnWords>}
      aside={<StatusChip tone="plain">{t(`check_${standing}`)}</StatusChip>}
    >
      {check?.callWantedAt && <p>{t('check_call_wanted')}</p>}
      {standing === 'possible' && <p>{t('check_possible_text')}</p>}
      {mayAct(props) && standing !== 'clear' && (
        <ActForm
          table={partyForms}
          of={ofForm(props)}
          act="decisions"
          hidden={{ referralId: referral.id }}
          button={t('decision_go')}
        >
          <Radios
            {...form.field('decision')}
            label={t('decision')}
            choices={(['clear', 'conflict'] as const).map((value) => ({
              value,
              label: t(`decision_${value}`),
            }))}
          />
        </ActForm>
      )}
    </Card>
  );
}
