import { byId, h } from "../base/dom";
import type { CodeEditor } from "./code-editor";
import { freePath, pathFault } from "./file-path";

/** The tabs of a draft's files, with what adds, renames and removes one. */
export class FileTabs {
  readonly #list = byId("tabs", HTMLElement);
  readonly #dialog = byId("file-dialog", HTMLDialogElement);
  readonly #input = byId("file-path", HTMLInputElement);
  readonly #error = byId("file-path-error", HTMLElement);
  readonly #remove = byId("file-remove", HTMLButtonElement);
  readonly #editor: CodeEditor;
  #renaming: string | null = null;

  constructor(editor: CodeEditor) {
    this.#editor = editor;
    byId("file-add", HTMLButtonElement).addEventListener("click", () => this.#ask(null));
    byId("file-rename", HTMLButtonElement).addEventListener("click", () => this.#ask(editor.active));
    this.#remove.addEventListener("click", () => {
      editor.remove(editor.active);
      this.show();
    });
    byId("file-form", HTMLFormElement).addEventListener("submit", (event) => {
      if (!this.#accept()) event.preventDefault();
    });
    byId("file-cancel", HTMLButtonElement).addEventListener("click", () => this.#dialog.close());
    this.#list.addEventListener("keydown", (event) => this.#move(event));
  }

  /**
   * @param faulty paths of files in which the compiler found errors
   */
  show(faulty: ReadonlySet<string> = new Set()): void {
    const { paths, active } = this.#editor;
    this.#list.replaceChildren(
      ...paths.map((path) =>
        h(
          "button",
          {
            type: "button",
            role: "tab",
            "aria-selected": String(path === active),
            "aria-controls": "editor",
            tabindex: path === active ? 0 : -1,
            class: faulty.has(path) ? "faulty" : null,
            title: faulty.has(path) ? `${path} has errors` : path,
            onclick: () => {
              this.#editor.select(path);
              this.show(faulty);
              this.#editor.focus();
            },
          },
          path,
        ),
      ),
    );
    this.#remove.disabled = paths.length < 2;
  }

  #move(event: KeyboardEvent): void {
    const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    const next = this.#editor.paths[this.#editor.paths.indexOf(this.#editor.active) + step];
    if (step === 0 || next === undefined) return;
    event.preventDefault();
    this.#editor.select(next);
    this.show();
    this.#list.querySelector<HTMLElement>("[aria-selected=true]")?.focus();
  }

  #ask(path: string | null): void {
    this.#renaming = path;
    byId("file-dialog-title", HTMLElement).textContent = path === null ? "Add a file" : `Rename ${path}`;
    byId("file-ok", HTMLButtonElement).textContent = path === null ? "Add" : "Rename";
    this.#input.value = path ?? freePath(this.#editor.paths);
    this.#fault(null);
    this.#dialog.showModal();
    this.#input.select();
  }

  #accept(): boolean {
    const path = this.#input.value.trim();
    const renaming = this.#renaming;
    const fault = pathFault(path, this.#editor.paths.filter((each) => each !== renaming));
    this.#fault(fault);
    if (fault !== null) return false;
    if (renaming === null) this.#editor.add(path);
    else if (path !== renaming) this.#editor.rename(renaming, path);
    this.show();
    return true;
  }

  #fault(fault: string | null): void {
    this.#error.textContent = fault ?? "";
    this.#input.setAttribute("aria-invalid", String(fault !== null));
  }
}
