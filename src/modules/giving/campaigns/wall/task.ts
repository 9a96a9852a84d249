import { PROGRAM, recordAudit } from '../../../../platform/audit/record.ts';
import type { Tx } from '../../../../platform/database/connect.ts';
import { inTransaction } from '../../../../platform/database/transaction.ts';
import { addJob } from '../../../../platform/jobs/add-job.ts';
import type { Task } from '../../../../platform/jobs/task.ts';
import { makeTokens } from '../../../../platform/sealed/tokens.ts';
import type { GivingServices } from '../../services.ts';
import { findCampaign } from '../store/campaigns.ts';
import { askForWall } from './commands.ts';

const ASK_FOR_WALL = 'giving-ask-for-wall';

interface Asked {
  readonly id: string;
  readonly campaignId: string;
  readonly email: string;
  readonly name: string;
}

/** Leaves what somebody asks for to a job: whoever has given is looked up behind the answer, whose time would tell it. */
export function askLater(
  tx: Tx,
  asked: Omit<Asked, 'id'>,
  { secret }: Pick<GivingServices, 'secret'>,
): Promise<void> {
  const whole: Asked = { id: crypto.randomUUID(), ...asked };
  return addJob(tx, ASK_FOR_WALL, { asked: makeTokens(secret).seal(JSON.stringify(whole), ASK_FOR_WALL) });
}

/** The job that does it, once however often it is run; whose name it is about is told in their record. */
export const askForWallTask = (services: GivingServices): Task => ({
  name: ASK_FOR_WALL,
  async run(payload, { db, clock }) {
    const sealed = (payload as { readonly asked: string }).asked;
    // Sealed with a former secret, it is asked for again.
    const words = makeTokens(services.secret).unseal(sealed, ASK_FOR_WALL);
    if (words === null) return;
    const { campaignId, ...asked } = JSON.parse(words) as Asked;
    await inTransaction(db, async (tx) => {
      const campaign = await findCampaign(tx, { id: campaignId });
      const now = clock();
      const giver = campaign && (await askForWall(tx, { campaign, ...asked, now }, services));
      if (!giver?.personId) return;
      const object = { kind: 'giving.campaign', id: campaignId };
      const entry = {
        action: 'giving.wall.asked',
        outcome: 'done',
        subjectIds: [giver.personId],
        object,
      } as const;
      await recordAudit(tx, PROGRAM, entry, now);
    });
  },
});
