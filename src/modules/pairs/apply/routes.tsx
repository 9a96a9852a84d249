import { z } from 'zod';
import { housePaths } from '../../../platform/addresses/paths.ts';
import type { Database, Tx } from '../../../platform/database/connect.ts';
import type { Refusal } from '../../../platform/refusal.ts';
import { FormState } from '../../../platform/web/form-state.ts';
import {
  type Call,
  detour,
  get,
  missing,
  page,
  post,
  type Reply,
  type Route,
  redirect,
  refusedBy,
} from '../../../platform/web/route.ts';
import { sayRefusalIn } from '../../../platform/web/words.ts';
import { findPerson, listHousehold } from '../../people/index.ts';
import { findProfileFacts } from '../applications/profile.ts';
import { findCurrentOf } from '../applications/store.ts';
import { pairsPaths } from '../paths.ts';
import { pairsMessages } from '../words.ts';
import { applyForPair } from './apply.ts';
import { drafts } from './drafts.ts';
import { beginFillingIn, checkFilledIn, type FillingIn, typedIn, valuesOf } from './filling-in.ts';
import { sideOf } from './form.ts';
import { ApplyPage, ApplySummary } from './page.tsx';
import { pledgeForm } from './pledge.ts';
import { findBeginning } from './said-before.ts';

type Asked = Pick<
  Call<{ readonly side: string }, unknown, Database>,
  'db' | 'actor' | 'locale' | 'now' | 'params'
>;
const Anything = z.record(z.string(), z.unknown());
const Seen = z.object({ seen: z.coerce.number().int().optional().catch(undefined) });
const Checked = z.object({ check: z.literal('1').optional().catch(undefined) });
/** Refusals of nothing yet. */
const NONE: readonly Refusal[] = [];

/** Applying for a pair: the form of a side, kept as it is filled in; its check; sending. */
export const applyRoutes: readonly Route[] = [
  get({
    path: pairsPaths.apply,
    access: 'person',
    audit: null,
    // `check`: what has to be mended is said.
    query: Checked,
    handle: (call) =>
      atForm(call, (filling) =>
        showForm(call, filling, call.fields.check === undefined ? 'begun' : 'checked'),
      ),
  }),
  get({
    path: pairsPaths.applySummary,
    access: 'person',
    audit: null,
    query: Seen,
    handle: (call) => atForm(call, (filling) => showSummary(call, filling, { seen: call.fields.seen })),
  }),
  post({
    path: pairsPaths.apply,
    access: 'person',
    audit: null,
    form: Anything,
    limit: { by: 'person', tries: 100, minutes: 60 },
    handle: (call) => atForm(call, (filling) => keep(call, filling)),
  }),
  post({
    path: pairsPaths.applySummary,
    access: 'person',
    audit: 'pairs.application.submitted',
    form: z.intersection(pledgeForm.schema, z.object({ version: z.coerce.number().int().catch(-1) })),
    limit: { by: 'person', tries: 20, minutes: 60 },
    handle: (call) => atForm(call, (filling) => send(call, filling)),
    again: (call, form) => atForm(call, (filling) => showSummary(call, filling, { form })),
  }),
  post({
    path: pairsPaths.applyRemoval,
    access: 'person',
    audit: null,
    async handle(call) {
      const side = sideOf(call.params.side);
      if (!side) return missing();
      await drafts[side].drop(call.db, call.actor.personId ?? '');
      const text = pairsMessages.in(call.locale).noted('draft_is_gone');
      return detour(pairsPaths.own(), { tone: 'done', text });
    },
  }),
];

/** Whoever can apply is led to the form; whoever has applied, to what has become of it; whoever has no name yet says it first. */
async function atForm(call: Asked, go: (filling: FillingIn) => Promise<Reply>): Promise<Reply> {
  const side = sideOf(call.params.side);
  const person = await findPerson(call.db, call.actor.personId ?? '');
  if (!side || !person) return missing();
  if (!person.welcomedAt) {
    const text = pairsMessages.in(call.locale).noted('tell_your_name_first');
    return detour(`${housePaths.welcome()}?back=${pairsPaths.apply({ side })}`, { tone: 'notice', text });
  }
  if ((await findCurrentOf(call.db, [person.id])).has(person.id)) return detour(pairsPaths.own());
  return go(await beginFillingIn(call.db, side, person));
}

