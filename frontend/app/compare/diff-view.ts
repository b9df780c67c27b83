import { h } from "../base/dom";
import { counted } from "../base/format";
import type { FileDiff } from "../wire/comparison";
import { differing, fold, isSame, pair, stack, type DiffRow } from "./diff-rows";
import { fileWords } from "./words";

export type DiffLayout = "beside" | "below";

/** A file of both sides: folded where it is the same, else its lines with what changed. */
export function fileDiff(file: FileDiff, layout: DiffLayout): HTMLElement {
  const title = h("h3", {}, file.path, " ", h("span", { class: "quiet" }, fileWords(file)));
  if (file.change === "SAME") return h("section", { class: "file-diff" }, title);
  const rows = layout === "beside" ? pair(file.lines) : stack(file.lines);
  const body = h("tbody", {});
  for (const stretch of fold(rows)) {
    if (stretch.folded) body.append(foldedRow(stretch.rows, layout));
    else body.append(...stretch.rows.map((row) => lineRow(row, layout)));
  }
  const side = (name: string): HTMLElement[] => [
    h("th", { scope: "col", class: "number" }, h("span", { class: "hidden" }, `Line of ${name}`)),
    h("th", { scope: "col" }, name),
  ];
  const head =
    layout === "beside"
      ? [...side("A"), ...side("B")]
      : [h("th", { scope: "col", class: "number" }, "A"), h("th", { scope: "col", class: "number" }, "B"), h("th", { scope: "col" }, "Line")];
  return h(
    "section",
    { class: "file-diff" },
    title,
    h(
      "div",
      { class: "scroll-x", tabindex: "0", role: "group", "aria-label": `Differences of ${file.path}` },
      h(
        "table",
        { class: `diff ${layout}` },
        h("caption", { class: "hidden" }, `${file.path}: − are lines of A that B has not, + are lines of B that A has not`),
        h("thead", {}, h("tr", {}, ...head)),
        body,
      ),
    ),
  );
}

function foldedRow(rows: readonly DiffRow[], layout: DiffLayout): HTMLTableRowElement {
  const row = h(
    "tr",
    { class: "fold" },
    h(
      "td",
      { colspan: layout === "beside" ? 4 : 3 },
      h(
        "button",
        {
          type: "button",
          class: "plain",
          onclick: () => {
            const lines = rows.map((each) => lineRow(each, layout));
            row.replaceWith(...lines);
            // The focus would fall to the page's beginning with the button that had it.
            const first = lines[0];
            if (first) {
              first.tabIndex = -1;
              first.focus({ preventScroll: true });
            }
          },
        },
        `Show ${counted(rows.length, "line")} that ${rows.length === 1 ? "is" : "are"} the same`,
      ),
    ),
  );
  return row;
}

function lineRow(row: DiffRow, layout: DiffLayout): HTMLTableRowElement {
  const number = (of: number | null | undefined): HTMLElement => h("td", { class: "line-number" }, of == null ? "" : String(of));
  if (layout === "below") {
    const kind = isSame(row) ? "same" : row.b === null ? "removed" : "added";
    return h("tr", { class: kind }, number(row.a?.a), number(row.b?.b), codeCell(row, row.b === null ? "a" : "b", kind));
  }
  const same = isSame(row);
  return h(
    "tr",
    { class: same ? "same" : "changed" },
    number(row.a?.a),
    codeCell(row, "a", same ? "same" : row.a === null ? "absent" : "removed"),
    number(row.b?.b),
    codeCell(row, "b", same ? "same" : row.b === null ? "absent" : "added"),
  );
}

type Kind = "same" | "removed" | "added" | "absent";

/** The text of a line; of one that stands beside what it was, the part that differs is marked. */
function codeCell(row: DiffRow, side: "a" | "b", kind: Kind): HTMLElement {
  const text = visible(row[side]?.text ?? "");
  if (kind === "absent") return h("td", { class: "code absent" });
  if (kind === "same") return h("td", { class: "code" }, h("code", {}, text));
  const parts: (Node | string)[] = [text];
  if (row.a !== null && row.b !== null) {
    const { start, endA, endB } = differing(visible(row.a.text), visible(row.b.text));
    const end = side === "a" ? endA : endB;
    parts.splice(0, 1, text.slice(0, start), h("mark", {}, text.slice(start, end)), text.slice(end));
  }
  return h(
    "td",
    { class: `code ${kind}` },
    h("span", { class: "sign" }, kind === "removed" ? "−" : "+"),
    h("code", {}, kind === "removed" ? h("del", {}, ...parts) : h("ins", {}, ...parts)),
  );
}

/** A carriage return that only one of them has would be a difference that nobody sees. */
const visible = (text: string): string => text.replaceAll("\r", "␍");
