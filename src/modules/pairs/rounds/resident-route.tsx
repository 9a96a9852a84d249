import { z } from 'zod';
import type { RoundDifference } from '../../../matching/index.ts';
import { ownId } from '../../../platform/permissions.ts';
import { text } from '../../../platform/web/form-fields.ts';
import { FormState } from '../../../platform/web/form-state.ts';
import {
  type Call,
  get,
  missing,
  page,
  post,
  type Reply,
  redirect,
  refusedBy,
} from '../../../platform/web/route.ts';
import { pairsPaths } from '../paths.ts';
import { pairsStaffMessages } from '../words.ts';
import { noteOnTwo } from './note.ts';
import { ResidentPage, type ResidentScene } from './pages/resident-page.tsx';
import { findRoundScene, type RoundScene } from './pages/scene.ts';
import type { IsOwn } from './pages/without-own.ts';
import { MOST_WORDS } from './pages/words.tsx';
import { costOf, partnersIn } from './solving/cost.ts';
import { findApplicants } from './store/applicants.ts';
import { findInput } from './store/rounds.ts';

/** So many partners are shown; how many more there are is said. */
const MOST_PARTNERS = 30;

const volunteer = z.uuid().nullable().default(null).catch(null);
const Looking = z.object({ with: volunteer, words: volunteer });
type Looking = z.output<typeof Looking>;

/** One resident of a round, and with `?with=` what it would cost the whole to put them together with somebody else. */
export const residentRoute = get({
  path: pairsPaths.deskRoundResident,
  access: ['coordinator'],
  audit: 'pairs.round.resident_viewed',
  query: Looking,
  // A round of city size is solved twice for it.
  seconds: 60,
  handle: (call) => residentPage(call, FormState.fresh(), call.fields),
});

/** What a coordinator writes beside the resident and one volunteer, for the others. */
export const wordsRoute = post({
  path: pairsPaths.deskRoundWords,
  access: ['coordinator'],
  audit: 'pairs.round.noted',
  form: z.object({
    volunteerId: z.uuid(),
    before: z.union([z.uuid(), z.literal('').transform(() => null)]),
    words: text(MOST_WORDS),
  }),
  async handle(call) {
    const { db, params, fields, now, locale } = call;
    const { id: roundId, resident: residentId } = params;
    const noted = await noteOnTwo(db, { ...fields, roundId, residentId, by: ownId(call), now });
    if (!noted.ok) return refusedBy(noted.refusal);
    const applicants = await findApplicants(db, [residentId, fields.volunteerId], locale);
    const subjectIds = [...applicants.values()].map(({ personId }) => personId);
    await call.audit({ subjectIds, object: { kind: 'pairs.round', id: roundId } });
    const said = pairsStaffMessages.in(locale).noted('round_words_done');
    return redirect(pairsPaths.deskRoundResident({ id: roundId, resident: residentId }), {
      tone: 'done',
      text: said,
    });
  },
  again: (call, form) =>
    residentPage(call, form, { with: null, words: volunteer.parse(form.value('volunteerId')) }),
});

async function residentPage(
  call: Pick<Call<{ id: string; resident: string }>, 'db' | 'params' | 'locale' | 'now' | 'actor' | 'audit'>,
  form: FormState,
  fields: Looking,
): Promise<Reply> {
  const { db, params, locale, now } = call;
  const scene = await findRoundScene({ db, id: params.id, readerId: ownId(call), locale, now, after: null });
  const about = scene && (await findResident(call, scene, fields));
  if (!scene || !about) return missing();
  const applicants = await findApplicants(db, idsIn(about), locale);
  const subjectIds = [...new Set([...applicants.values()].map(({ personId }) => personId))];
  if (form.refusals.length === 0)
    await call.audit({ subjectIds, object: { kind: 'pairs.round', id: params.id } });
  const names = new Map([...applicants].map(([id, { name }]) => [id, name]));
  return page(
    pairsStaffMessages.in(locale).plain('round_resident_title'),
    <ResidentPage {...scene} {...about} names={names} form={form} />,
  );
}

/** @returns null for somebody who is not in the round, for oneself, or once who was in it is forgotten */
async function findResident(
  { db, params }: Pick<Call<{ id: string; resident: string }>, 'db' | 'params'>,
  { told, decisions, isOwn }: RoundScene,
  { with: wanted, words }: Looking,
): Promise<ResidentScene | null> {
  const residentId = params.resident;
  const input = isOwn(residentId) ? null : await findInput(db, params.id);
  if (!input?.residents.some(({ id }) => id === residentId)) return null;
  const proposals = told?.proposals ?? [];
  const fitting = partnersIn(input, residentId, { proposals, decisions });
  const all = fitting.filter(({ volunteerId }) => !isOwn(volunteerId));
  const partner = all.find(({ volunteerId }) => volunteerId === wanted);
  const pair = partner && { residentId, volunteerId: partner.volunteerId };
  return {
    residentId,
    own: proposals.filter((one) => one.residentId === residentId),
    left: told?.leftOver.find((one) => one.residentId === residentId) ?? null,
    writing: all.find(({ volunteerId }) => volunteerId === words)?.volunteerId ?? null,
    partners: all.slice(0, MOST_PARTNERS),
    more: Math.max(0, all.length - MOST_PARTNERS),
    looked: pair ? { partner, cost: movingOthers(await costOf(input, decisions, pair), isOwn) } : null,
  };
}

/** What it costs, without whom of those that it moves is the reader, or was to be with them. */
const movingOthers = (cost: RoundDifference, isOwn: IsOwn): RoundDifference => ({
  ...cost,
  different: cost.different.filter(
    ({ residentId, before, after }) => ![residentId, before, after].some((id) => id !== null && isOwn(id)),
  ),
});

/** Everybody whom the page names. */
function idsIn({ residentId, own, left, partners, looked, writing }: ResidentScene): string[] {
  return [
    residentId,
    ...own.flatMap(({ volunteerId, runnerUp }) => [
      volunteerId,
      ...(runnerUp ? [runnerUp.volunteerId, ...runnerUp.proposedTo] : []),
    ]),
    ...(left ? [left.residentId] : []),
    ...partners.flatMap(({ volunteerId, proposedTo }) => [volunteerId, ...proposedTo]),
    ...(looked?.cost.different ?? []).flatMap((one) =>
      [one.residentId, one.before ?? [], one.after ?? []].flat(),
    ),
    ...(looked ? [looked.partner.volunteerId] : []),
    ...(writing ? [writing] : []),
  ];
}
