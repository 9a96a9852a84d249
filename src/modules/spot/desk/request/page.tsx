import type { Database } from '../../../../platform/database/connect.ts';
import type { FormState } from '../../../../platform/web/form-state.ts';
import { type Call, missing, page, type Reply } from '../../../../platform/web/route.ts';
import { titleOf } from '../../request/page-title.ts';
import { DeskRequestPage } from './request-view.tsx';
import { type DeskScene, loadDeskScene } from './scene.ts';

export type DeskCall = Pick<
  Call<{ readonly id: string }, unknown, Database>,
  'db' | 'actor' | 'locale' | 'now' | 'params'
>;

/** A request as the desk shows it. */
export function showScene(call: DeskCall, scene: DeskScene, form: FormState): Reply {
  const { category, place } = scene.request;
  const title = titleOf(null, { category, ...place }, call.locale);
  return page(title, <DeskRequestPage {...scene} form={form} />);
}

/**
 * A coordinator who was the volunteer does not read here what nobody may read about themselves: the other's worry. That
 * both are to be called would tell of it, too.
 */
export function withoutOwnWorry(scene: DeskScene, readerId: string | null): DeskScene {
  const { assignment, record } = scene;
  if (assignment?.volunteerId !== readerId) return scene;
  const others = { ...scene, hasOpenConcern: false, contacts: [] };
  return record?.feedback?.isUnsafe ? { ...others, record: { ...record, feedback: null } } : others;
}

/** The page again, after a form on it was refused. */
export async function deskPageAgain(call: DeskCall, form: FormState): Promise<Reply> {
  const scene = await loadDeskScene(call.db, {
    requestId: call.params.id,
    readerId: call.actor.personId,
    now: call.now,
    locale: call.locale,
  });
  // How to reach people is shown only where it is audited: on the page itself.
  const shown = scene && { ...withoutOwnWorry(scene, call.actor.personId), contacts: [] };
  return shown ? showScene(call, shown, form) : missing();
}
