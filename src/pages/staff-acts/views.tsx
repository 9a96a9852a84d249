import type { VNode } from 'preact';
import {
  callName,
  endOfWaiting,
  mayDecide,
  type Person,
  peoplePaths,
  type StaffAct,
} from '../../modules/people/index.ts';
import { housePaths } from '../../platform/addresses/paths.ts';
import { useFormats, useLocale, useWords } from '../../platform/languages/reading.tsx';
import type { FormState } from '../../platform/web/form-state.ts';
import {
  ActionForm,
  Actions,
  Card,
  EmptyState,
  FormErrors,
  Link,
  Notice,
  PageHead,
  PersonName,
} from '../../ui/index.ts';
import { staffPageMessages } from '../pages.ts';
import { pagesPaths } from '../paths.ts';

interface Line {
  readonly act: StaffAct;
  /** Nobody else could agree: it is carried out by itself. */
  readonly isAlone: boolean;
}

/** All that waits for a second one of the staff. */
export function StaffActsPage(props: {
  lines: readonly Line[];
  persons: ReadonlyMap<string, Person>;
  readerId: string;
  form: FormState;
}): VNode {
  const t = useWords(staffPageMessages);
  const locale = useLocale();
  const nameOf = (id: string) => {
    const person = props.persons.get(id);
    return (person && callName(person, locale)) || t.plain('somebody');
  };
  return (
    <>
      <PageHead
        title={t('staff_acts_title')}
        lead={t('staff_acts_lead')}
        back={{ href: peoplePaths.people(), label: t('staff_acts_back') }}
      />
      <FormErrors refusals={props.form.refusals} />
      {props.lines.length === 0 && (
        <EmptyState title={t('staff_acts_empty')}>{t('staff_acts_empty_text')}</EmptyState>
      )}
      {props.lines.map((line) => (
        <ActCard line={line} nameOf={nameOf} readerId={props.readerId} />
      ))}
    </>
  );
}

function ActCard(props: { line: Line; nameOf: (id: string) => string; readerId: string }): VNode {
  const t = useWords(staffPageMessages);
  const formats = useFormats();
  const { act, isAlone } = props.line;
  return (
    <Card level={2} title={<Title act={act} />}>
      <p>
        <Link href={housePaths.person({ id: act.personId })}>
          <PersonName>{props.nameOf(act.personId)}</PersonName>
        </Link>
      </p>
      <p dir="auto">{act.reason}</p>
      <p>
        {t('staff_act_proposed_by', {
          name: props.nameOf(act.proposedBy),
          when: formats.dayTime(act.proposedAt),
          until: formats.dayTime(endOfWaiting(act)),
        })}
      </p>
      {isAlone && <Notice tone="notice">{t('staff_act_alone')}</Notice>}
      <Actions>
        {act.proposedBy === props.readerId && (
          <ActionForm action={pagesPaths.staffActWithdrawal({ id: act.id })}>
            {t('staff_act_withdraw')}
          </ActionForm>
        )}
        {mayDecide(act, props.readerId) && (
          <>
            <ActionForm
              action={pagesPaths.staffActAgreement({ id: act.id })}
              kind="main"
              confirm={t('staff_act_agree_text')}
            >
              {t('staff_act_agree')}
            </ActionForm>
            <ActionForm action={pagesPaths.staffActRefusal({ id: act.id })}>
              {t('staff_act_decline')}
            </ActionForm>
          </>
        )}
      </Actions>
    </Card>
  );
}

function Title({ act }: { act: StaffAct }): VNode {
  const t = useWords(staffPageMessages);
  if (act.kind === 'grant_role' || act.kind === 'end_role') {
    const role = t(`staff_act_role_${act.detail as 'coordinator' | 'treasurer' | 'administrator'}`);
    return <>{t(`staff_act_${act.kind}`, { role })}</>;
  }
  if (act.kind === 'restrict')
    return <>{t(act.detail === 'suspension' ? 'staff_act_suspend' : 'staff_act_restrict')}</>;
  return <>{t(`staff_act_${act.kind}`)}</>;
}
