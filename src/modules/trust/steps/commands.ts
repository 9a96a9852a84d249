import { accept } from '../../../platform/refusal.ts';
import { dayInJapan } from '../../people/index.ts';
import { type About, type Deciding, does } from '../applications/doing.ts';
import type { CheckStep, PledgeLine } from '../types.ts';
import { isEveryLineTicked, mayHaveBeenOn } from './rules.ts';
import { insertCompletion } from './store.ts';

type Taken = Deciding & { readonly doneOn: Temporal.PlainDate };

/** Records a training that somebody has been to. Refuses days ahead, and people without an application. */
export const recordTraining = does(
  'record_training',
  async (tx, _, on: Taken & { readonly title: string }) => {
    const { personId, doneOn, by, now } = on;
    const allowed = mayHaveBeenOn(doneOn, dayInJapan(now), 'trainedOn');
    if (!allowed.ok) return allowed;
    const taken = { personId, step: 'training', doneOn, words: on.title } as const;
    await insertCompletion(tx, taken, { personId: by.personId, at: now });
    return accept({});
  },
);

/** Records that a check was made and in order; never what was seen. */
export const recordCheck = does('record_check', async (tx, _, on: Taken & { readonly step: CheckStep }) => {
  const { personId, doneOn, by, now } = on;
  const allowed = mayHaveBeenOn(doneOn, dayInJapan(now), 'checkedOn');
  if (!allowed.ok) return allowed;
  await insertCompletion(tx, { personId, step: on.step, doneOn }, { personId: by.personId, at: now });
  return accept({});
});

/** Takes the pledge of an applicant or volunteer. Refuses when a line isn't ticked. */
export const takePledge = does(
  'take_pledge',
  async (tx, _, on: About & { readonly lines: readonly PledgeLine[] }) => {
    const { personId, lines, now } = on;
    const allowed = isEveryLineTicked(lines);
    if (!allowed.ok) return allowed;
    const taken = { personId, step: 'pledge', doneOn: dayInJapan(now), pledgeLines: lines } as const;
    await insertCompletion(tx, taken, { personId, at: now });
    return accept({});
  },
);