async function showForm(call: Asked, filling: FillingIn, as: 'begun' | 'checked'): Promise<Reply> {
  const { side, person } = filling;
  const draft = await drafts[side].find(call.db, person.id);
  const refusals = draft && as === 'checked' ? checkFilledIn(filling, draft).refusals : NONE;
  const beginning = draft
    ? { fields: draft.fields, isSaidBefore: false }
    : await findBeginning(call.db, filling);
  const form = formWith(call, beginning.fields, refusals);
  const profile = await findProfileFacts(call.db, person, call.now);
  const family = (await listHousehold(call.db, person.id)).map(({ name }) => name);
  const title = pairsMessages.in(call.locale).plain(`apply_title_${side}`);
  const { isSaidBefore } = beginning;
  const shown = page(
    title,
    <ApplyPage {...filling} {...{ form, profile, family, isSaidBefore }} hasDraft={draft !== null} />,
  );
  return { ...shown, isShownOnce: true, ...(refusals.length > 0 && { status: 422 }) };
}

const formWith = (
  { locale }: Pick<Call, 'locale'>,
  fields: Parameters<typeof valuesOf>[0],
  refusals: readonly Refusal[],
) => new FormState(valuesOf(fields), refusals, sayRefusalIn(pairsMessages, locale));

/** Keeps what was typed, then leads to the page that shows it. */
async function keep(
  call: Call<{ readonly side: string }, Readonly<Record<string, unknown>>, Tx>,
  filling: FillingIn,
): Promise<Reply> {
  const { side, person } = filling;
  const fields = typedIn(filling, call.fields);
  await drafts[side].keep(call.db, { personId: person.id, fields, now: call.now });
  if (call.fields['intent'] === 'keep') {
    const text = pairsMessages.in(call.locale).noted('draft_is_kept');
    return detour(pairsPaths.own(), { tone: 'done', text });
  }
  const isGood = checkFilledIn(filling, { fields }).applied !== null;
  return detour(isGood ? pairsPaths.applySummary({ side }) : `${pairsPaths.apply({ side })}?check=1`);
}

async function showSummary(
  call: Asked,
  filling: FillingIn,
  shown: { readonly form?: FormState; readonly seen?: number | undefined },
): Promise<Reply> {
  const { side, person } = filling;
  const draft = await drafts[side].find(call.db, person.id);
  if (!draft) return detour(pairsPaths.apply({ side }));
  const { applied } = checkFilledIn(filling, draft);
  if (!applied) return detour(`${pairsPaths.apply({ side })}?check=1`);
  const earlier = draft.earlier.find(({ version }) => version === shown.seen);
  const summary = page(
    pairsMessages.in(call.locale).plain('summary_title'),
    <ApplySummary
      {...filling}
      applied={applied}
      version={draft.version}
      before={earlier ? checkFilledIn(filling, earlier).applied : null}
      hasChanged={shown.seen !== undefined}
      profile={await findProfileFacts(call.db, person, call.now)}
      form={shown.form ?? FormState.fresh()}
    />,
  );
  return { ...summary, isShownOnce: true };
}

/** Sends what is kept as it was looked at; what was changed in another window meanwhile is shown first. */
async function send(
  call: Call<{ readonly side: string }, { readonly version: number }, Tx>,
  filling: FillingIn,
): Promise<Reply> {
  const { side, person } = filling;
  const draft = await drafts[side].find(call.db, person.id, 'locked');
  const applied = draft && checkFilledIn(filling, draft).applied;
  const { version } = call.fields;
  if (!applied || version !== draft.version)
    return detour(`${pairsPaths.applySummary({ side })}?seen=${version}`);
  const doer = { personId: person.id, party: 'applicant', now: call.now } as const;
  const outcome = await applyForPair(call.db, { side, personId: person.id, applied, doer });
  if (!outcome.ok) return refusedBy(outcome.refusal);
  await drafts[side].drop(call.db, person.id);
  await call.audit({ subjectIds: [person.id], object: { kind: 'pairs.application', id: outcome.value } });
  const text = pairsMessages.in(call.locale).noted('application_is_sent');
  return redirect(pairsPaths.own(), { tone: 'done', text });
}
