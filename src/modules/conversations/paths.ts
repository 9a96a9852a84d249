import { pathTo } from '../../platform/addresses/path-to.ts';

/** The addresses of this module. */
export const conversationsPaths = {
  conversations: pathTo('/conversations'),
  conversation: pathTo('/conversations/:id'),
  conversationConcerns: pathTo('/conversations/:id/concerns'),
  conversationMessages: pathTo('/conversations/:id/messages'),
};
