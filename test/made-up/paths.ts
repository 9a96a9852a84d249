import { pathTo } from '../../src/platform/addresses/path-to.ts';

/** The addresses of walks. */
export const walkPaths = {
  walks: pathTo('/walks'),
  walksNew: pathTo('/walks/new'),
  walk: pathTo('/walks/:id'),
  walkConversation: pathTo('/walks/:id/conversation'),
  walkJoining: pathTo('/walks/:id/joining'),
};
