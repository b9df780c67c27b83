import { h } from "../base/dom";
import { copyButton } from "../shell/copy";
import { openSheet } from "../shell/sheet";
import type { MadeLink } from "../wire/link";

/** Shows a link that was made for somebody. */
export function showLink(name: string, link: MadeLink): void {
  const address = new URL(link.path, location.href).href;
  openSheet(
    `Link for ${name}`,
    h("p", {}, "It lets its owner choose a password, once. Hand it to nobody else: who has it has the account. It is shown this once; earlier links have ended."),
    h("p", { class: "secret" }, h("code", {}, address)),
    h("p", { class: "quiet" }, "Good until ", h("time", { datetime: link.expiresAt }, new Date(link.expiresAt).toLocaleString()), "."),
    h("p", {}, copyButton("Copy", () => address)),
  );
}
