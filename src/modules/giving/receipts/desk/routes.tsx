import { z } from 'zod';
import type { Database } from '../../../../platform/database/connect.ts';
import { FormState } from '../../../../platform/web/form-state.ts';
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
import { findDonor } from '../../donors/store.ts';
import { givingPaths } from '../../paths.ts';
import type { GivingServices } from '../../services.ts';
import { givingStaffMessages } from '../../words.ts';
import { reissueReceipt, voidReceipt } from '../change.ts';
import { receiptFile } from '../file.ts';
import { numberOf } from '../rules.ts';
import { findReceipt } from '../store/receipts.ts';
import type { Receipt } from '../types.ts';
import { ReceiptPage, voidForm } from './page.tsx';

const access = ['treasurer'] as const;
export const Language = z.object({ language: z.enum(['ja', 'en']).default('ja').catch('ja') });

/** One receipt: looked at, printed, marked as issued again, made void. */
export const receiptRoutes = ({ publicUrl }: GivingServices): readonly Route[] => [
  get({
    path: givingPaths.receipt,
    access,
    audit: 'giving.receipt.viewed',
    async handle(call) {
      const receipt = await findReceipt(call.db, call.params);
      if (!receipt) return missing();
      await call.audit(await about(call.db, receipt));
      return show(call, receipt, FormState.fresh());
    },
  }),
  get({
    path: givingPaths.receiptFile,
    access,
    audit: 'giving.receipt.printed',
    query: Language,
    async handle(call) {
      const receipt = await findReceipt(call.db, call.params);
      if (!receipt || receipt.state === 'void') return missing();
      await call.audit(await about(call.db, receipt));
      return receiptFile(receipt, call.fields.language, publicUrl);
    },
  }),
  post({
    path: givingPaths.receiptReissue,
    access,
    audit: 'giving.receipt.reissued',
    async handle({ db, params, now, locale, audit }) {
      const done = await reissueReceipt(db, { id: params.id, now });
      if (!done.ok) return refusedBy(done.refusal);
      await audit(await about(db, done.value));
      return redirect(givingPaths.receipt(params), {
        tone: 'done',
        text: givingStaffMessages.in(locale).noted('receipt_is_marked'),
      });
    },
  }),
  post({
    path: givingPaths.receiptVoid,
    access,
    audit: 'giving.receipt.voided',
    form: voidForm.schema,
    async handle({ db, params, fields, actor, now, locale, audit }) {
      const done = await voidReceipt(db, { id: params.id, ...fields, by: actor.personId, now });
      if (!done.ok) return refusedBy(done.refusal);
      await audit(await about(db, done.value));
      const text = givingStaffMessages
        .in(locale)
        .noted('receipt_is_void_now', { number: numberOf(done.value) });
      return redirect(givingPaths.receipt(params), { tone: 'done', text });
    },
    async again(call, form) {
      const receipt = await findReceipt(call.db, call.params);
      return receipt ? show(call, receipt, form) : missing();
    },
  }),
];

async function show(
  { db, locale }: Pick<Call<unknown, unknown, Database>, 'db' | 'locale'>,
  receipt: Receipt,
  form: FormState,
): Promise<Reply> {
  const donor = await findDonor(db, receipt.donorId);
  const title = givingStaffMessages.in(locale).plain('receipt_title', { number: numberOf(receipt) });
  return page(title, <ReceiptPage {...{ receipt, form }} donorName={donor?.name ?? ''} />);
}

async function about(db: Database, { id, donorId }: Receipt) {
  const donor = await findDonor(db, donorId);
  return {
    subjectIds: donor?.personId ? [donor.personId] : [],
    object: { kind: 'giving.receipt', id },
  };
}
