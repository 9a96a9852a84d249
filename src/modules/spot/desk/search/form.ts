import { z } from 'zod';
import { checkbox, text } from '../../../../platform/web/form-fields.ts';
import { REQUEST_STATES } from '../../transitions.ts';
import { CATEGORIES } from '../../types.ts';

const orNone = <T extends z.ZodType>(type: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), type.optional());

/** What a coordinator looks for; empty for what does not matter. */
export const SearchForm = z.object({
  q: text(100),
  state: orNone(z.enum(REQUEST_STATES)),
  category: orNone(z.enum(CATEGORIES)),
  ward: orNone(z.string().regex(/^\d{5}$/)),
  mine: checkbox,
  after: orNone(z.uuid()),
});
export type SearchFields = z.output<typeof SearchForm>;
