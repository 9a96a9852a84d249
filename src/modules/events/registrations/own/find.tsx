import type { VNode } from 'preact';
import { useWords } from '../../../../platform/languages/reading.tsx';
import { type Call, page, type Reply } from '../../../../platform/web/route.ts';
import { PageHead } from '../../../../ui/index.ts';
import { eventsPaths } from '../../paths.ts';
import type { EventServices } from '../../services.ts';
import { findEvent } from '../../store/events.ts';
import { findRegistration } from '../../store/registrations.ts';
import { eventsMessages } from '../../words.ts';
import type { RegistrationScene } from '../doing.ts';
import { isLinkOver, readToken } from '../token.ts';

/** Nobody hits upon a sealed link by trying: it is for a whole hall that opens its codes behind one network. */
export const OWN_LIMIT = { by: 'address', tries: 1_000, minutes: 10 } as const;
const GONE = 410;

/** What the link of a mail leads to, or the answer where it leads nowhere (any more). */
export async function findOwn(
  services: EventServices,
  { db, params, locale, now }: Pick<Call<{ token: string }>, 'db' | 'params' | 'locale' | 'now'>,
): Promise<RegistrationScene | Extract<Reply, { kind: 'missing' | 'page' }>> {
  const id = readToken(services, params.token);
  const registration = id ? await findRegistration(db, id) : null;
  const event = registration && (await findEvent(db, registration.eventId));
  if (!event) return { kind: 'missing' };
  if (!isLinkOver(event, now)) return { event, registration };
  return page(eventsMessages.in(locale).plain('own_link_is_over'), <LinkIsOver />, GONE);
}

/** Instead of a registration whose event was weeks ago. */
function LinkIsOver(): VNode {
  const t = useWords(eventsMessages);
  return (
    <>
      <PageHead
        title={t('own_link_is_over')}
        back={{ href: eventsPaths.events(), label: t('event_others') }}
      />
      <p>{t('own_link_is_over_text')}</p>
    </>
  );
}
