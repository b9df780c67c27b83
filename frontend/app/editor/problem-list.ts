import { byId, h } from "../base/dom";
import { counted } from "../base/format";
import type { Diagnostic } from "../wire/run";

/** The compiler's findings as a list below the editor; choosing one goes there. */
export function showProblems(
  diagnostics: readonly Diagnostic[],
  goTo: (diagnostic: Diagnostic) => void,
): void {
  const box = byId("problems", HTMLElement);
  box.hidden = diagnostics.length === 0;
  const errors = diagnostics.filter((each) => each.severity === "error").length;
  const others = diagnostics.length - errors;
  byId("problems-title", HTMLElement).textContent = [
    errors > 0 && counted(errors, "compile error"),
    others > 0 && counted(others, "warning"),
  ]
    .filter((part) => part !== false)
    .join(", ");
  byId("problems-list", HTMLElement).replaceChildren(
    ...diagnostics.map((each) =>
      h(
        "li",
        { class: each.severity },
        h(
          "button",
          { type: "button", onclick: () => goTo(each) },
          h("span", { class: "place" }, each.line > 0 ? `${each.path}:${each.line}:${each.column}` : each.path || "javac"),
          h("span", { class: "message" }, each.message),
        ),
      ),
    ),
  );
}
