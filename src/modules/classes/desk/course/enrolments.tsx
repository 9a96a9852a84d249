import type { VNode } from 'preact';
import { useFormats, useWords } from '../../../../platform/languages/reading.tsx';
import { ActionForm, DataTable, Link, PersonName } from '../../../../ui/index.ts';
import { childrenPaths } from '../../children/paths.ts';
import { classesPaths } from '../../paths.ts';
import type { Enrolment, Session } from '../../types.ts';
import { classesStaffMessages } from '../../words.ts';

export type NamedEnrolment = Enrolment & { readonly name: string };

/** Who has asked for a place, the first to ask first: a trial visit, a place, or none; and who has one. */
export function Enrolments(props: {
  readonly enrolments: readonly NamedEnrolment[];
  /** Days that are open and have not begun, the nearest first. */
  readonly days: readonly Session[];
}): VNode {
  const t = useWords(classesStaffMessages);
  const { dayTime } = useFormats();
  return (
    <DataTable
      caption={t('enrolments_title')}
      rows={props.enrolments}
      rowKey={({ id }) => `enrolment-${id}`}
      empty={<p>{t('enrolments_none')}</p>}
      columns={[
        {
          key: 'name',
          head: t('enrolment_child'),
          rowHead: true,
          cell: ({ name, childId }) => (
            <Link href={childrenPaths.desk({ id: childId })}>
              <PersonName>{name}</PersonName>
            </Link>
          ),
        },
        { key: 'asked', head: t('enrolment_asked_at'), cell: ({ askedAt }) => dayTime(askedAt) },
        { key: 'state', head: t('session_state'), cell: ({ state }) => t(`enrolment_state_${state}`) },
        {
          key: 'acts',
          head: t('enrolment_acts'),
          atEnd: true,
          cell: (one) => one.state !== 'enrolled' && <Deciding of={one} days={props.days} />,
        },
      ]}
    />
  );
}

function Deciding({ of, days }: { readonly of: NamedEnrolment; readonly days: readonly Session[] }): VNode {
  const t = useWords(classesStaffMessages);
  const { dayTime } = useFormats();
  const { id, name, state } = of;
  // The nearest day: whoever would like another is called.
  const [first] = days;
  return (
    <>
      {first && (
        <ActionForm
          action={classesPaths.deskInvitation({ id })}
          hidden={{ sessionId: first.id }}
          confirm={t('enrolment_invite_confirm', { day: dayTime(first.startsAt) })}
          label={t.plain('enrolment_invite_named', { name })}
        >
          {t(state === 'trial' ? 'enrolment_invite_again' : 'enrolment_invite')}
        </ActionForm>
      )}
      <ActionForm
        action={classesPaths.deskEnrolment({ id })}
        kind="main"
        label={t.plain('enrolment_enrol_named', { name })}
      >
        {t('enrolment_enrol')}
      </ActionForm>
      <ActionForm
        action={classesPaths.deskDecline({ id })}
        confirm={t('enrolment_decline_confirm')}
        label={t.plain('enrolment_decline_named', { name })}
      >
        {t('enrolment_decline')}
      </ActionForm>
    </>
  );
}
