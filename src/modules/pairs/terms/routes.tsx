import { z } from 'zod';
import { consent } from '../../../kits/forms/index.ts';
import { wholeNumber } from '../../../platform/web/form-fields.ts';
import { FormState } from '../../../platform/web/form-state.ts';
import {
  get,
  missing,
  page,
  post,
  type Reply,
  type Route,
  redirect,
  refusedBy,
} from '../../../platform/web/route.ts';
import { aboutOwn, actingOn, findOwn, type OwnCall } from '../applications/own/routes.tsx';
import { pairsPaths } from '../paths.ts';
import { type Application, SIDES, type Side } from '../types.ts';
import { pairsMessages } from '../words.ts';
import { TermsPage } from './page.tsx';
import { findTermsStanding, signTerms } from './sign.ts';
import { currentTerms, findTerms } from './store.ts';

/** The terms of a side, for everybody to read; those of one's own, to sign. */
export const termsRoutes: readonly Route[] = [
  get({
    path: pairsPaths.terms,
    access: 'everyone',
    audit: null,
    query: z.object({ side: z.enum(SIDES).optional().catch(undefined) }),
    handle: (call) => termsPage(call, { side: call.fields.side, form: FormState.fresh() }),
  }),
  post({
    path: pairsPaths.terms,
    access: 'person',
    audit: 'pairs.terms.signed',
    form: z.object({
      signs: wholeNumber(1, 30_000),
      agreed: consent('agreed', 'tick_to_agree').schema,
    }),
    async handle(call) {
      const own = await findOwn(call);
      if (!own) return missing();
      const signing = { ...actingOn(call, own), signs: call.fields.signs, locale: call.locale };
      const outcome = await signTerms(call.db, signing);
      if (!outcome.ok) return refusedBy(outcome.refusal);
      await call.audit(aboutOwn(own));
      const text = pairsMessages.in(call.locale).noted('terms_were_signed');
      return redirect(pairsPaths.own(), { tone: 'done', text });
    },
    again: (call, form) => termsPage(call, { form }),
  }),
];

async function termsPage(
  call: OwnCall,
  { side: named, form }: { readonly side?: Side | undefined; readonly form: FormState },
): Promise<Reply> {
  const own = await findOwn(call);
  const side = own?.side ?? named ?? 'resident';
  const terms = await currentTerms(call.db, side, call.now);
  const standing = own && maySee(own) ? await findTermsStanding(call.db, own, call.now) : null;
  const before = standing?.is === 'changed' ? await findTerms(call.db, side, standing.signed) : null;
  const title = pairsMessages.in(call.locale).plain(`terms_title_${side}`);
  return page(title, <TermsPage {...{ terms, standing, form, before }} />);
}

/** Signing is asked of whoever was accepted. */
const maySee = ({ state }: Application) => state !== 'submitted';
