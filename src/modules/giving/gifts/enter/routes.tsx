import type { VNode } from 'preact';
import { FilledIn, formRoutes } from '../../../../kits/forms/index.ts';
import { useWords } from '../../../../platform/languages/reading.tsx';
import type { FormState } from '../../../../platform/web/form-state.ts';
import { page, type Route, redirect, refusedBy } from '../../../../platform/web/route.ts';
import { PageHead, PersonName } from '../../../../ui/index.ts';
import { dayInJapan } from '../../../people/index.ts';
import { type Donor, findDonor } from '../../donors/store.ts';
import { givingPaths } from '../../paths.ts';
import { givingStaffMessages } from '../../words.ts';
import { findGift } from '../store.ts';
import { enterGift } from './enter.ts';
import { DONOR_FIELDS, giftForm } from './form.ts';

/** The page on which a gift is entered by hand, of a donor who was chosen (`?donor=`) or is described. */
export const enterGiftRoutes: readonly Route[] = formRoutes({
  path: givingPaths.newGift,
  access: ['treasurer'],
  audit: 'giving.gift.entered',
  of: giftForm,
  begin: ({ now, path }) => ({
    receivedOn: dayInJapan(now),
    fund: 'general' as const,
    kind: 'person' as const,
    donorId: new URLSearchParams(path.split('?')[1]).get('donor') ?? undefined,
  }),
  async show({ db, locale }, form) {
    const donorId = form.value('donorId');
    const donor = donorId ? await findDonor(db, donorId) : null;
    const title = givingStaffMessages.in(locale).plain('gift_enter');
    return page(title, <EnterGiftPage form={form} donor={donor} />);
  },
  async save({ db, fields, actor, now, locale, audit }) {
    const by = { personId: actor.personId, now };
    const entered = await enterGift(db, fields, { source: `hand:${crypto.randomUUID()}`, by });
    if (!entered.ok) return refusedBy(entered.refusal);
    const gift = entered.value ? await findGift(db, entered.value) : null;
    if (!gift) throw new Error('a new gift was not booked');
    const donor = gift.donorId ? await findDonor(db, gift.donorId) : null;
    await audit({
      subjectIds: donor?.personId ? [donor.personId] : [],
      object: { kind: 'giving.gift', id: gift.id },
    });
    const text = givingStaffMessages.in(locale).noted('gift_was_entered');
    return redirect(givingPaths.gift({ id: gift.id }), { tone: 'done', text });
  },
});

function EnterGiftPage({ form, donor }: { readonly form: FormState; readonly donor: Donor | null }): VNode {
  const t = useWords(givingStaffMessages);
  return (
    <>
      <PageHead
        title={donor ? t('gift_enter_of', { name: <PersonName>{donor.name}</PersonName> }) : t('gift_enter')}
        lead={t('gift_enter_lead')}
        back={{ href: givingPaths.gifts(), label: t('gifts_title') }}
      />
      <FilledIn
        of={giftForm}
        form={form}
        action={givingPaths.newGift()}
        button={t('gift_enter_button')}
        without={donor ? DONOR_FIELDS : []}
        hidden={donor ? { donorId: donor.id, kind: donor.kind } : {}}
        beside
      />
    </>
  );
}
