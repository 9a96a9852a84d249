import type { Shown } from '../../../../kits/acts/index.ts';
import type { FormState } from '../../../../platform/web/form-state.ts';
import type { pairLife } from '../life.ts';
import type { PairScene } from './scene.ts';

/** A pair's page, with what was typed in its forms. */
export type PairProps = PairScene & { readonly form: FormState };

/** A pair as the forms of its page take it. */
export function shownOf({ pair, form, now }: PairProps): Shown<typeof pairLife.acts> {
  return { id: pair.id, state: pair.state, version: pair.version, now, form };
}
