/** Gives the element of the page's template with this id; the template and the scripts go together. */
export function byId<T extends HTMLElement>(id: string, type: abstract new () => T): T {
  const found = document.getElementById(id);
  if (!(found instanceof type)) throw new Error(`the page has no ${type.name} #${id}`);
  return found;
}

/** How a view finds its elements. */
export type Find = typeof byId;

/** Finds the elements of a part that a page has more than once: their ids end in what tells it apart. */
export const endingIn =
  (ending: string): Find =>
  (id, type) =>
    byId(id + ending, type);

type Child = Node | string | null | false;

interface Attributes {
  readonly [name: string]: string | number | boolean | ((event: Event) => void) | null | undefined;
}

/**
 * Makes an element. Text is only ever set as text, since most of what is shown here was written by
 * somebody else. Attributes whose name starts with `on` are listeners.
 */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  for (const child of children) if (child !== null && child !== false) element.append(child);
  return element;
}

/** Whether keys typed at this event belong to a text field or the editor. */
export function isTyping(event: Event): boolean {
  const target = event.composedPath()[0];
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable) return true;
  if (target instanceof HTMLInputElement) return target.type !== "checkbox" && target.type !== "button";
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

/** Runs `work` at most once a frame, however often it is asked for. */
export function oncePerFrame(work: () => void): () => void {
  let asked = false;
  return () => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      work();
    });
  };
}

/** Hands `content` to the browser as a file. */
export function download(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  h("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
