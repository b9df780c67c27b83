-- What the virtual web inside a run's sandbox is like; null for a run without it.

alter table runs add column web jsonb;
