import { counted } from "../base/format";
import type { Role } from "../wire/course";
import type { Member } from "../wire/member";
import type { RosterReport } from "../wire/roster";

export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  STUDENT: "student",
  ASSISTANT: "assistant",
  INSTRUCTOR: "instructor",
};

/** What an import did, or in a trial would do. */
export function rosterWords({ added, updated, dropped, unchanged }: RosterReport, trial: boolean): string {
  if (added.length + updated.length + dropped.length === 0)
    return unchanged === 0
      ? "The list names nobody, and nobody is in the course by a list."
      : `Nothing ${trial ? "would change" : "changed"}: ${counted(unchanged, "person is", "people are")} in the course as the list has them.`;
  const parts = [
    part(added.length, "added", trial),
    part(updated.length, "updated", trial),
    part(dropped.length, "dropped", trial),
    unchanged > 0 && `${counted(unchanged, trial ? "stays as it is" : "stayed as it was", trial ? "stay as they are" : "stayed as they were")}`,
  ].filter((each) => each !== false);
  return `${parts.join(", ")}.`;
}

const part = (number: number, deed: string, trial: boolean): string | false =>
  number > 0 && `${counted(number, "person", "people")} ${trial ? "would be" : number === 1 ? "was" : "were"} ${deed}`;

/** How many are in a course, such as `2 instructors, 1 assistant, 30 students`. */
export function membersWords(members: readonly Member[]): string {
  const of = (role: Role): string | false => {
    const number = members.filter((each) => each.role === role).length;
    return number > 0 && counted(number, ROLE_WORDS[role]);
  };
  const unclaimed = members.filter((each) => !each.claimed).length;
  const parts = [of("INSTRUCTOR"), of("ASSISTANT"), of("STUDENT")].filter((each) => each !== false);
  if (parts.length === 0) return "Nobody is in the course.";
  return `${parts.join(", ")}${unclaimed > 0 ? `; ${counted(unclaimed, "account")} not claimed yet` : ""}.`;
}
