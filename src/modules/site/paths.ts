import { pathTo } from '../../platform/addresses/path-to.ts';

/** The addresses of this module. */
export const sitePaths = {
  news: pathTo('/news'),
  /** All that is new, for those who follow by a reader of feeds. */
  feed: pathTo('/news.atom'),
  article: pathTo('/news/:slug'),
  /** The same as a sheet, for the press. */
  release: pathTo('/news/:slug/release.pdf'),
  picture: pathTo('/news/:slug/picture.png'),
  /** The mark and the drawings, for whoever writes about us. */
  pictureKit: pathTo('/news/pictures.zip'),
  board: pathTo('/about/board'),
  statutes: pathTo('/about/statutes'),
  reports: pathTo('/about/reports'),
  report: pathTo('/about/reports/:slug'),
  reportPaper: pathTo('/about/reports/:slug/report.pdf'),
  /** A report as the file that was approved. */
  reportFile: pathTo('/about/reports/:slug/approved.pdf'),
  /** Where it is written. */
  desk: pathTo('/desk/site'),
  deskNew: pathTo('/desk/site/new/:kind'),
  deskArticle: pathTo('/desk/site/:id'),
  deskWords: pathTo('/desk/site/:id/words'),
  deskVersion: pathTo('/desk/site/:id/versions/:number'),
  deskShowing: pathTo('/desk/site/:id/versions/:number/showing'),
  deskHiding: pathTo('/desk/site/:id/hiding'),
  deskPaper: pathTo('/desk/site/:id/paper'),
  deskVersionPaper: pathTo('/desk/site/:id/versions/:number/paper.pdf'),
  /** Where pages of the product are written in own words. */
  deskPages: pathTo('/desk/site/pages'),
  deskPageWords: pathTo('/desk/site/pages/:page/:language'),
} as const;
