import { deskModule } from '../../src/modules/desk/index.ts';
import { spotDesk } from '../../src/modules/spot/elsewhere/desk-part.tsx';

/** The desk with what Spot has on it. */
export const DESK_OF_SPOT = deskModule([{ desk: spotDesk }]);
