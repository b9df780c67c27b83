import { Refusal, ServerAway } from "./base/call";
import { byId } from "./base/dom";
import { notify, hideNotice } from "./shell/notice";
import { CodeEditor } from "./editor/code-editor";
import { draftOfRequest, draftOfSample, requestOf, sameSource, type Draft } from "./editor/draft";
import { FileTabs } from "./editor/file-tabs";
import { keptDraft } from "./editor/kept-draft";
import { showProblems } from "./editor/problem-list";
import { compareAddress, runReference } from "./compare/reference";
import { ConsoleView } from "./console/console-view";
import { api } from "./run/api";
import { hearEvents, type Connection, type EventStream } from "./run/event-stream";
import { FollowedRun } from "./run/follow-run";
import type { RunView } from "./run/run-view";
import { showTimings } from "./run/timings-bar";
import { showConnection, VerdictBanner, type PageState } from "./run/verdict-banner";
import { fieldOf, type FieldName } from "./settings/check";
import { SettingsPanel } from "./settings/settings-panel";
import { DiagnosisPanel } from "./timeline/diagnosis-panel";
import { TimelineData } from "./timeline/timeline-data";
import { TimelineView } from "./timeline/timeline-view";
import { readUrl, WHOLE_TIMELINE, writeHash, type TimelineUrl } from "./url-state";
import type { Run } from "./wire/run";
import type { Sample } from "./wire/sample";

/** Milliseconds between the last keystroke and keeping the draft. */
const KEEP_AFTER = 400;
/** Failed connections in a row after which the run is asked for by plain requests as well. */
const POLL_AFTER = 2;
/** The most that the server lists. */
const RUNS_LOOKED_THROUGH = 100;

/** The playground: brings source, run and result together. */
export class Playground {
  readonly #editor = new CodeEditor(byId("editor", HTMLElement), () => this.#edited());
  readonly #tabs = new FileTabs(this.#editor);
  readonly #settings = new SettingsPanel(() => this.#edited());
  readonly #console = new ConsoleView();
  readonly #banner = new VerdictBanner();
  readonly #timeline = new TimelineView((state) => this.#rememberView(state));
  readonly #diagnosis = new DiagnosisPanel((evidence) => this.#timeline.select(evidence));
  readonly #runButton = byId("run", HTMLButtonElement);
  readonly #stopButton = byId("stop", HTMLButtonElement);
  readonly #compareButton = byId("compare", HTMLButtonElement);
  readonly #watch = byId("watch", HTMLElement);

  #page: PageState = { kind: "empty" };
  #followed: FollowedRun | null = null;
  #stream: EventStream | null = null;
  /** Counts what was opened, so that late answers about something else are dropped. */
  #opened = 0;
  #loading = false;
  #keepTimer = 0;
  #urlTimer = 0;
  #runningSince: number | null = null;

