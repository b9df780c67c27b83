import { failure } from "../account/failure";
import { h } from "../base/dom";
import { exercisePath } from "../course/address";
import { confirm } from "../shell/confirm";
import { onSubmit } from "../shell/form";
import { news } from "../shell/page";
import type { CheckReport, CheckSubject } from "../wire/check";
import type { ExerciseSummary } from "../wire/exercise";
import { exerciseApi } from "./api";
import { watch } from "./watch";
import { checkWords, instantOf, localOf, verdictsWords, versionWords } from "./words";

/** An exercise as its author sees it: closed one line, opened its check, publication and dates. */
export class AuthoredExercise {
  readonly element: HTMLDetailsElement;
  readonly #course: string;
  readonly #changed: () => Promise<void>;
  readonly #versions = h("span", { class: "quiet" });
  readonly #check = h("button", { type: "button", onclick: () => void this.#beginCheck() }, "Check");
  readonly #publish = h("button", { type: "button", class: "primary", onclick: () => void this.#publishIt() }, "Publish");
  readonly #withdraw = h("button", { type: "button", onclick: () => void this.#withdrawIt() }, "Withdraw…");
  readonly #words = h("p", { role: "status" });
  readonly #progress = h("div", {});
  readonly #table = h("div", {});
  readonly #form: HTMLFormElement;
  #exercise: ExerciseSummary;
  #report: CheckReport | null = null;
  #leave: () => void = () => undefined;

  /**
   * @param changed asks the server for all exercises again
   */
  constructor(course: string, exercise: ExerciseSummary, changed: () => Promise<void>) {
    this.#course = course;
    this.#exercise = exercise;
    this.#changed = changed;
    const { slug, title } = exercise;
    this.#form = termsForm(exercise);
    this.element = h(
      "details",
      { class: "authored", id: `exercise-${slug}`, ontoggle: () => this.element.open && void this.#learn() },
      h("summary", {}, title, " ", this.#versions),
      h(
        "p",
        { class: "buttons wrap" },
        this.#check,
        this.#publish,
        this.#withdraw,
        h("a", { class: "button", href: exercisePath(course, slug) }, "Open"),
        h("a", { class: "button", href: exerciseApi.folderUrl(course, slug), download: `${slug}.zip` }, "Export"),
      ),
      this.#words,
      this.#progress,
      this.#table,
      h("h3", {}, "When and where students see it"),
      this.#form,
    );
    onSubmit(this.#form, async (value) => {
      const position = value("position").trim();
      await exerciseApi.setTerms(course, slug, {
        part: value("part"),
        position: /^\d{1,9}$/.test(position) ? Number(position) : null,
        openAt: instantOf(value("openAt")),
        dueAt: instantOf(value("dueAt")),
      });
      news("Saved.");
      await changed();
    });
    this.update(exercise);
  }

  open(): void {
    this.element.open = true;
    this.#focusSummary();
  }

  /** Shows it as the server has it by now. */
  update(exercise: ExerciseSummary): void {
    const another = exercise.version !== this.#exercise.version;
    this.#exercise = exercise;
    this.#versions.textContent = versionWords(exercise);
    this.#withdraw.hidden = exercise.publishedVersion === null;
    this.#showPublish();
    if (another && this.element.open) void this.#learn();
  }

  async #learn(): Promise<void> {
    await this.#say(async () => this.#follow(await exerciseApi.check(this.#course, this.#exercise.slug)));
  }

  async #beginCheck(): Promise<void> {
    if (this.#report?.state === "RUNNING") return;
    await this.#say(async () => this.#follow(await exerciseApi.beginCheck(this.#course, this.#exercise.slug)));
  }

