import type { VNode } from 'preact';
import { QrCode } from '../../../kits/papers/index.ts';
import { useFormats, useWords } from '../../../platform/languages/reading.tsx';
import type { FormState } from '../../../platform/web/form-state.ts';
import {
  ActionForm,
  Actions,
  Button,
  Card,
  DataTable,
  Disclosure,
  EmptyState,
  Form,
  FormErrors,
  Notice,
  PageHead,
  PersonName,
  TextField,
} from '../../../ui/index.ts';
import { EventTitle } from '../open/event-title.tsx';
import { eventsPaths } from '../paths.ts';
import type { Helping } from '../store/helpers.ts';
import type { Event } from '../types.ts';
import { eventsMessages, eventsStaffMessages } from '../words.ts';
import { isLinkOpen } from './link.ts';
import { mayHelpersChange } from './may.ts';

interface HelpersProps {
  readonly event: Event;
  readonly rows: readonly { readonly id: string; readonly name: string; readonly link: string }[];
  readonly form: FormState;
  readonly publicUrl: string;
  readonly now: Temporal.Instant;
}

/** Who helps at the door: each with a code that opens the list on their own phone, on that day. */
export function HelpersPage({ event, rows, form, publicUrl, now }: HelpersProps): VNode {
  const t = useWords(eventsStaffMessages);
  const isOpen = isLinkOpen(event, now);
  const mayChange = mayHelpersChange(event).ok;
  return (
    <>
      <PageHead
        title={t('helpers_of', { event: <EventTitle event={event} /> })}
        lead={t('helpers_lead')}
        back={{ href: eventsPaths.deskEvent({ id: event.id }), label: <EventTitle event={event} /> }}
      />
      <FormErrors refusals={form.refusals} />
      {!isOpen && <Notice>{t('helpers_link_is_closed')}</Notice>}
      {rows.map(({ id, name, link }) => (
        <Card title={<PersonName>{name}</PersonName>} level={2}>
          <Disclosure id={`link-${id}`} summary={t('helper_link')}>
            <QrCode text={publicUrl + link} label={t.plain('helper_qr', { name })} />
            <p class="quiet">{publicUrl + link}</p>
          </Disclosure>
          {mayChange && (
            <ActionForm
              action={eventsPaths.deskHelperEnd({ id: event.id, helperId: id })}
              kind="danger"
              confirm={t('helper_end_confirm')}
            >
              {t('helper_end')}
            </ActionForm>
          )}
        </Card>
      ))}
      {mayChange && (
        <Form action={eventsPaths.deskHelpers({ id: event.id })}>
          <TextField
            {...form.field('name')}
            label={t('helper_name')}
            hint={t('helper_name_hint')}
            maxLength={200}
          />
          <Actions>
            <Button kind="main">{t('helper_add')}</Button>
          </Actions>
        </Form>
      )}
    </>
  );
}

/** What somebody helps at, and what it came to in all. */
export function HelpingPage(props: {
  readonly all: readonly Helping[];
  linkOf(helperId: string): string;
  readonly now: Temporal.Instant;
}): VNode {
  const t = useWords(eventsMessages);
  const { day } = useFormats();
  const { all, linkOf, now } = props;
  const minutes = all.reduce((sum, one) => sum + (one.minutes ?? 0), 0);
  const open = all.filter(({ event }) => isLinkOpen(event, now));
  return (
    <>
      <PageHead title={t('helping_title')} lead={t('helping_lead')} />
      {all.length === 0 && <EmptyState title={t('helping_none')}>{t('helping_none_text')}</EmptyState>}
      {open.map(({ helperId, event }) => (
        <Card
          title={<EventTitle event={event} />}
          level={2}
          accent
          actions={
            <Button kind="main" href={linkOf(helperId)}>
              {t('helping_door')}
            </Button>
          }
        >
          <p>{t('helping_today')}</p>
        </Card>
      ))}
      {all.length > 0 && (
        <>
          {minutes > 0 && <p>{t('helping_sum', { hours: hoursOf(minutes) })}</p>}
          <DataTable
            caption={t('helping_title')}
            captionHidden
            rows={all}
            columns={[
              {
                key: 'event',
                head: t('data_event'),
                rowHead: true,
                cell: ({ event }) => <EventTitle event={event} />,
              },
              {
                key: 'day',
                head: t('event_when'),
                cell: ({ event }) =>
                  event.state === 'postponed' ? t('event_day_is_open') : day(event.startsAt),
              },
              {
                key: 'hours',
                head: t('helping_hours'),
                cell: ({ minutes: worth }) =>
                  worth === null ? t('helping_not_counted') : t('helping_worth', { hours: hoursOf(worth) }),
              },
            ]}
          />
        </>
      )}
    </>
  );
}

/** In hours, to the half of one. */
const hoursOf = (minutes: number) => Math.round(minutes / 30) / 2;
