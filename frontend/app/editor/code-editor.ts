import { closeBrackets, closeBracketsKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { java } from "@codemirror/lang-java";
import { bracketMatching, indentOnInput, indentUnit } from "@codemirror/language";
import { lintGutter, setDiagnostics, type Diagnostic as Finding } from "@codemirror/lint";
import { highlightSelectionMatches, searchKeymap } from "@codemirror/search";
import { Compartment, EditorState, Prec, type Extension } from "@codemirror/state";
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  keymap,
  lineNumbers,
} from "@codemirror/view";
import type { Diagnostic, SourceFile } from "../wire/run";
import { editorLook } from "./look";

/** The editor of all files of a draft, one shown at a time, each with its own undo history. */
export class CodeEditor {
  readonly #view: EditorView;
  readonly #states = new Map<string, EditorState>();
  readonly #label = new Compartment();
  readonly #onChange: () => void;
  #order: string[] = [];
  #active = "";
  #diagnostics: readonly Diagnostic[] = [];

  /**
   * The editor lives in a shadow root: there its library uses constructed style sheets instead of
   * style elements, which the content security policy forbids.
   */
  constructor(host: HTMLElement, onChange: () => void) {
    this.#onChange = onChange;
    const root = host.attachShadow({ mode: "open" });
    this.#view = new EditorView({ parent: root, root });
  }

  get files(): SourceFile[] {
    this.#stash();
    return this.#order.map((path) => ({ path, content: this.#states.get(path)?.doc.toString() ?? "" }));
  }

  get paths(): readonly string[] {
    return this.#order;
  }

  get active(): string {
    return this.#active;
  }

  /** Replaces all files, and their history with them. */
  load(files: readonly SourceFile[]): void {
    this.#states.clear();
    this.#diagnostics = [];
    this.#order = files.map((file) => file.path);
    for (const file of files) this.#states.set(file.path, this.#state(file));
    this.#show(this.#order[0] ?? "");
  }

  select(path: string): void {
    if (path === this.#active || !this.#states.has(path)) return;
    this.#stash();
    this.#show(path);
  }

  add(path: string): void {
    this.#stash();
    this.#order.push(path);
    this.#states.set(path, this.#state({ path, content: "" }));
    this.#show(path);
    this.#onChange();
  }

  rename(path: string, to: string): void {
    this.#stash();
    const state = this.#states.get(path);
    if (!state) return;
    this.#states.delete(path);
    this.#states.set(to, state);
    this.#order = this.#order.map((each) => (each === path ? to : each));
    this.#show(this.#active === path ? to : this.#active);
    this.#onChange();
  }

  remove(path: string): void {
    this.#stash();
    const at = this.#order.indexOf(path);
    this.#order.splice(at, 1);
    this.#states.delete(path);
    if (this.#active === path) this.#show(this.#order[Math.max(0, at - 1)] ?? "");
    this.#onChange();
  }

  /** Shows the compiler's findings on their lines. */
  mark(diagnostics: readonly Diagnostic[]): void {
    this.#diagnostics = diagnostics;
    this.#markActive();
  }

  /** Shows a place in a file and puts the cursor there. */
  goTo(path: string, line: number, column: number): void {
    this.select(path);
    const { doc } = this.#view.state;
    const anchor = offset(doc, line, column);
    this.#view.dispatch({ selection: { anchor }, effects: EditorView.scrollIntoView(anchor, { y: "center" }) });
    this.#view.focus();
  }

  focus(): void {
    this.#view.focus();
  }

  #stash(): void {
    if (this.#states.has(this.#active)) this.#states.set(this.#active, this.#view.state);
  }

  #show(path: string): void {
    const state = this.#states.get(path);
    if (!state) return;
    this.#active = path;
    this.#view.setState(state);
    this.#view.dispatch({ effects: this.#label.reconfigure(named(path)) });
    this.#markActive();
  }

  #markActive(): void {
    const { doc } = this.#view.state;
    const findings = this.#diagnostics
      .filter((each) => each.path === this.#active && each.line > 0)
      .map((each): Finding => {
        const from = offset(doc, each.line, each.column);
        const word = /^[\w$]+|^\S/.exec(doc.sliceString(from, from + 80));
        return {
          from,
          to: Math.min(doc.length, from + (word?.[0].length ?? 0)),
          severity: each.severity === "note" ? "info" : each.severity,
          message: each.message,
        };
      });
    this.#view.dispatch(setDiagnostics(this.#view.state, findings));
  }

  #state(file: SourceFile): EditorState {
    return EditorState.create({
      doc: file.content,
      extensions: [
        lineNumbers(),
        lintGutter(),
        highlightActiveLineGutter(),
        highlightSpecialChars(),
        history(),
        drawSelection(),
        indentOnInput(),
        indentUnit.of("    "),
        bracketMatching(),
        closeBrackets(),
        highlightActiveLine(),
        highlightSelectionMatches(),
        // The page runs on Mod-Enter, which would otherwise insert a line.
        Prec.highest(keymap.of([{ key: "Mod-Enter", run: () => true }])),
        keymap.of([...closeBracketsKeymap, ...WITHOUT_F_KEYS, ...historyKeymap, ...searchKeymap, indentWithTab]),
        java(),
        editorLook,
        this.#label.of(named(file.path)),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) this.#onChange();
        }),
      ],
    });
  }
}

const WITHOUT_F_KEYS = defaultKeymap.filter((binding) => !/^F\d/.test(binding.key ?? ""));

const named = (path: string): Extension =>
  EditorView.contentAttributes.of({ "aria-label": `Java source of ${path}`, tabindex: "0" });

/** Places that the compiler names can lie past the end of text that was edited since. */
function offset(doc: EditorState["doc"], line: number, column: number): number {
  const at = doc.line(Math.min(Math.max(line, 1), doc.lines));
  return Math.min(at.to, at.from + Math.max(0, column - 1));
}
