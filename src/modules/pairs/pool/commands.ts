import type { Tx } from '../../../platform/database/connect.ts';
import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import { does, type OnApplication } from '../applications/doing.ts';
import type { Facts } from '../facts.ts';
import type { Application } from '../types.ts';
import { countSoon } from './counting.ts';
import { pausedDaysAt } from './rules.ts';
import { isHeld } from './store/silent.ts';

/** Waits no longer for now, and keeps the days waited so far. */
export const pauseWaiting = does('pause', (_tx, _scene, { doer }) =>
  accept({ changes: { paused_at: doer.now } }),
);

/** Waits on, with the days waited before; those of the pause do not count. */
export const resumeWaiting = does('resume', (_tx, { application }, { doer }) =>
  accept({ changes: { paused_at: null, paused_days: pausedDaysAt(application, doer.now) } }),
);

/** Says that they still wish for a pair. */
export const stillWish = does('still_wish');

/** Asks somebody who has said nothing for long whether they still wish to; nobody twice. */
export const askWhether = does('ask_whether', (_tx, { application }, { doer }) =>
  application.askedWhetherAt
    ? refuse('they_are_asked_already')
    : accept({ changes: { asked_whether_at: doer.now } }),
);

/** Ends the wait of somebody who has not answered. Refuses while a proposal or a pair is under way. */
export const expireWaiting = does('expire', async (tx, { application }, { doer }) =>
  (await isHeld(tx, application.id))
    ? refuse('pair_is_under_way')
    : accept({ changes: { ended_at: doer.now } }),
);

interface Opening extends OnApplication {
  readonly opening: Opened;
}

/** What somebody opens themselves to, so that more people fit. */
export type Opened =
  | { readonly kind: 'online' | 'children' | 'pets' | 'smoking' }
  | { readonly kind: 'farther'; readonly kilometers: number };

/** Changes one thing of what somebody is paired by, as the page has offered it. */
export const openTo: (tx: Tx, on: Opening) => Promise<Outcome<Application>> = does<Opening>(
  'change',
  async (tx, { application: { facts } }, { opening }) => {
    await countSoon(tx);
    return accept({ changes: { facts: opened(facts, opening) } });
  },
);

export function opened(facts: Facts, opening: Opened): Facts {
  const { wishes } = facts;
  switch (opening.kind) {
    case 'online':
      return { ...facts, isOnlineOk: true };
    case 'farther':
      return { ...facts, reachKilometers: Math.max(facts.reachKilometers, opening.kilometers) };
    case 'children':
      return { ...facts, wishes: { ...wishes, withoutChildren: false } };
    case 'pets':
      return { ...facts, wishes: { ...wishes, withoutPets: false } };
    case 'smoking':
      return { ...facts, wishes: { ...wishes, withoutSmoking: false } };
  }
}
