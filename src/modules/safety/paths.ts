import { pathTo } from '../../platform/addresses/path-to.ts';

/** The addresses of this module. */
export const safetyPaths = {
  dangerWords: pathTo('/danger-words'),
  helplines: pathTo('/helplines'),
  helplinesLine: pathTo('/helplines/line'),
  helplinesLines: pathTo('/helplines/lines'),
  helplinesRemovals: pathTo('/helplines/removals'),
  helplinesVerifications: pathTo('/helplines/verifications'),
  helplinesVisibility: pathTo('/helplines/visibility'),
};
