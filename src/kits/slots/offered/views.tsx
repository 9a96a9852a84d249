import type { VNode } from 'preact';
import { useFormats, useLocale, useWords } from '../../../platform/languages/reading.tsx';
import type { AppointmentKind } from '../../../platform/parts/appointment.ts';
import type { FormState } from '../../../platform/web/form-state.ts';
import { ActionForm, DataTable, EmptyState, Heading, Link, OwnWords, PageHead } from '../../../ui/index.ts';
import { BareForm, type FormOf, Refusals } from '../../forms/index.ts';
import { slotsPaths } from '../paths.ts';
import { slotsMessages } from '../words.ts';
import type { listSlotsOf } from './store.ts';

type OwnSlot = Awaited<ReturnType<typeof listSlotsOf>>[number];

/** The times that a coordinator keeps open, with what is booked, and the form that opens more. */
export function TimesPage(props: {
  slots: readonly OwnSlot[];
  kinds: readonly AppointmentKind[];
  pages: ReadonlyMap<string, string>;
  of: FormOf;
  form: FormState;
}): VNode {
  const t = useWords(slotsMessages);
  return (
    <>
      <PageHead title={t('times_title')} lead={t('times_lead')} />
      <Refusals of={props.of} form={props.form} />
      <TimesTable {...props} />
      <Heading level={2}>{t('open_more')}</Heading>
      <BareForm of={props.of} form={props.form} action={slotsPaths.times()} button={t('open_times_button')} />
    </>
  );
}

function TimesTable({
  slots,
  kinds,
  pages,
}: {
  slots: readonly OwnSlot[];
  kinds: readonly AppointmentKind[];
  pages: ReadonlyMap<string, string>;
}): VNode {
  const t = useWords(slotsMessages);
  const formats = useFormats();
  const locale = useLocale();
  return (
    <DataTable
      caption={t('open_times')}
      rows={slots}
      rowKey={({ id }) => `time-${id}`}
      empty={<EmptyState title={t('no_times')}>{t('no_times_text')}</EmptyState>}
      columns={[
        {
          key: 'when',
          head: t('when'),
          rowHead: true,
          cell: ({ startsAt, endsAt }) => formats.span(startsAt, endsAt),
        },
        {
          key: 'what',
          head: t('what_for'),
          cell: ({ kind, place, whereWords }) => (
            <>
              <p>{kinds.find((one) => one.kind === kind)?.label(locale)}</p>
              <p>
                {t(`at_${place}`)} <OwnWords>{whereWords}</OwnWords>
              </p>
            </>
          ),
        },
        {
          key: 'booked',
          head: t('booked'),
          cell: ({ id, forId }) =>
            forId ? (
              <Link href={pages.get(forId) ?? slotsPaths.times()} kind="block">
                {t('see_booking')}
              </Link>
            ) : (
              <ActionForm action={slotsPaths.timeRemoval({ id })}>{t('take_back')}</ActionForm>
            ),
        },
      ]}
    />
  );
}
