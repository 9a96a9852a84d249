import { defineForm, line, lines } from '../../../../kits/forms/index.ts';
import type { Database } from '../../../../platform/database/connect.ts';
import { ownId } from '../../../../platform/permissions.ts';
import { text } from '../../../../platform/web/form-fields.ts';
import type { FormState } from '../../../../platform/web/form-state.ts';
import {
  type Call,
  get,
  missing,
  page,
  post,
  type Reply,
  type Route,
  redirect,
  refusedBy,
} from '../../../../platform/web/route.ts';
import { ownDonors } from '../../donors/own.ts';
import type { Donor } from '../../donors/store.ts';
import { givingPaths } from '../../paths.ts';
import type { GivingServices } from '../../services.ts';
import { givingMessages } from '../../words.ts';
import { reissueReceipt } from '../change.ts';
import { Language } from '../desk/routes.tsx';
import { receiptFile } from '../file.ts';
import { fitsPaper } from '../issue.ts';
import { giveWhatWaited } from '../listeners.ts';
import { mayDownload } from '../rules.ts';
import { listReceiptsOf } from '../store/lists.ts';
import { setReceiptName } from '../store/names.ts';
import type { Receipt } from '../types.ts';
import { NamePage, OwnReceiptsPage } from './views.tsx';

export const nameForm = defineForm(givingMessages, [
  line('name', text(200), {
    label: 'receipt_name',
    hint: 'receipt_name_hint',
    autocomplete: 'name',
    maxLength: 200,
  }),
  lines('address', text(300), {
    label: 'receipt_address',
    hint: 'receipt_address_hint',
    rows: 2,
    maxLength: 300,
  }),
]);

type Own = Pick<Call<unknown, unknown, Database>, 'db' | 'actor'>;

/** Whoever is signed in: what they have given as, and all receipts for it. */
export async function ownReceipts(
  call: Own,
): Promise<{ readonly donors: readonly Donor[]; readonly receipts: readonly Receipt[] }> {
  const donors = await ownDonors(call);
  const receipts = await listReceiptsOf(
    call.db,
    donors.map(({ id }) => id),
  );
  return { donors, receipts };
}

/** A donor’s own receipts: looked through, taken along, marked as issued again, and under which name they are written. */
export const ownReceiptRoutes = ({ publicUrl }: GivingServices): readonly Route[] => [
  get({
    path: givingPaths.ownReceipts,
    access: 'person',
    audit: null,
    async handle(call) {
      const title = givingMessages.in(call.locale).plain('receipts_own_title');
      return page(title, <OwnReceiptsPage {...(await ownReceipts(call))} />);
    },
  }),
  get({
    path: givingPaths.ownReceiptFile,
    access: 'person',
    audit: null,
    query: Language,
    limit: { by: 'person', tries: 60, minutes: 10 },
    async handle(call) {
      const { receipts } = await ownReceipts(call);
      const receipt = receipts.find(({ id }) => id === call.params.id);
      if (!receipt || !mayDownload(receipt)) return missing();
      return receiptFile(receipt, call.fields.language, publicUrl);
    },
  }),
  post({
    path: givingPaths.ownReceiptReissue,
    access: 'person',
    audit: 'giving.receipt.reissued_by_donor',
    async handle(call) {
      const { db, params, now } = call;
      const own = (await ownReceipts(call)).receipts.find(({ id }) => id === params.id);
      if (!own) return refusedBy({ code: 'receipt_is_unknown' });
      // Once marked it is taken along as often as they like: there is nothing to write a second time.
      if (own.state !== 'reissued') {
        const done = await reissueReceipt(db, { id: own.id, now });
        if (!done.ok) return refusedBy(done.refusal);
      }
      await call.audit({ subjectIds: [ownId(call)], object: { kind: 'giving.receipt', id: params.id } });
      const text = givingMessages.in(call.locale).noted('receipt_is_marked');
      return redirect(givingPaths.ownReceipts(), { tone: 'done', text });
    },
  }),
  ...nameRoutes(publicUrl),
];

const nameRoutes = (publicUrl: string): readonly Route[] => [
  get({
    path: givingPaths.ownReceiptName,
    access: 'person',
    audit: null,
    async handle(call) {
      const donor = await findOwn(call);
      if (!donor) return missing();
      const { receiptName, address } = donor;
      return showName(call, donor, nameForm.begin({ name: receiptName ?? '', address: address ?? '' }));
    },
  }),
  post({
    path: givingPaths.ownReceiptName,
    access: 'person',
    audit: 'giving.receipt_name.changed',
    form: nameForm.schema,
    async handle(call) {
      const donor = await findOwn(call);
      if (!donor) return missing();
      const fits = fitsPaper(call.fields);
      if (!fits.ok) return refusedBy(fits.refusal);
      await setReceiptName(call.db, donor.id, call.fields);
      await giveWhatWaited(call.db, publicUrl, { donorId: donor.id, now: call.now });
      await call.audit({ subjectIds: [ownId(call)] });
      const text = givingMessages.in(call.locale).noted('receipt_name_is_kept');
      return redirect(givingPaths.ownReceipts(), { tone: 'done', text });
    },
    async again(call, form) {
      const donor = await findOwn(call);
      return donor ? showName(call, donor, form) : missing();
    },
  }),
];

async function findOwn(
  call: Own & { readonly params: { readonly donorId: string } },
): Promise<Donor | undefined> {
  return (await ownDonors(call)).find(({ id }) => id === call.params.donorId);
}

function showName({ locale }: Pick<Call, 'locale'>, donor: Donor, form: FormState): Reply {
  const title = givingMessages.in(locale).plain('receipt_name_title');
  return page(title, <NamePage of={nameForm} {...{ donor, form }} />);
}