  #follow(report: CheckReport): void {
    this.#leave();
    this.#show(report);
    if (report.state !== "RUNNING") return;
    this.#leave = watch<CheckReport>({
      ask: () => exerciseApi.check(this.#course, this.#exercise.slug),
      show: (now) => this.#show(now),
      ended: ({ state }) => state !== "RUNNING",
      away: () => (this.#words.textContent = "The server does not answer; asking again. The check goes on."),
      lost: (error) => this.#words.replaceChildren(...failure(error)),
    });
  }

  #show(report: CheckReport): void {
    this.#report = report;
    this.#words.textContent = checkWords(report);
    const running = report.state === "RUNNING";
    // Not disabled: that would take the focus from who pressed it by key.
    if (running) this.#check.setAttribute("aria-disabled", "true");
    else this.#check.removeAttribute("aria-disabled");
    this.#check.textContent = report.state === "NONE" || running ? "Check" : "Check again";
    this.#progress.replaceChildren(
      ...(running ? [h("progress", { value: report.done, max: report.of, "aria-label": `Check of ${this.#exercise.title}` })] : []),
    );
    this.#table.replaceChildren(...(report.subjects.length > 0 ? [table(report.subjects, this.#exercise)] : []));
    this.#showPublish();
  }

  #showPublish(): void {
    const { version, publishedVersion } = this.#exercise;
    this.#publish.textContent = `Publish version ${version}`;
    this.#publish.hidden = publishedVersion === version;
    this.#publish.disabled = this.#report?.state !== "PASSED";
    this.#publish.title = this.#publish.disabled ? "A version is published once its check has passed" : "";
  }

  async #publishIt(): Promise<void> {
    const { slug, title, version } = this.#exercise;
    await this.#say(async () => {
      await exerciseApi.publish(this.#course, slug);
      news(`Students have version ${version} of “${title}” now.`);
      await this.#changed();
      this.#focusSummary();
    });
  }

  async #withdrawIt(): Promise<void> {
    const { slug, title } = this.#exercise;
    const sure = await confirm({
      title: `Withdraw “${title}”?`,
      text: "Students do not see it any more. What they handed in stays, and you can publish it again.",
      yes: "Withdraw",
    });
    if (!sure) return;
    await this.#say(async () => {
      await exerciseApi.withdraw(this.#course, slug);
      news(`“${title}” is withdrawn.`);
      await this.#changed();
      this.#focusSummary();
    });
  }

  /** For when the button that was pressed is gone. */
  #focusSummary(): void {
    this.element.querySelector("summary")?.focus();
  }

  /** Does something, and says why where it does not work. */
  async #say(deed: () => Promise<void>): Promise<void> {
    try {
      await deed();
    } catch (error) {
      this.#words.replaceChildren(...failure(error));
    }
  }
}

function table(subjects: readonly CheckSubject[], { title }: ExerciseSummary): HTMLElement {
  return h(
    "div",
    { class: "scroll-x", tabindex: 0, role: "group", "aria-label": `Report of the check of ${title}` },
    h(
      "table",
      {},
      h(
        "thead",
        {},
        h("tr", {}, ...["Answer", "Expected", "Got", "Problem"].map((each) => h("th", { scope: "col" }, each))),
      ),
      h(
        "tbody",
        {},
        ...subjects.map((each) =>
          h(
            "tr",
            {},
            h("th", { scope: "row" }, each.name),
            h("td", {}, each.expected),
            h("td", {}, verdictsWords(each.verdicts) || "–"),
            h(
              "td",
              {},
              each.problem !== null
                ? h("span", { class: "complaint" }, each.problem)
                : each.verdicts.length > 0
                  ? h("span", { class: "chip good" }, "none")
                  : "–",
            ),
          ),
        ),
      ),
    ),
  );
}

function termsForm({ slug, part, position, openAt, dueAt }: ExerciseSummary): HTMLFormElement {
  const field = (name: string, label: string, type: string, value: string, hint: string, required: boolean): HTMLElement => {
    const id = `${name}-${slug}`;
    return h(
      "div",
      { class: "field" },
      h("label", { for: id }, label),
      h("input", { id, name, type, value, required, autocomplete: "off", "aria-describedby": `${id}-range ${id}-fault` }),
      h("span", { class: "range", id: `${id}-range` }, hint),
      h("span", { class: "fault", id: `${id}-fault` }),
    );
  };
  return h(
    "form",
    { class: "stack", novalidate: true, "aria-label": `When and where students see ${slug}` },
    field("part", "Part", "text", part, "the heading that it stands under", true),
    field("position", "Position", "number", String(position), "in the course, 0 for the first", true),
    field("openAt", "Opens", "datetime-local", localOf(openAt), "empty: as soon as it is published", false),
    field("dueAt", "Due", "datetime-local", localOf(dueAt), "empty: never; later submissions are refused", false),
    h("p", { class: "fault", role: "alert" }),
    h("p", {}, h("button", { type: "submit", disabled: true }, "Save")),
  );
}
