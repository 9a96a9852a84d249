import type pg from 'pg';

/**
 * Has the database itself write down which program takes and ends which job: by a trigger of the drill's own, which shares
 * nothing with the product. Programs are told apart by the `application_name` in their address.
 */
export async function watchJobs(pool: pg.Pool): Promise<void> {
  await pool.query(`
    create schema drill;
    create table drill.jobs (job text not null, task text not null, what text not null, program text not null);
    create function drill.note() returns trigger language plpgsql security definer set search_path = '' as $$
    declare task_name text;
    begin
      select identifier into task_name from graphile_worker._private_tasks where id = old.task_id;
      if tg_op = 'DELETE' then
        if old.locked_by is not null then
          insert into drill.jobs values (old.id::text, task_name, 'done', current_setting('application_name'));
        end if;
      elsif new.locked_by is not null and old.locked_by is null then
        insert into drill.jobs values (new.id::text, task_name, 'taken', current_setting('application_name'));
      end if;
      return null;
    end $$;
    create trigger drill_note after update or delete on graphile_worker._private_jobs
      for each row execute function drill.note()`);
}

/** How the jobs went since the watch began. */
export interface JobsSeen {
  readonly doneByFormer: number;
  readonly doneByNew: number;
  /** Taken more than once, whether they failed or two programs took them. */
  readonly again: readonly string[];
  /** Due, and nobody has done them. */
  readonly left: readonly string[];
}

export async function readJobs(pool: pg.Pool): Promise<JobsSeen> {
  const doneBy = async (program: string) =>
    (await pool.query(`select from drill.jobs where what = 'done' and program = $1`, [program])).rowCount ??
    0;
  const again = await pool.query<{ task: string }>(
    `select min(task) as task from drill.jobs where what = 'taken' group by job having count(*) > 1`,
  );
  const left = await pool.query<{ task: string }>(
    `select task_identifier as task from graphile_worker.jobs where run_at <= now()`,
  );
  return {
    doneByFormer: await doneBy('otonari_former'),
    doneByNew: await doneBy('otonari_new'),
    again: again.rows.map(({ task }) => task),
    left: left.rows.map(({ task }) => task),
  };
}
