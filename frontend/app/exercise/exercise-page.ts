import { failure } from "../account/failure";
import { byId, h } from "../base/dom";
import { moment } from "../base/when";
import { coursePath, exerciseOf } from "../course/address";
import { courseApi } from "../course/api";
import { CodeEditor } from "../editor/code-editor";
import { FileTabs } from "../editor/file-tabs";
import { showProblems } from "../editor/problem-list";
import { confirm } from "../shell/confirm";
import { news, openMemberPage } from "../shell/page";
import type { Entry, Exercise } from "../wire/exercise";
import type { Judging } from "../wire/judging";
import type { Diagnostic, SourceFile } from "../wire/run";
import { exerciseApi } from "./api";
import { KeepDraft, type DraftState } from "./keep-draft";
import { resultView } from "./result-view";
import { showSubmissions } from "./submission-list";
import { watch } from "./watch";
import { factsOf } from "./words";

/** The page on which somebody works on an exercise: statement, files, results. */
export class ExercisePage {
  readonly #at = exerciseOf(location.pathname);
  readonly #editor = new CodeEditor(byId("editor", HTMLElement), () => this.#edited());
  readonly #tabs = new FileTabs(this.#editor);
  readonly #keep = new KeepDraft(
    () => this.#editor.files,
    (files) => exerciseApi.keep(this.#at.course, this.#at.exercise, files),
    showDraftState,
  );
  readonly #try = byId("try", HTMLButtonElement);
  readonly #submit = byId("submit", HTMLButtonElement);
  readonly #result = byId("result", HTMLElement);
  readonly #announce = h("p", { class: "hidden", role: "status" });
  #exercise: Exercise | null = null;
  #loading = false;
  #busy = false;
  #leave: () => void = () => undefined;

