import { monitorEventLoopDelay } from 'node:perf_hooks';
import { readChainState } from '../../audit/chain/chain-state.ts';
import { countConnections } from '../../database/connect.ts';
import { readMailState } from '../../mail/mail-state.ts';
import type { House } from '../house.ts';
import { within } from '../passage/deadline.ts';
import { readReadiness } from './readiness.ts';

const SECONDS = 1;
const NANOSECONDS = 1e9;

const delay = monitorEventLoopDelay({ resolution: 20 });
delay.enable();

/** How the process, its connections, schema, worker, the audit's chain and the mail stand; what the database can't say now is left out. */
export async function tellStanding(house: House): Promise<Readonly<Record<string, number>>> {
  const { size, inUse, waiting } = countConnections(house.db);
  const asking = within(SECONDS, askStanding(house)).catch(() => ({}));
  const lag = { event_loop_lag_seconds: delay.percentile(99) / NANOSECONDS };
  // Each reading tells of the time since the one before.
  delay.reset();
  return {
    database_connections: size,
    database_connections_in_use: inUse,
    database_connections_awaited: waiting,
    ...lag,
    ...(await asking),
  };
}

async function askStanding({ db, clock, schemaSteps = [] }: House): Promise<Record<string, number>> {
  const now = clock();
  const [chain, mail, { lacking, lagSeconds }] = await Promise.all([
    readChainState(db, now),
    readMailState(db, now),
    readReadiness(db, schemaSteps),
  ]);
  return {
    schema_steps_lacking: lacking,
    worker_lag_seconds: lagSeconds,
    audit_entries: Number(chain.entries),
    audit_sealed_up_to: Number(chain.sealedUpTo),
    audit_open_faults: chain.openFaults,
    audit_is_behind: Number(chain.isBehind),
    mail_is_hindered: Number(mail.hindered !== null),
    mail_waiting: mail.waiting,
    mail_given_up: mail.givenUp,
  };
}
