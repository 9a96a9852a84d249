import { actRoutes } from '../../../kits/acts/index.ts';
import { After } from '../../../platform/database/paging.ts';
import { ownId } from '../../../platform/permissions.ts';
import { accept, type Outcome } from '../../../platform/refusal.ts';
import { FormState } from '../../../platform/web/form-state.ts';
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
} from '../../../platform/web/route.ts';
import { dayInJapan } from '../../people/index.ts';
import { pairsPaths } from '../paths.ts';
import { pairsStaffMessages } from '../words.ts';
import { beginRound, decideOnTwo, discardRound, solveAgain, stopSolving } from './commands.ts';
import { newRoundForm, roundForms } from './forms.ts';
import { roundListRoutes } from './list.tsx';
import { NewRoundPage } from './pages/new-round.tsx';
import { RoundPage } from './pages/round-page.tsx';
import { findRoundScene, subjectsOf } from './pages/scene.ts';
import { publishRound } from './publish.ts';
import { replayRoute } from './replay/route.tsx';
import { residentRoute, wordsRoute } from './resident-route.tsx';
import { WEIGHTS } from './solving/weights.ts';
import { findApplicants } from './store/applicants.ts';
import { findResult } from './store/rounds.ts';
import type { Round } from './types.ts';

const access = ['coordinator'] as const;

/** A round, and whose records an act on it was about. */
type Acted = Round & { readonly subjectIds: readonly string[] };

/** Rounds, from the first look at who waits until proposals go out. */
export const roundRoutes: readonly Route[] = [
  get({
    path: pairsPaths.deskNewRound,
    access,
    audit: null,
    handle: (call) =>
      newRoundPage(
        call,
        newRoundForm.begin({
          heldOn: dayInJapan(call.now),
          area: null,
          weightsVersion: WEIGHTS[0]?.version ?? '',
        }),
      ),
  }),
  post({
    path: pairsPaths.deskNewRound,
    access,
    audit: 'pairs.round.begun',
    form: newRoundForm.schema,
    async handle({ db, fields, actor, now, audit, locale }) {
      const begun = await beginRound(db, { ...fields, by: actor.personId ?? '', now });
      if (!begun.ok) return refusedBy(begun.refusal);
      await audit({ subjectIds: [], object: { kind: 'pairs.round', id: begun.value } });
      const text = pairsStaffMessages.in(locale).noted('round_begun_done');
      return redirect(pairsPaths.deskRound({ id: begun.value }), { tone: 'done', text });
    },
    again: newRoundPage,
  }),
  replayRoute,
  ...roundListRoutes,
  get({
    path: pairsPaths.deskRound,
    access,
    audit: 'pairs.round.viewed',
    query: After,
    handle: (call) => roundPage(call, FormState.fresh(), call.fields.after),
  }),
  residentRoute,
  wordsRoute,
  ...actRoutes(
    roundForms,
    {
      access,
      on: ({ params, actor, now, fields }) => ({
        ...{ roundId: params.id, by: actor.personId ?? '', now },
        version: fields.version,
      }),
      about: ({ id, subjectIds }: Acted) => ({ subjectIds, object: { kind: 'pairs.round', id } }),
      again: (call, form) => roundPage(call, form, null),
    },
    {
      solving: async ({ db }, on) => about(await solveAgain(db, on)),
      stop: async ({ db }, on) => about(await stopSolving(db, on)),
      pins: (call, on) => decide(call, { ...on, kind: 'pin' }),
      bans: (call, on) => decide(call, { ...on, kind: 'ban' }),
      releases: (call, on) => decide(call, { ...on, kind: 'free' }),
      publication: async ({ db, locale }, on) => {
        const told = await findResult(db, on.roundId);
        const ids = told?.proposals.flatMap((one) => [one.residentId, one.volunteerId]) ?? [];
        return about(await publishRound(db, on), await personsOf({ db, locale }, ids));
      },
      discarding: async ({ db }, on) => about(await discardRound(db, on)),
    },
  ),
];

async function decide(
  {
    db,
    fields,
    locale,
  }: Pick<Call<unknown, { residentId: string; volunteerId: string }>, 'fields' | 'locale'> & {
    readonly db: Parameters<typeof decideOnTwo>[0];
  },
  on: Omit<Parameters<typeof decideOnTwo>[1], 'residentId' | 'volunteerId'>,
): Promise<Outcome<Acted>> {
  const { residentId, volunteerId } = fields;
  const decided = await decideOnTwo(db, { ...on, residentId, volunteerId });
  return about(decided, await personsOf({ db, locale }, [residentId, volunteerId]));
}

function about(outcome: Outcome<Round>, subjectIds: readonly string[] = []): Outcome<Acted> {
  return outcome.ok ? accept({ ...outcome.value, subjectIds }) : outcome;
}

async function personsOf({ db, locale }: Pick<Call, 'db' | 'locale'>, applicationIds: readonly string[]) {
  const applicants = await findApplicants(db, applicationIds, locale);
  return [...new Set([...applicants.values()].map(({ personId }) => personId))];
}

function newRoundPage({ locale }: Pick<Call, 'locale'>, form: FormState): Reply {
  return page(pairsStaffMessages.in(locale).plain('round_new'), <NewRoundPage form={form} />);
}

async function roundPage(
  call: Pick<Call<{ id: string }>, 'db' | 'actor' | 'locale' | 'params' | 'now' | 'audit'>,
  form: FormState,
  after: string | null,
): Promise<Reply> {
  const { db, locale, now, params } = call;
  const scene = await findRoundScene({ db, id: params.id, readerId: ownId(call), locale, now, after });
  if (!scene) return missing();
  if (form.refusals.length === 0)
    await call.audit({ subjectIds: subjectsOf(scene), object: { kind: 'pairs.round', id: params.id } });
  const title = pairsStaffMessages.in(locale).plain('round_title');
  return page(title, <RoundPage {...scene} form={form} />);
}
