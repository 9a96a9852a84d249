import { z } from 'zod';
import { type DraftFields, typedValues } from '../../../kits/forms/index.ts';
import type { Database, Tx } from '../../../platform/database/connect.ts';
import { text } from '../../../platform/web/form-fields.ts';
import { FormState } from '../../../platform/web/form-state.ts';
import {
  type Call,
  detour,
  get,
  page,
  post,
  type Reply,
  type Route,
  redirect,
} from '../../../platform/web/route.ts';
import { listMeasured } from '../deeds/cost.ts';
import { givingPaths } from '../paths.ts';
import type { GivingServices } from '../services.ts';
import { givingMessages } from '../words.ts';
import { giveDrafts } from './drafts.ts';
import { type GiveFields, giveFormFor } from './form.ts';
import { isDeductibleToday, listOpenWays } from './opening.ts';
import { payPath } from './pay/token.ts';
import { GIVEN_BY, refuseGiving, TIERS } from './rules.ts';
import { announce } from './send.ts';
import { findPublicCampaign } from './store.ts';
import { GivePage, GiveSummary } from './views.tsx';
import { giveWords } from './worded-page.ts';

const whole = giveFormFor(GIVEN_BY);
const chosen = text(60).catch('');
/** What a campaign’s page has chosen already. */
const Chosen = z.object({ campaign: chosen, amount: chosen, rhythm: chosen });
/** Sent by so many of one network in an hour: behind one there may be an office, but no crowd. */
const LIMIT = { by: 'address', tries: 20, minutes: 60 } as const;

type Asked = Pick<Call<unknown, unknown, Database>, 'db' | 'locale' | 'now' | 'headers'>;

/** Giving in a minute: the form, what is checked, and what is kept when it is sent. */
export function giveRoutes(services: GivingServices): readonly Route[] {
  return [
    get({
      path: givingPaths.give,
      access: 'everyone',
      audit: null,
      query: Chosen,
      async handle(call) {
        const kept = await giveDrafts.findForVisitor(call.db, call);
        const isChosen = Object.values(call.fields).some((value) => value !== '');
        const typed = kept && !isChosen ? kept.fields : begin(call.fields);
        return showForm(call, services, FormState.fresh(typed));
      },
    }),
    post({
      path: givingPaths.give,
      access: 'everyone',
      audit: null,
      form: whole.schema,
      limit: LIMIT,
      handle: (call) => keep(call, services),
      again: (call, form) => showForm(call, services, form),
    }),
    get({
      path: givingPaths.giveSummary,
      access: 'everyone',
      audit: null,
      handle: (call) => showSummary(call),
    }),
    post({
      path: givingPaths.giveSummary,
      access: 'everyone',
      audit: null,
      form: z.object({ version: z.coerce.number().int().catch(0) }),
      limit: LIMIT,
      handle: (call) => send(call, services),
    }),
  ];
}

function begin({ campaign, amount, rhythm }: z.output<typeof Chosen>): DraftFields {
  const tier = TIERS.find((one) => String(one) === amount);
  return {
    rhythm: rhythm === 'monthly' ? 'monthly' : 'once',
    ...(amount && { tier: tier ? String(tier) : 'other', amount: tier ? '' : amount }),
    fund: 'general',
    kind: 'person',
    receipt: 'none',
    campaign,
  };
}

async function showForm(call: Asked, services: GivingServices, form: FormState): Promise<Reply> {
  const open = await listOpenWays(call.db, services);
  const restsCards = services.payments !== null && !open.includes('card');
  const { key } = giveWords;
  const own = (await services.ownPages?.(call.db, [key], call.locale))?.get(key);
  const title = own?.said['title']?.plain ?? givingMessages.in(call.locale).plain('give_title');
  const measured = await listMeasured(call.db, call.now);
  const campaign = await findPublicCampaign(call.db, form.value('campaign'));
  const of = giveFormFor(open, measured);
  const isOpen = open.length > 0;
  const isDeductible = await isDeductibleToday(call);
  const known = { of, form, isOpen, measured, restsCards, campaign, isDeductible, own };
  const shown = page(title, <GivePage {...known} />);
  return { ...shown, isShownOnce: true };
}

/** Keeps what was typed in this browser, then shows it: an address of its own, which can be loaded again. */
async function keep(call: Call<unknown, GiveFields, Tx>, services: GivingServices): Promise<Reply> {
  const { db, fields, now, headers } = call;
  const refusals = refuseGiving(fields, await listOpenWays(db, services));
  if (refusals.length > 0) return { kind: 'refused', refusals };
  await giveDrafts.dropForVisitor(db, headers);
  const cookie = await giveDrafts.keepForVisitor(db, { fields: typedOf(fields), now });
  return {
    kind: 'redirect',
    path: givingPaths.giveSummary(),
    headers: new Headers({ 'set-cookie': cookie }),
    isDetour: true,
  };
}

function typedOf(fields: GiveFields): DraftFields {
  const typed = Object.entries(typedValues(whole, fields));
  return Object.fromEntries(typed.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}

async function showSummary(call: Asked): Promise<Reply> {
  const kept = await giveDrafts.findForVisitor(call.db, call);
  const read = kept && whole.schema.safeParse(kept.fields);
  if (!kept || !read?.success) return redirect(givingPaths.give());
  const title = givingMessages.in(call.locale).plain('give_summary_title');
  const campaign = await findPublicCampaign(call.db, read.data.campaign);
  const isDeductible = await isDeductibleToday(call);
  const seen = { fields: read.data, version: kept.version, campaign, isDeductible };
  const shown = page(title, <GiveSummary of={whole} {...seen} />);
  return { ...shown, isShownOnce: true };
}

/** What is given is what was kept and shown, never what comes with the press. */
async function send(
  call: Call<unknown, { readonly version: number }, Tx>,
  services: GivingServices,
): Promise<Reply> {
  const { db, actor, locale, now, fields } = call;
  const kept = await giveDrafts.findForVisitor(db, call, 'locked');
  if (!kept) return detour(givingPaths.give());
  const read = whole.schema.safeParse(kept.fields);
  if (!read.success || kept.version !== fields.version) return detour(givingPaths.giveSummary());
  if (refuseGiving(read.data, await listOpenWays(db, services)).length > 0) return detour(givingPaths.give());
  const reference = await announce(db, read.data, { personId: actor.personId, locale, now });
  await giveDrafts.dropForVisitor(db, call.headers);
  return redirect(payPath(services, reference));
}
