import { pathTo } from '../../platform/addresses/path-to.ts';

/** The addresses of the times that coordinators keep open. */
export const slotsPaths = {
  times: pathTo('/times'),
  timeRemoval: pathTo('/times/:id/removal'),
};
