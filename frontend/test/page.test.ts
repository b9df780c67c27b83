import assert from "node:assert/strict";
import test from "node:test";
import { ago, bytes, duration, percent } from "../app/base/format";
import { createStore } from "../app/base/store";
import { draftOfRequest, readDraft, requestOf, sameSource } from "../app/editor/draft";
import { freePath, pathFault } from "../app/editor/file-path";
import { checkSettings, fieldOf, formOf, type SettingsForm } from "../app/settings/check";
import { readUrl, WHOLE_TIMELINE, writeHash } from "../app/url-state";
import { readRun } from "../app/wire/run";
import { readSettings } from "../app/wire/settings";
import { fixture } from "./fixture";

test("a store tells its watchers what changed, and no more once they left", () => {
  const store = createStore(1);
  const seen: number[] = [];
  const leave = store.subscribe((value) => seen.push(value));
  store.set(2);
  store.set(2);
  leave();
  store.set(3);
  assert.deepEqual(seen, [1, 2]);
  assert.equal(store.get(), 3);
});

test("durations have three digits and a unit", () => {
  const words = [0, 1, 999.6, 1500, 43_900_000, 212_600_000, 999_600_000, 61e9].map(duration);
  assert.deepEqual(words, ["0 s", "1 ns", "1 µs", "1.5 µs", "43.9 ms", "213 ms", "1 s", "61 s"]);
});

test("amounts and shares read well", () => {
  assert.deepEqual([12, 1536, 43_515_904].map(bytes), ["12 B", "1.5 KiB", "41.5 MiB"]);
  assert.deepEqual([percent(1, 4), percent(1, 5000), percent(1, 30), percent(1, 0)], ["25 %", "< 0.1 %", "3.3 %", "0 %"]);
  const now = new Date("2026-11-22T12:00:00Z");
  assert.equal(ago(new Date("2026-11-22T11:57:10Z"), now), "2 min ago");
});

test("the view of a timeline survives the address bar", () => {
  const view = { zoom: { from: -5, to: 2_500_000 }, by: "cores", jvm: true } as const;
  assert.equal(writeHash(view), "#t=-5-2500000&by=cores&jvm=1");
  assert.deepEqual(readUrl("/runs/0b8c-1", writeHash(view)), { runId: "0b8c-1", view });
  assert.equal(writeHash(WHOLE_TIMELINE), "");
});

test("an address that makes no sense is read as nothing said", () => {
  for (const hash of ["#t=5-2", "#t=a-b", "#t=", "#by=colour", "#%%%"]) assert.deepEqual(readUrl("/", hash).view, WHOLE_TIMELINE);
  assert.equal(readUrl("/runs/a/b", "").runId, null);
  assert.equal(readUrl("/runs/", "").runId, null);
});

const allowed = readSettings(fixture("settings.json"), "");
const form = (change: Partial<SettingsForm> = {}): SettingsForm => ({
  ...formOf({ isolation: null, executor: null, cores: null, stdin: "", args: [], limits: {}, web: null }),
  ...change,
});

test("an empty form leaves everything to the server", () => {
  const { settings, faults } = checkSettings(form(), allowed);
  assert.equal(faults.size, 0);
  assert.deepEqual(requestOf({ files: [], settings }), { files: [] });
});

test("what the server would refuse is said at its field", () => {
  const limits = { ...form().limits, wallMillis: "90", heapMiB: "1.5", threads: "0" };
  const { faults } = checkSettings(form({ cores: "3", parallelism: "x", limits }), allowed);
  assert.deepEqual([...faults], [
    ["limits.wallMillis", "This server allows 60 s at most."],
    ["limits.heapMiB", "This must be a whole number."],
    ["limits.threads", "This must be above zero, 4,096 at most."],
    ["executor.parallelism", "This must be a number."],
    ["cores", "This server allows 2 at most."],
  ]);
});

test("typed units become those of the wire", () => {
  const limits = { ...form().limits, wallMillis: "2.5", stdoutBytes: "64" };
  const { settings } = checkSettings(form({ args: "one\ntwo words\n", limits }), allowed);
  assert.deepEqual(settings.limits, { wallMillis: 2500, stdoutBytes: 65_536 });
  assert.deepEqual(settings.args, ["one", "two words"]);
});

test("a run's request comes back as draft, form and request", () => {
  const request = readRun(fixture("run-finished.json"), "").request;
  assert.ok(request);
  const draft = draftOfRequest(request);
  const { settings, faults } = checkSettings(formOf(draft.settings), allowed);
  assert.equal(faults.size, 0);
  assert.deepEqual(settings, draft.settings);
  assert.ok(sameSource(draft, readDraft(JSON.parse(JSON.stringify(draft)), "")));
});

test("a server's field finds its place in the form", () => {
  assert.equal(fieldOf("limits.heapMiB"), "limits.heapMiB");
  assert.equal(fieldOf("request.executor.parallelism"), "executor.parallelism");
  assert.equal(fieldOf("isolation"), "isolation");
  assert.equal(fieldOf("args[3]"), "args");
  assert.equal(fieldOf("files[0].path"), null);
});

test("paths of source files are checked", () => {
  assert.equal(pathFault("shop/Till.java", ["Main.java"]), null);
  assert.equal(pathFault("package-info.java", []), null);
  for (const path of ["", "Main", "../Main.java", "/Main.java", "a//B.java", "1.java"]) assert.ok(pathFault(path, []), path);
  assert.ok(pathFault("main.java", ["Main.java"]));
  assert.equal(freePath(["Main.java", "Task.java"]), "Task2.java");
});
