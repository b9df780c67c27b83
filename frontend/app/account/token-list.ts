import { byId, h } from "../base/dom";
import { day, when } from "../base/when";
import { confirm } from "../shell/confirm";
import { copyButton } from "../shell/copy";
import { onSubmit } from "../shell/form";
import { news } from "../shell/page";
import { SCOPES, type Token } from "../wire/token";
import { accountApi } from "./api";
import { failure } from "./failure";

/** Shows the visitor's tokens. */
export async function showTokens(): Promise<void> {
  const tokens = await accountApi.tokens();
  byId("tokens-empty", HTMLElement).hidden = tokens.length > 0;
  byId("tokens", HTMLElement).replaceChildren(...tokens.map(row));
}

/** Makes the form that asks for a token work. */
export function installTokenForm(): void {
  const text = byId("token-text", HTMLElement);
  byId("token-copy", HTMLElement).append(copyButton("Copy", () => text.textContent ?? ""));
  const form = byId("token-form", HTMLFormElement);
  onSubmit(form, async (value, data) => {
    const wanted = data.getAll("scopes");
    const scopes = SCOPES.filter((each) => wanted.includes(each));
    const token = await accountApi.makeToken(value("name"), scopes, value("days") === "" ? null : Number(value("days")));
    text.textContent = token.token ?? "";
    byId("token-made", HTMLElement).hidden = false;
    form.reset();
    byId("token-new", HTMLDetailsElement).open = false;
    news(`The token “${token.name}” is made; copy it now.`);
    byId("token-made", HTMLElement).scrollIntoView({ block: "nearest" });
    await showTokens();
  });
}

function row(token: Token): HTMLElement {
  return h(
    "li",
    {},
    h(
      "span",
      {},
      h("strong", {}, token.name),
      ...token.scopes.map((each) => h("span", { class: "chip" }, each)),
      h(
        "span",
        { class: "quiet" },
        ...(token.lastUsedAt === null ? [" not used yet"] : [" last used ", when(token.lastUsedAt)]),
        ...(token.expiresAt === null ? [", good until it is revoked"] : [", good until ", day(token.expiresAt)]),
      ),
    ),
    h("button", { type: "button", onclick: () => void revoke(token) }, "Revoke…", h("span", { class: "hidden" }, ` ${token.name}`)),
  );
}

async function revoke(token: Token): Promise<void> {
  const fault = byId("tokens-fault", HTMLElement);
  fault.textContent = "";
  const sure = await confirm({
    title: `Revoke “${token.name}”?`,
    text: "Programs that use it are refused from now on. It cannot be brought back; you can make another.",
    yes: "Revoke",
  });
  if (!sure) return;
  try {
    await accountApi.revoke(token.id);
    byId("token-made", HTMLElement).hidden = true;
    await showTokens();
    news(`“${token.name}” is revoked.`);
  } catch (error) {
    fault.replaceChildren(...failure(error));
  }
}
