import { pathTo } from '../../platform/addresses/path-to.ts';

/** The addresses of this module. */
export const seasonPaths = {
  yearEnd: pathTo('/year-end'),
  /** For whoever is signed in: the days on which nobody whom they count on is there. */
  mine: pathTo('/year-end/mine'),
  supports: pathTo('/year-end/supports'),
  alone: pathTo('/year-end/alone'),
  aloneWithdrawal: pathTo('/year-end/alone/withdrawal'),
  /** What volunteers give and collect. */
  hours: pathTo('/year-end/hours'),
  hoursWithdrawal: pathTo('/year-end/hours/withdrawal'),
  call: pathTo('/year-end/calls/:id'),
  openings: pathTo('/year-end/openings'),
  openingNew: pathTo('/year-end/openings/new'),
  openingVerification: pathTo('/year-end/openings/:id/verification'),
  openingRemoval: pathTo('/year-end/openings/:id/removal'),
  /** What coordinators do. */
  desk: pathTo('/desk/year-end'),
  deskAlone: pathTo('/desk/year-end/:id'),
  deskCalls: pathTo('/desk/year-end/:id/calls'),
  deskCallingOff: pathTo('/desk/year-end/calls/:id/calling-off'),
  setting: pathTo('/settings/year-end'),
} as const;
