import { API, call } from "../base/call";
import { readComparison, type Comparison } from "../wire/comparison";
import {
  readExperiment,
  readExperimentList,
  type Experiment,
  type ExperimentRequest,
  type ExperimentSummary,
} from "../wire/experiment";
import type { Read } from "../wire/read";
import {
  readOutput,
  readRun,
  readRunList,
  type Run,
  type RunOutput,
  type RunRequest,
  type RunSummary,
} from "../wire/run";
import { readSamples, type Sample } from "../wire/sample";
import { readSettings, type Settings } from "../wire/settings";
import { readDiagnosis, type Diagnosis } from "../wire/diagnosis";
import { readTimeline, type Timeline } from "../wire/timeline";

const experimentPath = (id: string): string => `/experiments/${encodeURIComponent(id)}`;

export const api = {
  start: (request: RunRequest): Promise<Run> =>
    call("POST", "/runs", readStarted, JSON.stringify(request)),
  run: (id: string): Promise<Run> => call("GET", `/runs/${encodeURIComponent(id)}`, readRun),
  output: (id: string): Promise<RunOutput> =>
    call("GET", `/runs/${encodeURIComponent(id)}/output`, readOutput),
  timeline: (id: string): Promise<Timeline> =>
    call("GET", `/runs/${encodeURIComponent(id)}/timeline`, readTimeline),
  diagnosis: (id: string): Promise<Diagnosis> =>
    call("GET", `/runs/${encodeURIComponent(id)}/diagnosis`, readDiagnosis),
  cancel: (id: string): Promise<void> =>
    call("DELETE", `/runs/${encodeURIComponent(id)}`, () => undefined),
  recent: (limit: number): Promise<RunSummary[]> =>
    call("GET", `/runs?limit=${limit}`, readRunList),
  measure: (request: ExperimentRequest): Promise<Experiment> =>
    call("POST", "/experiments", readExperiment, JSON.stringify(request)),
  experiment: (id: string): Promise<Experiment> => call("GET", experimentPath(id), readExperiment),
  experiments: (limit: number): Promise<ExperimentSummary[]> =>
    call("GET", `/experiments?limit=${limit}`, readExperimentList),
  cancelExperiment: (id: string): Promise<Experiment> => call("DELETE", experimentPath(id), readExperiment),
  measureAgain: (id: string, cell: number): Promise<Experiment> =>
    call("POST", `${experimentPath(id)}/cells/${cell}/again`, readExperiment),
  /** Address of all that an experiment measured. */
  resultsUrl: (id: string, format: "csv" | "json"): string => `${API}${experimentPath(id)}/results?format=${format}`,
  /** @param a what b is compared with; both as `run:ID` or `cell:EXPERIMENT/NUMBER` */
  compare: (a: string, b: string): Promise<Comparison> =>
    call("GET", `/comparisons?${new URLSearchParams({ a, b })}`, readComparison),
  samples: (): Promise<Sample[]> => call("GET", "/samples", readSamples),
  settings: (): Promise<Settings> => call("GET", "/settings", readSettings),
  /** Address of the timeline as Chrome trace events. */
  traceUrl: (id: string): string => `${API}/runs/${encodeURIComponent(id)}/timeline?format=trace`,
};

/** The answer to a new run may be shorter than a run that is asked for. */
const readStarted: Read<Run> = (value, at) =>
  readRun({ state: "QUEUED", owned: true, ...(value as Record<string, unknown>) }, at);
