import type { Tx } from '../../../../platform/database/connect.ts';
import type { Outcome } from '../../../../platform/refusal.ts';
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
import { givingPaths } from '../../paths.ts';
import type { GivingServices } from '../../services.ts';
import { givingMessages } from '../../words.ts';
import { campaignReply, findPublic } from '../open/reply.tsx';
import { findWallName, type WallName } from '../store/wall.ts';
import { confirmWallName, takeBackWallName } from './commands.ts';
import { wallForm } from './form.ts';
import { askLater } from './task.ts';
import { readWallToken } from './token.ts';
import { OwnWallName } from './views.tsx';

type ByToken = Call<{ readonly token: string }>;

/** How a giver gets onto the wall of thanks, and off it again: by links in mails, without an account. */
export function wallRoutes(services: GivingServices): readonly Route[] {
  return [
    post({
      path: givingPaths.campaignWall,
      access: 'everyone',
      audit: 'giving.wall.asked',
      form: wallForm.schema,
      limit: { by: 'address', tries: 20, minutes: 60 },
      async handle(call) {
        const campaign = await findPublic(call);
        if (!campaign) return missing();
        const { wallName: name, email } = call.fields;
        await askLater(call.db, { campaignId: campaign.id, email, name }, services);
        await call.audit({ object: { kind: 'giving.campaign', id: campaign.id } });
        // The same whoever has given, and after the same time: nobody finds out by it who did.
        const text = givingMessages.in(call.locale).noted('wall_was_asked');
        return redirect(givingPaths.campaign({ slug: campaign.slug }), { tone: 'notice', text });
      },
      async again(call, form) {
        const campaign = await findPublic(call);
        return campaign ? campaignReply(services, call, { campaign, form }) : missing();
      },
    }),
    get({
      path: givingPaths.wallName,
      access: 'everyone',
      audit: null,
      async handle(call) {
        const name = await findByToken(services, call);
        if (!name) return missing();
        const title = givingMessages.in(call.locale).plain('wall_own_title');
        return { ...page(title, <OwnWallName name={name} token={call.params.token} />), isShownOnce: true };
      },
    }),
    post({
      path: givingPaths.wallNameConfirmed,
      access: 'everyone',
      audit: 'giving.wall.confirmed',
      handle: (call) => press(services, call, { act: confirmWallName, says: 'wall_is_public' }),
    }),
    post({
      path: givingPaths.wallNameTakenBack,
      access: 'everyone',
      audit: 'giving.wall.taken_back',
      handle: (call) => press(services, call, { act: takeBackWallName, says: 'wall_is_taken_back' }),
    }),
  ];
}

async function findByToken(services: GivingServices, { db, params }: ByToken): Promise<WallName | null> {
  const id = readWallToken(services, params.token);
  return id === null ? null : findWallName(db, id);
}

async function press(
  services: GivingServices,
  call: Call<{ readonly token: string }, undefined, Tx>,
  {
    act,
    says,
  }: {
    readonly act: (tx: Tx, id: string, now: Temporal.Instant) => Promise<Outcome<WallName>>;
    readonly says: 'wall_is_public' | 'wall_is_taken_back';
  },
): Promise<Reply> {
  const { token } = call.params;
  const id = readWallToken(services, token);
  if (id === null) return missing();
  const outcome = await act(call.db, id, call.now);
  if (!outcome.ok) return refusedBy(outcome.refusal);
  const { campaignId, personId } = outcome.value;
  const object = { kind: 'giving.campaign', id: campaignId };
  await call.audit({ object, subjectIds: personId ? [personId] : [] });
  const text = givingMessages.in(call.locale).noted(says);
  return redirect(givingPaths.wallName({ token }), { tone: 'done', text });
}
