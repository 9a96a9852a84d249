import type { Listener } from './events/listener.ts';
import type { Figure } from './figures.ts';
import type { Task } from './jobs/task.ts';
import type { Setting } from './settings/settings.ts';
import type { WebModule } from './web/route.ts';

/** A module as the house takes it in: what it shows, what it hears, what it does by itself, what is set for it. */
export interface Module extends WebModule {
  readonly tasks?: readonly Task[];
  readonly listeners?: readonly Listener[];
  /** What it counts now and then instead of at every look. */
  readonly figures?: readonly Figure<unknown>[];
  /** Every setting that it defines. */
  readonly settings?: readonly Setting<unknown>[];
}
