import type { Tx } from '../../../../platform/database/connect.ts';
import { inTransaction } from '../../../../platform/database/transaction.ts';
import type { Listener } from '../../../../platform/events/listener.ts';
import { localeFacts } from '../../../../platform/languages/locales.ts';
import { hrefIn } from '../../../../platform/languages/reading.tsx';
import { enqueueMail } from '../../../../platform/mail/send-mail.ts';
import { organizationSetting } from '../../../../platform/settings/organization.ts';
import { readSetting } from '../../../../platform/settings/settings.ts';
import { dayInJapan, findPersons, listPersonIdsWithRole } from '../../../people/index.ts';
import { givingEvents } from '../../events.ts';
import { givingPaths } from '../../paths.ts';
import type { GivingServices } from '../../services.ts';
import { givingStaffMessages } from '../../words.ts';

/** Every treasurer hears by mail that cards rest, and where they open again. */
export const cardsListener = ({ publicUrl }: Pick<GivingServices, 'publicUrl'>): Listener =>
  givingEvents.hear({
    event: 'giving.cards.rested',
    name: 'giving.tell-cards-rest',
    handle: ({ ids: { restId } }, { db, clock }) =>
      inTransaction(db, (tx) => tellTreasurers(tx, { restId, publicUrl, now: clock() })),
  });

interface Told {
  readonly restId: string;
  readonly publicUrl: string;
  readonly now: Temporal.Instant;
}

async function tellTreasurers(tx: Tx, { restId, publicUrl, now }: Told): Promise<void> {
  const ids = await listPersonIdsWithRole(tx, 'treasurer', dayInJapan(now));
  const { shortName: organization } = await readSetting(tx, organizationSetting);
  for (const { id, email, locale } of (await findPersons(tx, ids)).values()) {
    if (!email) continue;
    const { staff } = localeFacts[locale];
    const t = givingStaffMessages.in(staff);
    const link = publicUrl + hrefIn(staff, givingPaths.cards());
    await enqueueMail(tx, {
      key: `cards-rest:${restId}:${id}`,
      to: email,
      subject: t.plain('cards_mail_subject', { organization }),
      text: `${t.plain('cards_mail_text')}\n\n${link}\n`,
      language: localeFacts[staff].tag,
    });
  }
}
