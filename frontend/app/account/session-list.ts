import { byId, h } from "../base/dom";
import { when } from "../base/when";
import { news } from "../shell/page";
import type { Session } from "../wire/session";
import { accountApi } from "./api";
import { browserName } from "./browser-name";
import { failure } from "./failure";

/** Shows where the visitor is signed in; every other place can be signed out. */
export async function showSessions(): Promise<void> {
  const sessions = await accountApi.sessions();
  byId("sessions", HTMLElement).replaceChildren(...sessions.map(row));
}

function row(session: Session): HTMLElement {
  const name = browserName(session.agent);
  return h(
    "li",
    {},
    h(
      "span",
      { title: session.agent },
      h("strong", {}, name),
      session.current && h("span", { class: "chip good" }, "this browser"),
      h("span", { class: "quiet" }, " last used ", when(session.lastSeenAt), ", signed in ", when(session.createdAt)),
    ),
    !session.current && h("button", { type: "button", onclick: () => void end(session, name) }, "Sign out there", h("span", { class: "hidden" }, `: ${name}`)),
  );
}

async function end(session: Session, name: string): Promise<void> {
  const fault = byId("sessions-fault", HTMLElement);
  fault.textContent = "";
  try {
    await accountApi.end(session.id);
    await showSessions();
    news(`${name} is signed out.`);
  } catch (error) {
    fault.replaceChildren(...failure(error));
  }
}
