import { failure } from "../account/failure";
import { byId, h } from "../base/dom";
import { when } from "../base/when";
import { openSheet } from "../shell/sheet";
import { news } from "../shell/page";
import { VERDICT_WORDS } from "../run/verdict-words";
import type { Entry } from "../wire/exercise";
import type { Judging } from "../wire/judging";
import type { SourceFile } from "../wire/run";
import { exerciseApi } from "./api";
import { resultView } from "./result-view";
import { pointsWords } from "./words";

/** What opening a submission needs to know of the page. */
export interface Opening {
  readonly entries: readonly Entry[];
  /** Puts files into the editor. */
  readonly take: (files: readonly SourceFile[]) => void;
}

/** Shows somebody's submissions, newest first; each opens. */
export function showSubmissions(judgings: readonly Judging[], opening: Opening): void {
  byId("submissions-empty", HTMLElement).hidden = judgings.length > 0;
  const list = byId("submissions", HTMLElement);
  const focused = document.activeElement;
  const id = focused instanceof HTMLElement && list.contains(focused) ? focused.dataset["judging"] : undefined;
  list.replaceChildren(...judgings.map((each, i) => row(each, judgings.length - i, opening)));
  if (id !== undefined) list.querySelector<HTMLElement>(`[data-judging="${CSS.escape(id)}"]`)?.focus();
}

function row(judging: Judging, number: number, opening: Opening): HTMLElement {
  const { verdict, points, mostPoints } = judging;
  const words = verdict === null ? null : VERDICT_WORDS[verdict];
  return h(
    "li",
    {},
    h(
      "span",
      {},
      h(
        "button",
        { type: "button", class: "plain", "data-judging": judging.id, onclick: () => void open(judging, number, opening) },
        `Submission ${number}…`,
      ),
      " ",
      when(judging.createdAt),
    ),
    h(
      "span",
      {},
      points !== null && h("span", {}, pointsWords(points, mostPoints)),
      h("span", { class: `chip ${words?.tone ?? ""}` }, words === null ? "being judged" : words.title),
    ),
  );
}

async function open({ id }: Judging, number: number, { entries, take }: Opening): Promise<void> {
  try {
    const judging = await exerciseApi.judging(id);
    const files = judging.files ?? [];
    const dialog = openSheet(
      `Submission ${number}`,
      h("p", { class: "quiet" }, "Handed in ", when(judging.createdAt), ` for version ${judging.version} of the exercise.`),
      ...resultView(judging, entries),
      ...files.flatMap((file) => [h("h3", {}, file.path), h("pre", { class: "source-text quoted" }, file.content)]),
      h(
        "p",
        { class: "buttons wrap" },
        h(
          "button",
          {
            type: "button",
            onclick: () => {
              dialog.close();
              take(files);
            },
          },
          "Put these files into the editor…",
        ),
      ),
    );
    dialog.classList.remove("small");
  } catch (error) {
    news(...failure(error));
  }
}
