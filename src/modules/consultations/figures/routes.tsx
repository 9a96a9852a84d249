import { readFigure } from '../../../platform/figures.ts';
import { get, page, type Route } from '../../../platform/web/route.ts';
import { consultationPaths } from '../paths.ts';
import { consultationStaffMessages } from '../words.ts';
import { consultationFigures } from './store.ts';
import { FiguresPage } from './view.tsx';

/** What came of consultations, in figures: of nobody by name. */
export const figuresRoutes: readonly Route[] = [
  get({
    path: consultationPaths.deskConsultationFigures,
    access: ['coordinator'],
    audit: null,
    async handle({ db, now, locale }) {
      const counted = await readFigure(db, consultationFigures, now);
      const title = consultationStaffMessages.in(locale).plain('figures_title');
      return page(title, <FiguresPage counted={counted} />);
    },
  }),
];
