import { pathTo } from '../../platform/addresses/path-to.ts';

/** The addresses of this module. */
export const guidesPaths = {
  guides: pathTo('/guides'),
  guide: pathTo('/guides/:slug'),
  /** "Was this right?" of a step. */
  answers: pathTo('/guides/:slug/steps/:step/answers'),
  /** A volunteer's small task. */
  check: pathTo('/guides/checks/:id'),
  /** What coordinators do. */
  deskGuides: pathTo('/desk/guides'),
  deskGuide: pathTo('/desk/guides/:id'),
  /** The Japanese, and another language beside it. */
  deskSource: pathTo('/desk/guides/:id/words'),
  deskWords: pathTo('/desk/guides/:id/words/:language'),
  deskFacts: pathTo('/desk/facts'),
  deskFactNew: pathTo('/desk/facts/new'),
  deskFact: pathTo('/desk/facts/:id'),
  deskFactKeeping: pathTo('/desk/facts/:id/keeping'),
} as const;
