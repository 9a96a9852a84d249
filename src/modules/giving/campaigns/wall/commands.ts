import type { Tx } from '../../../../platform/database/connect.ts';
import { lockUntilCommit } from '../../../../platform/database/lock.ts';
import { enqueueMail } from '../../../../platform/mail/send-mail.ts';
import { accept, type Outcome, refuse } from '../../../../platform/refusal.ts';
import type { GivingServices } from '../../services.ts';
import {
  countAsked,
  findGiver,
  findWallName,
  type Giver,
  insertWallName,
  markOver,
  markPublic,
  type WallName,
} from '../store/wall.ts';
import type { Campaign } from '../types.ts';
import { writeWallMail } from './mail.ts';

const ASKED_A_DAY = 3;

/**
 * Keeps by which name a giver would like to be thanked, and sends them the link that makes it public. Whoever has given
 * nothing under the address, or has asked three times within a day, gets no mail. Asked again by the same id, nothing happens.
 * @returns the giver, whom nobody but the audit is told
 */
export async function askForWall(
  tx: Tx,
  asked: {
    readonly id: string;
    readonly campaign: Campaign;
    readonly email: string;
    readonly name: string;
    readonly now: Temporal.Instant;
  },
  services: GivingServices,
): Promise<Giver | null> {
  const { id, campaign, email, name, now } = asked;
  if (await findWallName(tx, id)) return null;
  const giver = await findGiver(tx, campaign.id, email);
  if (!giver) return null;
  const whose = { donorId: giver.donorId, campaignId: campaign.id };
  await lockUntilCommit(tx, `giving wall ${giver.donorId}`);
  if ((await countAsked(tx, whose, now.subtract({ hours: 24 }))) >= ASKED_A_DAY) return giver;
  await insertWallName(tx, { id, ...whose, name, now });
  const mail = await writeWallMail(tx, { id, name, giver, campaign }, services);
  await enqueueMail(tx, { ...mail, key: `giving.wall:${id}` });
  return giver;
}

/** Makes a name public that its giver has confirmed; pressed twice it still is. Refuses what was taken back or hidden since. */
export async function confirmWallName(tx: Tx, id: string, now: Temporal.Instant): Promise<Outcome<WallName>> {
  const found = await lockName(tx, id);
  if (!found) return refuse('wall_name_is_unknown');
  if (found.state === 'hidden' || found.state === 'taken_back') return refuse('wall_name_is_over');
  if (found.state === 'asked') await markPublic(tx, found, now);
  return accept(found);
}

/** Takes a name from the wall, or sees to it that it never gets there. */
export async function takeBackWallName(
  tx: Tx,
  id: string,
  now: Temporal.Instant,
): Promise<Outcome<WallName>> {
  const found = await lockName(tx, id);
  if (!found) return refuse('wall_name_is_unknown');
  if (found.state === 'asked' || found.state === 'public')
    await markOver(tx, id, { state: 'taken_back', now });
  return accept(found);
}

/** The organization takes a name away that should not stand there. */
export async function hideWallName(
  tx: Tx,
  {
    id,
    campaignId,
    now,
  }: { readonly id: string; readonly campaignId: string; readonly now: Temporal.Instant },
): Promise<Outcome<WallName>> {
  const found = await lockName(tx, id);
  if (found?.campaignId !== campaignId) return refuse('wall_name_is_unknown');
  if (found.state === 'public') await markOver(tx, id, { state: 'hidden', now });
  return accept(found);
}

/** Names of one giver are changed one after the other. */
async function lockName(tx: Tx, id: string): Promise<WallName | null> {
  const found = await findWallName(tx, id);
  if (!found) return null;
  await lockUntilCommit(tx, `giving wall ${found.donorId}`);
  return findWallName(tx, id);
}
