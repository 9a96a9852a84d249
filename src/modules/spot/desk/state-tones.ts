import type { Tone } from '../../../ui/index.ts';
import type { RequestState } from '../transitions.ts';

/** How a state looks on the desk; those not named are plain. */
export const STATE_TONES: Partial<Record<RequestState, Tone>> = {
  submitted: 'notice',
  asked_back: 'waiting',
  open: 'waiting',
  accepted: 'waiting',
  confirmed: 'good',
  in_progress: 'good',
  unfilled: 'notice',
  no_show: 'danger',
  visited: 'notice',
};
