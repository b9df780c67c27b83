import { call } from "../base/call";
import { readCourse, readCourses, type Course, type Role } from "../wire/course";
import { readMadeLink, type MadeLink } from "../wire/link";
import { readMember, readMembers, type Member } from "../wire/member";
import { readRosterReport, type RosterReport } from "../wire/roster";

/** What changes of a course; what is left out stays. */
export interface CourseChange {
  readonly title?: string;
  readonly description?: string;
  /** True makes another code. */
  readonly joining?: boolean;
  readonly archived?: boolean;
}

const course = (slug: string): string => `/courses/${encodeURIComponent(slug)}`;
const member = (slug: string, account: string): string => `${course(slug)}/members/${encodeURIComponent(account)}`;

export const courseApi = {
  mine: (): Promise<Course[]> => call("GET", "/courses", readCourses),
  /** @param slug null to have it made from the title */
  create: (title: string, slug: string | null, description: string): Promise<Course> =>
    call("POST", "/courses", readCourse, JSON.stringify({ title, slug, description })),
  join: (code: string): Promise<Course> => call("POST", "/courses/join", readCourse, JSON.stringify({ code })),
  course: (slug: string): Promise<Course> => call("GET", course(slug), readCourse),
  change: (slug: string, change: CourseChange): Promise<Course> =>
    call("PATCH", course(slug), readCourse, JSON.stringify(change)),
  members: (slug: string): Promise<Member[]> => call("GET", `${course(slug)}/members`, readMembers),
  add: (slug: string, login: string, role: Role): Promise<Member> =>
    call("POST", `${course(slug)}/members`, readMember, JSON.stringify({ login, role })),
  setRole: (slug: string, account: string, role: Role): Promise<Member> =>
    call("PUT", member(slug, account), readMember, JSON.stringify({ role })),
  drop: (slug: string, account: string): Promise<void> => call("DELETE", member(slug, account), () => undefined),
  makeLink: (slug: string, account: string): Promise<MadeLink> =>
    call("POST", `${member(slug, account)}/link`, readMadeLink),
  /** @param trial only says what the import would do */
  importRoster: (slug: string, csv: string, trial: boolean): Promise<RosterReport> =>
    call("POST", `${course(slug)}/members/roster?trial=${trial}`, readRosterReport, csv, "text/csv"),
};
