import { byId } from "../base/dom";
import { confirm, type Question } from "../shell/confirm";
import { copyButton } from "../shell/copy";
import type { Course } from "../wire/course";
import { joinPath } from "./address";
import type { CourseChange } from "./api";

/** Changes the course at once, and says that it was done or why not. */
export type ChangeCourse = (change: CourseChange, words: string) => Promise<void>;

/** Makes the buttons work by which instructors say who may join. */
export function installJoining(change: ChangeCourse): void {
  const text = (id: string) => () => byId(id, HTMLElement).textContent ?? "";
  byId("copy-code", HTMLElement).append(copyButton("Copy", text("join-code")));
  byId("copy-link", HTMLElement).append(copyButton("Copy", text("join-link")));
  const afterAsking = async (question: Question, joining: boolean, words: string): Promise<void> => {
    if (await confirm(question)) await change({ joining }, words);
  };
  byId("open-joining", HTMLButtonElement).addEventListener("click", () => void change({ joining: true }, "People may join by the new code."));
  byId("other-code", HTMLButtonElement).addEventListener("click", () => {
    const text = "The code and link that you gave out let nobody in any more. Who has joined stays.";
    void afterAsking({ title: "Make another code?", text, yes: "Make another" }, true, "There is another code now.");
  });
  byId("close-joining", HTMLButtonElement).addEventListener("click", () => {
    const text = "The code and link let nobody in any more. Who has joined stays, and you can still add people.";
    void afterAsking({ title: "Close joining?", text, yes: "Close joining" }, false, "Nobody joins by code any more.");
  });
}

/** Shows by what code people join, if by any. */
export function showJoining({ joinCode, archivedAt }: Course): void {
  const open = joinCode !== null && archivedAt === null;
  byId("joining-open", HTMLElement).hidden = !open;
  byId("joining-closed", HTMLElement).hidden = open;
  byId("open-joining", HTMLElement).hidden = archivedAt !== null;
  byId("joining-why", HTMLElement).textContent =
    archivedAt === null ? "Nobody joins by code now; you can still add people." : "Nobody joins a course that is archived.";
  byId("join-code", HTMLElement).textContent = joinCode ?? "";
  byId("join-link", HTMLElement).textContent = joinCode === null ? "" : new URL(joinPath(joinCode), location.href).href;
}
