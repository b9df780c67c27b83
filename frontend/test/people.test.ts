import assert from "node:assert/strict";
import test from "node:test";
import { browserName } from "../app/account/browser-name";
import { nextPath, signInFrom, thenTo } from "../app/account/next";
import { courseOf, coursePath, joinPath } from "../app/course/address";
import { claimCsv, claimsOf } from "../app/course/claim-csv";
import { textOfFile } from "../app/course/roster-file";
import { membersWords, rosterWords } from "../app/course/words";
import type { Member } from "../app/wire/member";
import { readRosterReport, type RosterReport } from "../app/wire/roster";
import { readStanding } from "../app/wire/session";

const next = (value: string): string | null => nextPath(`?${new URLSearchParams({ next: value })}`);

test("signing in leads on to a path of this site", () => {
  for (const path of ["/", "/courses/pp-26", "/courses/join?code=7KQ2-M9XD", "/runs/0b8c#t=1-2", "/a/../b"])
    assert.equal(next(path), path);
});

test("signing in never leads to another site", () => {
  const elsewhere = [
    "//evil.example",
    "///evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "\t//evil.example",
    " //evil.example",
    "https://evil.example",
    "https:evil.example",
    "javascript:alert(1)",
    "data:text/html,x",
    "evil.example",
    "./courses",
    "",
  ];
  for (const path of elsewhere) assert.equal(next(path), null, JSON.stringify(path));
  assert.equal(nextPath("?next=%2F%5Cevil.example"), null);
  assert.equal(nextPath("?next=/%09/evil.example"), null);
  assert.equal(nextPath(""), null);
});

test("a page that needs an account is what signing in leads back to", () => {
  const address = signInFrom({ pathname: "/courses/join", search: "?code=7KQ2-M9XD" });
  assert.equal(nextPath(new URL(address, "http://localhost").search), "/courses/join?code=7KQ2-M9XD");
  assert.equal(signInFrom({ pathname: "/sign-up", search: "?next=%2Faccount" }), "/sign-in?next=%2Faccount");
  assert.equal(signInFrom({ pathname: "/link", search: "" }), "/sign-in");
  assert.equal(thenTo("/sign-up", null), "/sign-up");
});

test("a course is read from its address", () => {
  assert.equal(courseOf("/courses/pp-26"), "pp-26");
  assert.equal(courseOf("/courses/pp-26/people"), "pp-26");
  assert.equal(courseOf("/courses/"), "");
  assert.equal(courseOf("/courses/a%2Fb"), "");
  assert.equal(coursePath("pp-26", "/people"), "/courses/pp-26/people");
  assert.equal(joinPath("7KQ2-M9XD"), "/courses/join?code=7KQ2-M9XD");
});

test("claim links become CSV that no spreadsheet takes for formulas", () => {
  const claims = claimsOf(
    [
      { login: "ada", name: "Lovelace, Ada", email: null, link: "/link#s3cret" },
      { login: "eve", name: '=HYPERLINK("http://evil.example")', email: "+1@example.org", link: "/link#other" },
      { login: "bob", name: "Bob", email: null, link: null },
    ],
    "https://lab.example.org/courses/pp-26/people",
  );
  assert.equal(
    claimCsv(claims),
    [
      "login,name,email,link",
      'ada,"Lovelace, Ada",,https://lab.example.org/link#s3cret',
      "eve,\"'=HYPERLINK(\"\"http://evil.example\"\")\",'+1@example.org,https://lab.example.org/link#other",
      "",
    ].join("\r\n"),
  );
  const starts = ["=1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"];
  for (const name of starts)
    assert.match(claimCsv([{ login: "x", name, email: "", link: "" }]).split("\r\n").slice(1).join("\r\n"), /^x,"?'/, JSON.stringify(name));
});

const report = (added: number, updated: number, dropped: number, unchanged: number): RosterReport => ({
  added: Array.from({ length: added }, (_, i) => ({ login: `s${i}`, name: `S ${i}`, email: null, link: null })),
  updated: Array.from({ length: updated }, (_, i) => `u${i}`),
  dropped: Array.from({ length: dropped }, (_, i) => `d${i}`),
  unchanged,
});

test("a roster is summed up before it is imported and after", () => {
  assert.equal(
    rosterWords(report(12, 2, 1, 30), true),
    "12 people would be added, 2 people would be updated, 1 person would be dropped, 30 stay as they are.",
  );
  assert.equal(rosterWords(report(1, 0, 2, 1), false), "1 person was added, 2 people were dropped, 1 stayed as it was.");
  assert.equal(rosterWords(report(0, 0, 0, 1), true), "Nothing would change: 1 person is in the course as the list has them.");
  assert.equal(rosterWords(report(0, 0, 0, 0), true), "The list names nobody, and nobody is in the course by a list.");
});

test("a roster's report is read", () => {
  const read = readRosterReport(
    { added: [{ login: "ada", name: "Ada", link: "/link#s" }], updated: [], dropped: ["bob"], unchanged: 3 },
    "",
  );
  assert.deepEqual(read.added[0], { login: "ada", name: "Ada", email: null, link: "/link#s" });
});

test("who is not signed in has no account", () => {
  assert.deepEqual(readStanding({ signUp: "code", mail: false }, ""), { account: null, signUp: "code", mail: false });
  assert.throws(() => readStanding({ signUp: "perhaps", mail: false }, ""));
});

const member = (change: Partial<Member>): Member => ({
  account: "1",
  login: "ada",
  name: "Ada",
  email: null,
  role: "STUDENT",
  studentNumber: null,
  claimed: true,
  joinedAt: "2026-09-01T08:00:00Z",
  droppedAt: null,
  ...change,
});

test("the people of a course are counted by role", () => {
  assert.equal(
    membersWords([member({ role: "INSTRUCTOR" }), member({}), member({ claimed: false })]),
    "1 instructor, 2 students; 1 account not claimed yet.",
  );
  assert.equal(membersWords([]), "Nobody is in the course.");
});

test("a roster in the encoding of an older spreadsheet program is read as well", async () => {
  assert.equal(await textOfFile(new Blob(["name\nZoë"])), "name\nZoë");
  assert.equal(await textOfFile(new Blob([Uint8Array.of(0x5a, 0x6f, 0xeb)])), "Zoë");
});

test("browsers are named as people know them", () => {
  const firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
  const edge = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0";
  assert.equal(browserName(firefox), "Firefox on Linux");
  assert.equal(browserName(edge), "Edge on Windows");
  assert.equal(browserName("curl/8"), "curl/8");
});
