import { ask } from '../../../platform/database/questions.ts';
import { readFigure } from '../../../platform/figures.ts';
import { get, page, type Route } from '../../../platform/web/route.ts';
import { pairsPaths } from '../paths.ts';
import { pairsStaffMessages } from '../words.ts';
import { countWaiting, lonelinessMeans, pairFigures } from './store.ts';
import { FiguresPage } from './view.tsx';

/** What came of pairs, in figures: of nobody by name. */
export const figuresRoutes: readonly Route[] = [
  get({
    path: pairsPaths.deskFigures,
    access: ['coordinator'],
    audit: null,
    async handle({ db, now, locale }) {
      const counted = await readFigure(db, pairFigures, now);
      const title = pairsStaffMessages.in(locale).plain('figures_title');
      return page(
        title,
        <FiguresPage
          counted={counted}
          lonely={await ask(db, lonelinessMeans())}
          waiting={await countWaiting(db)}
        />,
      );
    },
  }),
];
