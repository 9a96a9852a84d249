import type { Route } from '../../platform/web/route.ts';
import { applicationListRoutes } from './applications/desk/list.tsx';
import { applicationDeskRoutes } from './applications/desk/routes.tsx';
import { ownRoutes } from './applications/own/routes.tsx';
import { changingRoutes } from './apply/changing.tsx';
import { enteringRoutes } from './apply/entering.tsx';
import { applyRoutes } from './apply/routes.tsx';
import { endingActs } from './closing/acts.ts';
import { certificateRoutes } from './closing/certificate/routes.tsx';
import { closingRoutes } from './closing/routes.tsx';
import { consentsRoutes } from './consents/page.tsx';
import { expectationRoutes } from './expectations/routes.tsx';
import { feesRoutes } from './fees/page.tsx';
import { feesPage } from './fees/setting-page.ts';
import { figuresRoutes } from './figures/routes.tsx';
import { monthsActs } from './months/acts.ts';
import { checkInRoutes } from './months/check-ins/check-in-routes.tsx';
import { deskMonthsActs } from './months/desk/acts.ts';
import { lonelinessRoutes } from './months/loneliness/routes.tsx';
import { pairListRoutes } from './pair/desk/list.tsx';
import { deskPairRoutes } from './pair/desk/routes.tsx';
import { pairActs } from './pair/page/acts.ts';
import { pairRoutes } from './pair/page/routes.tsx';
import { poolRoutes } from './pool/routes.ts';
import { pairsPage } from './propose/setting-page.ts';
import { roundRoutes } from './rounds/routes.tsx';
import { termsRoutes } from './terms/routes.tsx';
import { termsWritingRoutes } from './terms/writing-page.tsx';
import { wishDeskRoutes } from './wishes/desk/routes.tsx';
import { wishRoutes } from './wishes/routes.tsx';

/** What pairs are handed by the house. */
export interface PairsServices {
  /** Where people reach us, with its scheme. */
  readonly publicUrl: string;
}

/** The pages of half-year pairs. What has a name of its own stands before what is found by an id. */
export const pairsRoutes = (services: PairsServices): readonly Route[] => [
  // One a line: several hands add to it.
  ...applyRoutes,
  ...enteringRoutes,
  ...ownRoutes,
  ...changingRoutes,
  ...termsRoutes,
  ...consentsRoutes,
  ...feesRoutes,
  ...pairsPage.routes,
  ...feesPage.routes,
  ...termsWritingRoutes,
  ...applicationListRoutes,
  ...applicationDeskRoutes,
  ...poolRoutes,
  ...roundRoutes,
  ...wishDeskRoutes,
  ...wishRoutes,
  ...figuresRoutes,
  ...lonelinessRoutes,
  ...pairRoutes,
  ...pairActs,
  ...pairListRoutes,
  ...deskPairRoutes,
  ...expectationRoutes,
  ...monthsActs,
  ...deskMonthsActs,
  ...checkInRoutes,
  ...certificateRoutes(services),
  ...closingRoutes,
  ...endingActs,
];
