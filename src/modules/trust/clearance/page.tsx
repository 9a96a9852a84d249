import type { VNode } from 'preact';
import { FilledIn } from '../../../kits/forms/index.ts';
import { useFormats, useWords } from '../../../platform/languages/reading.tsx';
import type { FormState } from '../../../platform/web/form-state.ts';
import {
  ActionForm,
  DataTable,
  Notice,
  PageHead,
  PersonName,
  StatusChip,
  type Tone,
} from '../../../ui/index.ts';
import { trustStaffMessages } from '../messages.ts';
import { trustPaths } from '../paths.ts';
import { checkForm, keeperForm } from './form.ts';
import type { ClearanceStatus } from './rules.ts';
import type { ClearanceOf } from './store.ts';

interface Person {
  readonly id: string;
  readonly name: string;
}

export interface Shown {
  readonly clearances: readonly (ClearanceOf & { readonly name: string })[];
  readonly keepers: readonly Person[];
  readonly nameable: readonly Person[];
  readonly mayRecord: boolean;
  readonly mayName: boolean;
  readonly check: FormState;
  readonly keeper: FormState;
}

const TONES: Readonly<Record<ClearanceStatus, Tone>> = {
  not_required: 'plain',
  pledged: 'waiting',
  checked_ok: 'good',
};
const choices = (people: readonly Person[]) => people.map(({ id, name }) => ({ value: id, label: name }));

/** For the few who may: how each stands. For everybody else who runs the house: whom to ask. */
export function ClearancesPage(props: Shown): VNode {
  const t = useWords(trustStaffMessages);
  const { mayRecord, mayName, clearances, check } = props;
  const people = clearances.map(({ personId, name }) => ({ id: personId, name }));
  return (
    <>
      <PageHead title={t('clearances_title')} lead={t('clearances_lead')} />
      {!mayRecord && (
        <Notice>{t(props.keepers.length > 0 ? 'clearances_of_few' : 'clearances_of_nobody')}</Notice>
      )}
      {mayRecord && <List clearances={clearances} />}
      {mayRecord && people.length > 0 && (
        <section class="stack">
          <h2>{t('clearance_record')}</h2>
          <FilledIn
            of={checkForm(choices(people))}
            form={check}
            action={trustPaths.clearanceChecks()}
            button={t('clearance_record')}
          />
        </section>
      )}
      <Keepers {...props} />
      {mayName && props.nameable.length > 0 && (
        <section class="stack">
          <h2>{t('keeper_name')}</h2>
          <FilledIn
            of={keeperForm(choices(props.nameable))}
            form={props.keeper}
            action={trustPaths.clearanceKeepers()}
            button={t('keeper_name')}
          />
        </section>
      )}
    </>
  );
}

function List({ clearances }: Pick<Shown, 'clearances'>): VNode {
  const t = useWords(trustStaffMessages);
  const { day } = useFormats();
  return (
    <DataTable
      caption={t('clearances_list')}
      rows={clearances}
      rowKey={({ personId }) => `clearance-${personId}`}
      empty={<p>{t('clearances_none')}</p>}
      columns={[
        {
          key: 'name',
          head: t('clearance_of'),
          rowHead: true,
          cell: ({ name }) => <PersonName>{name}</PersonName>,
        },
        {
          key: 'until',
          head: t('clearance_expires_on'),
          needsHead: true,
          cell: ({ expiresOn, ranOutOn, status }) => {
            if (ranOutOn && status !== 'checked_ok') return t('clearance_ran_out', { day: day(ranOutOn) });
            return expiresOn ? day(expiresOn) : '–';
          },
        },
        {
          key: 'status',
          head: t('state'),
          atEnd: true,
          cell: ({ status }) => (
            <StatusChip tone={status ? TONES[status] : 'danger'}>
              {t(`clearance_${status ?? 'missing'}`)}
            </StatusChip>
          ),
        },
      ]}
    />
  );
}

function Keepers({ keepers, mayName }: Pick<Shown, 'keepers' | 'mayName'>): VNode {
  const t = useWords(trustStaffMessages);
  return (
    <DataTable
      caption={t('keepers_title')}
      rows={keepers}
      rowKey={({ id }) => `keeper-${id}`}
      empty={<p>{t('keepers_none')}</p>}
      columns={[
        {
          key: 'name',
          head: t('clearance_keeper'),
          rowHead: true,
          cell: ({ name }) => <PersonName>{name}</PersonName>,
        },
        ...(mayName
          ? [
              {
                key: 'end',
                head: t('keeper_end'),
                atEnd: true as const,
                cell: ({ id, name }: Person) => (
                  <ActionForm
                    action={trustPaths.clearanceKeeperEnd({ id })}
                    confirm={t('keeper_end_confirm')}
                    label={t.plain('keeper_end_named', { name })}
                  >
                    {t('keeper_end')}
                  </ActionForm>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}
