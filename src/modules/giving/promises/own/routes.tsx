import { z } from 'zod';
import { auditOf, type Sent } from '../../../../kits/acts/index.ts';
import type { Tx } from '../../../../platform/database/connect.ts';
import { hrefIn } from '../../../../platform/languages/reading.tsx';
import type { Outcome } from '../../../../platform/refusal.ts';
import { makeTokens, type Tokens } from '../../../../platform/sealed/tokens.ts';
import { wholeNumber } from '../../../../platform/web/form-fields.ts';
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
import { findRest } from '../../payments/store/card-rests.ts';
import type { GivingServices } from '../../services.ts';
import { givingMessages } from '../../words.ts';
import { cancelPromise, changePromise, pausePromise, resumePromise, undoLast } from '../acts.ts';
import type { OnPromise } from '../doing.ts';
import { mayRepair, undoOf } from '../rules.ts';
import { findPromise } from '../store/promises.ts';
import { listSteps } from '../store/steps.ts';
import { readPromiseLink } from '../token.ts';
import type { MonthlyPromise } from '../types.ts';
import { ownForms } from './forms.ts';
import { LinkIsOver, PromisePage } from './view.tsx';

type PromiseCall = Pick<Call<{ token: string }>, 'db' | 'locale' | 'now' | 'params'>;
type Typed = { readonly version?: number; readonly months?: string; readonly amount?: number };
type Name = keyof typeof ownForms.sent;
type Doer = (tx: Tx, on: OnPromise, typed: Typed) => Promise<Outcome<MonthlyPromise>>;

const GONE = 410;
/** Enough for a family behind one address, too few to try links by chance. */
const LIMIT = { by: 'address', tries: 60, minutes: 10 } as const;

const DOERS: Readonly<Record<Name, Doer>> = {
  cancellation: (tx, { version: _, ...on }) => cancelPromise(tx, on),
  pause: (tx, on, { months }) => pausePromise(tx, { ...on, months: Number(months) }),
  resumption: resumePromise,
  amount: (tx, on, { amount = 0 }) => changePromise(tx, { ...on, amount }),
  undoing: undoLast,
};

/**
 * A monthly gift for whoever has the link of a mail, without signing in. The link alone changes nothing, since scanners
 * follow links: buttons do. It leads to this gift only, and says nothing of who gives.
 */
export function promiseRoutes({ secret, publicUrl, payments }: GivingServices): readonly Route[] {
  const keys = makeTokens(secret);
  return [
    get({
      path: givingPaths.promise,
      access: 'everyone',
      audit: null,
      limit: LIMIT,
      handle: (call) => show(keys, call, FormState.fresh()),
    }),
    get({
      path: givingPaths.promiseCard,
      access: 'everyone',
      audit: null,
      limit: LIMIT,
      /**
       * On to the provider's page, where a card is put in place of the one that failed; else to the page of the gift. While cards
       * rest nobody tries one there either.
       */
      async handle(call) {
        const link = readPromiseLink(keys, call.params.token, call.now);
        if (typeof link === 'string') return noPromise(call, link);
        const promise = await findPromise(call.db, link.promiseId);
        const back = givingPaths.promise(call.params);
        if (!promise?.subscription || !payments || !mayRepair(promise)) return redirect(back);
        const text = givingMessages.in(call.locale).noted;
        if (await findRest(call.db))
          return redirect(back, { tone: 'notice', text: text('promise_cards_rest') });
        const order = { locale: call.locale, back: publicUrl + hrefIn(call.locale, back) };
        const location = await payments.beginRepair(promise.subscription, order).catch(() => null);
        if (!location) return redirect(back, { tone: 'notice', text: text('promise_card_unreachable') });
        return { kind: 'response', response: new Response(null, { status: 303, headers: { location } }) };
      },
    }),
    ...Object.keys(ownForms.sent).map((name) => sending(keys, name as Name)),
  ];
}

/** A button or form of that page. */
function sending(keys: Tokens, name: Name): Route {
  const sent: Sent<string, string> = ownForms.sent[name];
  return post({
    path: `${givingPaths.promise.pattern}/${name}`,
    access: 'everyone',
    audit: auditOf(ownForms, sent),
    limit: LIMIT,
    form: z.object({ ...(sent.versioned && { version: wholeNumber(0, 1_000_000) }), ...sent.input }),
    async handle(call) {
      const { db, now, locale, params } = call;
      const link = readPromiseLink(keys, params.token, now);
      if (typeof link === 'string') return noPromise(call, link);
      const typed = call.fields as Typed;
      const doer = { party: 'donor', personId: null, now } as const;
      const done = await DOERS[name](db, { promiseId: link.promiseId, doer, version: typed.version }, typed);
      if (!done.ok) return refusedBy(done.refusal);
      const donor = await findDonor(db, done.value.donorId);
      await call.audit({
        subjectIds: donor?.personId ? [donor.personId] : [],
        object: { kind: 'giving.promise', id: link.promiseId },
      });
      const text = givingMessages.in(locale).noted(ownForms.sent[name].says);
      return redirect(givingPaths.promise(params), { tone: 'done', text });
    },
    again: (call, form) => show(keys, call, form),
  });
}

async function show(keys: Tokens, call: PromiseCall, form: FormState): Promise<Reply> {
  const link = readPromiseLink(keys, call.params.token, call.now);
  if (typeof link === 'string') return noPromise(call, link);
  const promise = await findPromise(call.db, link.promiseId);
  if (!promise) return missing();
  const steps = await listSteps(call.db, promise.id);
  const undo = undoOf(promise, steps[0], call.now);
  const title = givingMessages.in(call.locale).plain('promise_title');
  const body = <PromisePage {...{ promise, steps, undo, form }} link={call.params.token} now={call.now} />;
  return { ...page(title, body), isShownOnce: true };
}

function noPromise({ locale }: Pick<Call, 'locale'>, why: 'forged' | 'expired'): Reply {
  if (why === 'forged') return missing();
  return page(givingMessages.in(locale).plain('promise_link_is_over'), <LinkIsOver />, GONE);
}