  constructor() {
    this.#try.addEventListener("click", () => void this.tryOut());
    this.#submit.addEventListener("click", () => void this.submit());
    byId("reset", HTMLButtonElement).addEventListener("click", () => void this.#startOver());
    this.#result.before(this.#announce);
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "hidden") void this.#keep.now();
    });
    window.addEventListener("beforeunload", (event) => {
      if (this.#keep.pending) event.preventDefault();
    });
  }

  async open(): Promise<void> {
    await openMemberPage(async () => {
      const { course, exercise } = this.#at;
      const [found, within] = await Promise.all([exerciseApi.exercise(course, exercise), courseApi.course(course)]);
      document.title = `${found.title} – Threadmill`;
      const back = byId("to-course", HTMLAnchorElement);
      back.textContent = within.title;
      back.href = coursePath(course);
      byId("exercise-title", HTMLElement).textContent = found.title;
      byId("exercise-facts", HTMLElement).textContent = factsOf(found);
      byId("entries", HTMLElement).replaceChildren(...found.entries.map(entryRow));
      // The server renders statements itself and lets through only what it may have written.
      byId("statement", HTMLElement).innerHTML = found.html;
      this.#showExercise(found, within.archivedAt !== null);
      // The editor measures its lines as they are shown.
      byId("page-body", HTMLElement).hidden = false;
      this.#load(found.draft ?? found.starter);
      if (found.draft !== null) showDraftState({ kind: "kept", at: null });
      this.#setBusy(false);
    });
    if (this.#exercise !== null) await this.#listSubmissions(true);
  }

  /** Ctrl+S: the draft is kept anyway; this does it now. */
  save(): void {
    if (this.#keep.pending) void this.#keep.now();
    else news("Your files are kept on the server.");
  }

  tryOut(): Promise<void> {
    return this.#judge(exerciseApi.tryOut);
  }

  submit(): Promise<void> {
    return this.#judge(exerciseApi.submit);
  }

  #showExercise(exercise: Exercise, archived: boolean): void {
    this.#exercise = exercise;
    showDue(exercise.dueAt, archived);
    this.#showClosing(exercise);
  }

  #showClosing({ closingHtml }: Exercise): void {
    const closing = byId("closing", HTMLElement);
    closing.hidden = closingHtml === null || closingHtml === "";
    closing.innerHTML = closingHtml ?? "";
  }

  #load(files: readonly SourceFile[]): void {
    this.#loading = true;
    this.#editor.load(files);
    this.#tabs.show();
    this.#loading = false;
    showProblems([], () => undefined);
  }

  #edited(): void {
    if (!this.#loading) this.#keep.edited();
  }

  async #judge(send: typeof exerciseApi.tryOut): Promise<void> {
    if (this.#busy || this.#exercise === null || document.querySelector("dialog[open]")) return;
    this.#setBusy(true);
    this.#leave();
    const files = this.#editor.files;
    try {
      const judging = await send(this.#at.course, this.#at.exercise, files);
      if (JSON.stringify(files) === JSON.stringify(this.#editor.files)) this.#keep.sent();
      this.#follow(judging);
    } catch (error) {
      this.#setBusy(false);
      this.#result.replaceChildren(h("p", { class: "box", role: "alert" }, ...failure(error)));
    }
  }

  /** Shows a judging until it has ended. */
  #follow(judging: Judging): void {
    this.#setBusy(true);
    this.#show(judging);
    if (judging.state === "FINISHED") return this.#ended(judging);
    this.#leave = watch<Judging>({
      ask: () => exerciseApi.judging(judging.id),
      ended: ({ state }) => state === "FINISHED",
      show: (now) => {
        this.#show(now);
        if (now.state === "FINISHED") this.#ended(now);
      },
      away: () => this.#say("The server does not answer; asking again. Your files are being judged all the same."),
      lost: (error) => {
        this.#setBusy(false);
        this.#result.replaceChildren(h("p", { class: "box", role: "alert" }, ...failure(error)));
      },
    });
  }

  #show(judging: Judging): void {
    this.#result.replaceChildren(...resultView(judging, this.#entries));
    const [banner] = this.#result.children;
    this.#say([...(banner?.querySelectorAll("p") ?? [])].map((each) => each.textContent).join(" "));
  }

  #ended(judging: Judging): void {
    this.#setBusy(false);
    this.#mark(judging.diagnostics);
    if (judging.purpose !== "SUBMISSION") return;
    void this.#listSubmissions(false);
    if (judging.verdict === "OK" && this.#exercise?.closingHtml === null) void this.#learnClosing();
  }

  #mark(diagnostics: readonly Diagnostic[]): void {
    this.#editor.mark(diagnostics);
    this.#tabs.show(new Set(diagnostics.filter((each) => each.severity === "error").map((each) => each.path)));
    showProblems(diagnostics, (each) => {
      this.#editor.goTo(each.path, each.line, each.column);
      this.#tabs.show();
    });
  }

  /** What is told once an exercise is solved. */
  async #learnClosing(): Promise<void> {
    try {
      const found = await exerciseApi.exercise(this.#at.course, this.#at.exercise);
      this.#exercise = found;
      this.#showClosing(found);
    } catch {
      // It is there when the page is opened again.
    }
  }

  /**
   * @param first whether the page has just been opened: then the newest one is shown, and followed
   */
  async #listSubmissions(first: boolean): Promise<void> {
    try {
      const judgings = await exerciseApi.submissions(this.#at.course, this.#at.exercise);
      showSubmissions(judgings, { entries: this.#entries, take: (files) => void this.#take(files) });
      const newest = judgings[0];
      if (!first || !newest || this.#busy) return;
      if (newest.state !== "FINISHED") this.#follow(newest);
      else if (this.#result.childElementCount === 1) this.#result.replaceChildren(...resultView(newest, this.#entries));
    } catch (error) {
      news(...failure(error));
    }
  }

  async #startOver(): Promise<void> {
    const exercise = this.#exercise;
    if (exercise === null) return;
    const sure = await confirm({
      title: "Start over?",
      text: "Your files are replaced by those that the exercise begins with. What you submitted stays.",
      yes: "Start over",
    });
    if (sure) this.#replace(exercise.starter);
  }

  async #take(files: readonly SourceFile[]): Promise<void> {
    const sure = await confirm({
      title: "Replace what is in the editor?",
      text: "The files of this submission take the place of yours.",
      yes: "Replace",
    });
    if (sure) this.#replace(files);
  }

  #replace(files: readonly SourceFile[]): void {
    this.#load(files);
    this.#keep.edited();
    void this.#keep.now();
    this.#editor.focus();
  }

  get #entries(): readonly Entry[] {
    return this.#exercise?.entries ?? [];
  }

  /** Tells screen readers, and only what has changed. */
  #say(words: string): void {
    if (this.#announce.textContent !== words) this.#announce.textContent = words;
  }

  #setBusy(busy: boolean): void {
    this.#busy = busy;
    for (const button of [this.#try, this.#submit]) {
      button.disabled = false;
      // Not disabled: that would take the focus from who pressed it by key.
      if (busy) button.setAttribute("aria-disabled", "true");
      else button.removeAttribute("aria-disabled");
    }
  }
}

const entryRow = ({ title, points, hidden }: Entry): HTMLElement =>
  h(
    "li",
    {},
    h("span", {}, title),
    h("span", {}, points === 0 ? "feedback" : `${points} ${points === 1 ? "point" : "points"}`, hidden && h("span", { class: "chip" }, "hidden")),
  );

function showDue(dueAt: string | null, archived: boolean): void {
  const due = byId("exercise-due", HTMLElement);
  due.hidden = dueAt === null && !archived;
  if (archived) due.textContent = "This course is over: trying still works, but nothing is handed in any more.";
  else if (dueAt !== null) {
    const over = Date.parse(dueAt) < Date.now();
    due.replaceChildren(
      over ? "It was due " : "Due ",
      moment(dueAt),
      over ? ". Trying still works, but nothing is handed in any more." : ". You may submit as often as you like; the best result counts.",
    );
  }
}

function showDraftState(state: DraftState): void {
  const words = byId("draft-state", HTMLElement);
  switch (state.kind) {
    case "kept":
      words.replaceChildren(state.at === null ? "Saved." : `Saved at ${state.at.toLocaleTimeString()}.`);
      break;
    case "changed":
      words.replaceChildren("Not saved yet…");
      break;
    case "keeping":
      words.replaceChildren("Saving…");
      break;
    case "failed":
      words.replaceChildren("Not saved. ", ...failure(state.error));
      break;
  }
}
