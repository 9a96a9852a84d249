import { actRoutes } from '../../../kits/acts/index.ts';
import { missing } from '../../../platform/web/route.ts';
import { ownDoor } from '../months/acts.ts';
import { onOwn } from '../months/on-own.ts';
import { monthsPage } from '../months/routes.tsx';
import { issueCertificate } from './certificate/issue.ts';
import { endPair } from './end-pair.ts';
import { endingForms } from './forms.ts';

/** One of the two ends their pair, without a reason, or has the paper made of a whole one. What is refused is said on the page that it came from. */
export const endingActs = actRoutes(
  endingForms,
  { ...ownDoor, again: async (call, form) => (await monthsPage(call, form)) ?? missing() },
  {
    endings: ({ db }, on) => onOwn(db, on, (own) => endPair(db, own)),
    certificates: ({ db }, on) => onOwn(db, on, (own) => issueCertificate(db, own)),
  },
);
