-- One row per run of a job; the worker writes its progress here, pages and terminal read it.
CREATE TABLE job_run (
    id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name             text NOT NULL,
    subject          text NOT NULL,
    input            text NOT NULL,
    state            text NOT NULL,
    step             text NOT NULL DEFAULT '',
    done             bigint NOT NULL DEFAULT 0,
    total            bigint NOT NULL DEFAULT 0,
    step_started_at  timestamptz,
    requested_by     text NOT NULL,
    requested_at     timestamptz NOT NULL,
    started_at       timestamptz,
    finished_at      timestamptz,
    attempts         int NOT NULL DEFAULT 0,
    cancel_requested boolean NOT NULL DEFAULT false,
    result           text NOT NULL DEFAULT '',
    faults           text NOT NULL DEFAULT '[]'
);
CREATE INDEX job_run_active ON job_run (id) WHERE state IN ('QUEUED', 'RUNNING');
CREATE INDEX job_run_name ON job_run (name, state);

-- The queue of db-scheduler, column for column as that library expects it.
CREATE TABLE scheduled_tasks (
    task_name            text NOT NULL,
    task_instance        text NOT NULL,
    task_data            bytea,
    execution_time       timestamptz NOT NULL,
    picked               boolean NOT NULL,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures int,
    last_heartbeat       timestamptz,
    version              bigint NOT NULL,
    priority             smallint,
    PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX scheduled_tasks_execution_time ON scheduled_tasks (execution_time);
CREATE INDEX scheduled_tasks_last_heartbeat ON scheduled_tasks (last_heartbeat);
