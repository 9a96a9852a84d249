import type { VNode } from 'preact';
import { FilledIn, type FormOf } from '../../../../kits/forms/index.ts';
import { useWords } from '../../../../platform/languages/reading.tsx';
import type { FormState } from '../../../../platform/web/form-state.ts';
import { Notice, PageHead } from '../../../../ui/index.ts';
import { EventTitle } from '../../open/event-title.tsx';
import { eventsPaths } from '../../paths.ts';
import type { Event } from '../../types.ts';
import { eventsStaffMessages } from '../../words.ts';

interface WritingProps {
  readonly of: FormOf;
  readonly form: FormState;
  /** There are campaigns to choose from. */
  readonly hasCampaigns: boolean;
  /** null for a new one. */
  readonly event: Event | null;
  readonly copiedFrom: string | null;
  /** How many have registered, and are told of another time or place. */
  readonly told: number;
}

/** The form of an event: a new one, the next of a series, or one that is there. */
export function WritingPage({ of, form, hasCampaigns, event, copiedFrom, told }: WritingProps): VNode {
  const t = useWords(eventsStaffMessages);
  const back = event
    ? { href: eventsPaths.deskEvent({ id: event.id }), label: <EventTitle event={event} /> }
    : { href: eventsPaths.deskEvents(), label: t('desk_events') };
  const isPublic = event?.state === 'published' || event?.state === 'closed';
  // A campaign that has ended since its form was drawn is refused at its field.
  const offersCampaigns = hasCampaigns || form.refusalOf('campaign') !== undefined;
  const asksOnceMore = form.refusalOf('fewer') !== undefined || form.value('fewer') !== '';
  return (
    <>
      <PageHead title={t(event ? 'event_write' : 'event_new')} lead={t('event_write_lead')} back={back} />
      {copiedFrom && <Notice>{t('event_is_copied')}</Notice>}
      {isPublic && <Notice tone="notice">{t('event_write_public', { count: told })}</Notice>}
      <FilledIn
        of={of}
        form={form}
        action={event ? eventsPaths.deskEventWords({ id: event.id }) : eventsPaths.deskEventNew()}
        hidden={{
          ...(event && { version: form.value('version') || `${event.version}` }),
          ...(copiedFrom && { copiedFrom }),
        }}
        button={t('event_save')}
        without={[...(asksOnceMore ? [] : ['fewer']), ...(offersCampaigns ? [] : ['campaign'])]}
      />
    </>
  );
}
