import { pathTo } from '../../platform/addresses/path-to.ts';

/** The addresses of the organization's hours, and of the times that coordinators keep open. */
export const slotsPaths = {
  times: pathTo('/times'),
  hours: pathTo('/settings/hours'),
  timeRemoval: pathTo('/times/:id/removal'),
};
