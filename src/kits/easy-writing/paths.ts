import { pathTo } from '../../platform/addresses/path-to.ts';

/** The open page of the aid. */
export const easyWritingPaths = {
  easyJapanese: pathTo('/easy-japanese'),
};
