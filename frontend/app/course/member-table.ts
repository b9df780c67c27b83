import { byId, h } from "../base/dom";
import { counted } from "../base/format";
import { day } from "../base/when";
import { replaceRows } from "../shell/keep-focus";
import type { Member } from "../wire/member";
import { openMemberSheet, type Managing } from "./member-sheet";
import { membersWords, ROLE_WORDS } from "./words";

/**
 * Shows who is in a course, and apart from them who was.
 *
 * @param managing null for who may only look
 */
export function showMembers(members: readonly Member[], managing: Managing | null): void {
  const now = members.filter((each) => each.droppedAt === null);
  const gone = members.filter((each) => each.droppedAt !== null);
  byId("members-count", HTMLElement).textContent = membersWords(now);
  replaceRows(byId("members-rows", HTMLElement), now.map((each) => row(each, managing)));
  byId("gone", HTMLElement).hidden = gone.length === 0;
  byId("gone-summary", HTMLElement).textContent = `${counted(gone.length, "person", "people")} who left or fell off the roster`;
  replaceRows(byId("gone-rows", HTMLElement), gone.map((each) => row(each, managing)));
  for (const column of document.querySelectorAll<HTMLElement>("th.manage")) column.hidden = managing === null;
}

const row = (member: Member, managing: Managing | null): HTMLElement =>
  h(
    "tr",
    {},
    h("th", { scope: "row", title: member.email }, member.name),
    h("td", {}, member.login),
    h("td", {}, member.studentNumber ?? "–"),
    h("td", {}, h("span", { class: member.role === "STUDENT" ? "chip" : "chip good" }, ROLE_WORDS[member.role])),
    h("td", {}, member.claimed ? "claimed" : h("span", { class: "chip limit" }, "not claimed yet")),
    h("td", {}, day(member.droppedAt ?? member.joinedAt)),
    managing !== null &&
      h(
        "td",
        {},
        h("button", { type: "button", "data-account": member.account, onclick: () => openMemberSheet(member, managing) }, "Change…", h("span", { class: "hidden" }, ` ${member.login}`)),
      ),
  );
