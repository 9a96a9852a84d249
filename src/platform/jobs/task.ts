import type { Logger } from 'pino';
import type { Clock } from '../clock.ts';
import type { Database } from '../database/connect.ts';

/** What jobs and listeners stand on. */
export interface JobContext {
  readonly db: Database;
  readonly clock: Clock;
  readonly log: Logger;
}

/** A job of a module, by name; idempotent, and done within five minutes. */
export interface Task {
  readonly name: string;
  /** When it runs by itself, as a crontab line's five fields (UTC). */
  readonly cron?: string;
  run(payload: unknown, context: JobContext): Promise<void>;
}