  constructor() {
    this.#runButton.addEventListener("click", () => void this.run());
    this.#stopButton.addEventListener("click", () => void this.#stop());
    byId("measure", HTMLButtonElement).addEventListener("click", () => this.#measure());
    this.#compareButton.addEventListener("click", () => void this.#compare());
    byId("watch-close", HTMLButtonElement).addEventListener("click", () => (this.#watch.hidden = true));
    byId("console-download", HTMLButtonElement).title = "Download all output as a text file";
    window.addEventListener("popstate", () => this.#openUrl());
    window.addEventListener("hashchange", () => this.#openUrl());
    window.addEventListener("pagehide", () => this.#keep());
    setInterval(() => this.#showPage(), 100);
  }

  start(): void {
    void this.#learnSettings();
    this.#openUrl();
  }

  repaint(): void {
    this.#timeline.repaint();
  }

  /** Ctrl+S: the draft is kept anyway; this says so. */
  save(): void {
    notify(this.#keep() ? "The draft is kept in this browser." : "This browser refuses to keep drafts.");
  }

  /** Puts a sample into the editor; what it replaces can be had back. */
  tryOut(sample: Sample): void {
    const before = this.#draft();
    const unchanged = sameSource(before, this.#untouched);
    this.#load(draftOfSample(sample));
    this.#keep();
    this.#close();
    history.pushState(null, "", "/");
    this.#watch.hidden = sample.watch === "";
    byId("watch-text", HTMLElement).textContent = sample.watch;
    if (unchanged) hideNotice();
    else {
      notify(`“${sample.title}” replaced your draft.`, {
        label: "Bring my draft back",
        act: () => {
          this.#load(before, false);
          this.#keep();
          this.#watch.hidden = true;
        },
      });
    }
  }

  async run(): Promise<void> {
    if (this.#runButton.disabled || document.querySelector("dialog[open]")) return;
    const { faults } = this.#settings.check();
    if (faults.size > 0) {
      this.#settings.show(faults, true);
      return;
    }
    this.#keep();
    this.#close();
    const ticket = this.#opened;
    this.#setPage({ kind: "sending" });
    try {
      const run = await api.start(requestOf(this.#draft()));
      if (ticket !== this.#opened) return;
      history.pushState(null, "", `/runs/${encodeURIComponent(run.id)}`);
      this.#follow(run, WHOLE_TIMELINE);
    } catch (error) {
      if (ticket === this.#opened) this.#refused(error);
    }
  }

  /** Opens the form of an experiment: of the run that is looked at, or of the draft. */
  #measure(): void {
    const run = this.#followed?.view.get().id;
    const looking = run !== undefined && sameSource(this.#draft(), this.#untouched);
    if (looking) {
      location.assign(`/experiments/new?run=${encodeURIComponent(run)}`);
    } else if (this.#keep()) {
      location.assign("/experiments/new");
    } else {
      notify("This browser refuses to keep drafts; run the program, then measure that run.");
    }
  }

  /** Compares the run that is looked at with the one before it, or with one to be chosen. */
  async #compare(): Promise<void> {
    const view = this.#followed?.view.get();
    if (!view) return;
    const before = await this.#runBefore(view);
    location.assign(compareAddress({ a: before === null ? null : runReference(before), b: runReference(view.id) }));
  }

  /** The visitor's newest run that is older, null for none. */
  async #runBefore({ id, createdAt }: RunView): Promise<string | null> {
    try {
      const runs = await api.recent(RUNS_LOOKED_THROUGH);
      const then = Date.parse(createdAt ?? "");
      return runs.find((run) => run.id !== id && Date.parse(run.createdAt) <= then)?.id ?? null;
    } catch {
      // The page on which to choose one tells that the server is away.
      return null;
    }
  }

  /** Source that was loaded and not changed since may be replaced without asking. */
  #untouched: Draft = keptDraft.load();

  #draft(): Draft {
    return { files: this.#editor.files, settings: this.#settings.check().settings };
  }

  #load(draft: Draft, untouched = true): void {
    this.#loading = true;
    this.#editor.load(draft.files);
    this.#tabs.show();
    this.#settings.load(draft.settings);
    this.#loading = false;
    if (untouched) this.#untouched = draft;
    showProblems([], () => undefined);
  }

  #edited(): void {
    if (this.#loading) return;
    clearTimeout(this.#keepTimer);
    this.#keepTimer = window.setTimeout(() => this.#keep(), KEEP_AFTER);
  }

  /** Somebody else's run that is only looked at does not become the draft. */
  #keep(): boolean {
    clearTimeout(this.#keepTimer);
    const draft = this.#draft();
    const looking = this.#followed !== null && sameSource(draft, this.#untouched);
    return looking || keptDraft.save(draft);
  }

  async #learnSettings(): Promise<void> {
    try {
      this.#settings.allow(await api.settings());
    } catch {
      // The stock limits hold until the server says otherwise; running will tell that it is away.
    }
  }

  #openUrl(): void {
    const { runId, view } = readUrl(location.pathname, location.hash);
    if (runId !== null && runId === this.#followed?.view.get().id) return;
    this.#close();
    if (runId === null) {
      this.#load(keptDraft.load());
      return;
    }
    void this.#open(runId, view);
  }

  async #open(id: string, view: TimelineUrl): Promise<void> {
    const ticket = this.#opened;
    this.#setPage({ kind: "loading", id });
    try {
      const run = await api.run(id);
      if (ticket !== this.#opened) return;
      if (run.request) {
        const mine = keptDraft.load();
        const theirs = draftOfRequest(run.request);
        this.#load(theirs);
        if (!sameSource(mine, theirs)) {
          notify("This is the source of the run you opened. Your own draft is kept.", {
            label: "Open my draft",
            act: () => {
              history.pushState(null, "", "/");
              this.#openUrl();
            },
          });
        }
      }
      this.#follow(run, view);
    } catch (error) {
      if (ticket !== this.#opened) return;
      this.#load(keptDraft.load());
      if (error instanceof Refusal && (error.problem.status === 404 || error.problem.status === 400)) {
        this.#setPage({ kind: "missing", id });
      } else this.#away(error, () => void this.#open(id, view));
    }
  }

  /** Lets go of the run that is shown. */
  #close(): void {
    this.#opened += 1;
    this.#stream?.close();
    this.#stream = this.#followed = this.#runningSince = null;
    this.#console.clear("output.txt");
    this.#console.emptyText = "What the program prints appears here.";
    this.#diagnosis.show(null);
    this.#timeline.reset(WHOLE_TIMELINE, "What every thread and core did appears here, while the program runs.");
    showTimings(null, null);
    this.#mark([]);
    this.#setPage({ kind: "empty" });
  }

  #follow(run: Run, url: TimelineUrl): void {
    const ticket = this.#opened;
    const name = `run-${run.id.slice(0, 8)}.txt`;
    let whole = false;
    const followed = new FollowedRun(run, {
      restart: () => {
        this.#console.clear(name);
        this.#runningSince = null;
        this.#diagnosis.show(null);
        this.#timeline.reset(url, "");
      },
      print: (stream, text) => this.#console.append(stream, text),
      // A replay of a finished run brings the thinned parts again; the whole has come already.
      grow: (data) => {
        if (!whole) this.#timeline.show(data, null);
      },
    });
    this.#followed = followed;
    followed.view.subscribe((view) => {
      if (ticket !== this.#opened) return;
      this.#showRun(view);
      if (view.verdict === null || whole) return;
      whole = true;
      void this.#completeFigures(followed, ticket);
      void this.#showWholeTimeline(view, ticket);
    });
    this.#stream = hearEvents(
      run.id,
      () => followed.lastSeq,
      (events) => {
        if (ticket === this.#opened) followed.take(events);
      },
      (connection) => this.#connected(connection, followed, ticket),
    );
  }

  #connected(connection: Connection, followed: FollowedRun, ticket: number): void {
    if (ticket !== this.#opened && connection.kind !== "closed") return;
    showConnection(connection, () => this.#stream?.retry());
    if (connection.kind === "waiting" && connection.failures >= POLL_AFTER) void this.#poll(followed, ticket);
  }

  /** Where sockets do not come through, plain requests at least bring the result. */
  async #poll(followed: FollowedRun, ticket: number): Promise<void> {
    try {
      const { id } = followed.view.get();
      const run = await api.run(id);
      if (ticket !== this.#opened || run.verdict === null) return;
      const output = await api.output(id);
      if (ticket !== this.#opened) return;
      this.#stream?.close();
      this.#console.clear(`run-${id.slice(0, 8)}.txt`);
      this.#console.append("stdout", output.stdout);
      this.#console.append("stderr", output.stderr);
      followed.refresh(run);
    } catch {
      // The socket's next try tells.
    }
  }

  /** The verdict event leaves out what only the run itself tells, such as memory. */
  async #completeFigures(followed: FollowedRun, ticket: number): Promise<void> {
    if (followed.view.get().peakRssBytes !== null) return;
    try {
      const run = await api.run(followed.view.get().id);
      if (ticket === this.#opened && run.verdict !== null) followed.refresh(run);
    } catch {
      // The verdict is there; these are extras.
    }
  }

  async #showWholeTimeline(view: RunView, ticket: number): Promise<void> {
    if (view.verdict === "COMPILE_ERROR") {
      this.#timeline.emptyText = "The program did not run, so there is no timeline.";
      return;
    }
    this.#timeline.emptyText = "Loading the timeline…";
    try {
      const timeline = await api.timeline(view.id);
      if (ticket !== this.#opened) return;
      this.#timeline.show(TimelineData.of(timeline), api.traceUrl(view.id));
      void this.#showDiagnosis(view, ticket);
    } catch (error) {
      if (ticket !== this.#opened) return;
      this.#timeline.busy = false;
      this.#timeline.emptyText =
        error instanceof Refusal
          ? "There is no timeline of this run."
          : "The timeline could not be loaded; reload the page to try again.";
    }
  }

  async #showDiagnosis(view: RunView, ticket: number): Promise<void> {
    try {
      const diagnosis = await api.diagnosis(view.id);
      if (ticket === this.#opened) this.#diagnosis.show(diagnosis);
    } catch {
      // The timeline is there; this is an extra.
    }
  }

  #showRun(view: RunView): void {
    if (view.state === "RUNNING" && view.verdict === null) this.#runningSince ??= performance.now();
    this.#setPage({ kind: "run", view, runningSince: this.#runningSince });
    showTimings(view.verdict === null ? null : view.timings, view.peakRssBytes);
    this.#mark(view.diagnostics);
    this.#console.emptyText =
      view.verdict === "COMPILE_ERROR"
        ? "The program did not run. The compiler’s messages are below the editor."
        : view.verdict !== null
          ? "The program printed nothing."
          : "Nothing printed so far.";
    if (view.verdict === null) this.#timeline.emptyText = "The timeline begins when the program does.";
  }

  #marked: RunView["diagnostics"] = [];

  #mark(diagnostics: RunView["diagnostics"]): void {
    if (diagnostics === this.#marked) return;
    this.#marked = diagnostics;
    this.#editor.mark(diagnostics);
    this.#tabs.show(new Set(diagnostics.filter((each) => each.severity === "error").map((each) => each.path)));
    showProblems(diagnostics, (each) => {
      this.#editor.goTo(each.path, each.line, each.column);
      this.#tabs.show();
    });
  }

  async #stop(): Promise<void> {
    const view = this.#followed?.view.get();
    if (!view || view.verdict !== null) return;
    this.#stopButton.disabled = true;
    try {
      await api.cancel(view.id);
    } catch (error) {
      this.#stopButton.disabled = false;
      notify(error instanceof Error ? `It was not stopped. ${error.message}` : "It was not stopped.");
    }
  }

  /** Shows a refusal where its cause is: at the field, or on top. */
  #refused(error: unknown): void {
    if (!(error instanceof Refusal)) return this.#away(error, () => void this.run());
    this.#setPage({ kind: "empty" });
    const faults = new Map<FieldName, string>();
    const others: string[] = [];
    for (const { field, message } of error.problem.errors) {
      const known = fieldOf(field);
      if (known) faults.set(known, message);
      else others.push(`${field}: ${message}`);
    }
    if (faults.size > 0) this.#settings.show(faults, true);
    const wait = error.retryAfter === null ? "" : ` Try again in ${error.retryAfter} s.`;
    if (others.length > 0 || faults.size === 0) notify([error.message, ...others].join(" ") + wait);
  }

  #away(error: unknown, retry: () => void): void {
    const message =
      error instanceof ServerAway
        ? `${error.message} Your source is kept in this browser; nothing is lost.`
        : `The server answered in a way this page does not understand (${String(error)}). Reloading the page may help.`;
    this.#setPage({ kind: "away", message, retry });
  }

  #setPage(page: PageState): void {
    this.#page = page;
    this.#showPage();
    const busy = page.kind === "sending" || (page.kind === "run" && page.view.verdict === null);
    this.#runButton.disabled = busy && (page.kind !== "run" || page.view.owned);
    this.#compareButton.disabled = page.kind !== "run" || page.view.verdict === null;
    this.#stopButton.disabled = !(page.kind === "run" && page.view.verdict === null && page.view.owned);
  }

  #showPage(): void {
    this.#banner.show(this.#page, performance.now());
  }

  /** The address bar follows the view, but not at every frame: browsers limit how often it may. */
  #rememberView(state: TimelineUrl): void {
    clearTimeout(this.#urlTimer);
    if (!this.#followed) return;
    const { id } = this.#followed.view.get();
    this.#urlTimer = window.setTimeout(() => {
      if (this.#followed?.view.get().id !== id) return;
      history.replaceState(null, "", `/runs/${encodeURIComponent(id)}${writeHash(state)}`);
    }, 200);
  }
}
