import { readFileSync } from "node:fs";

/** The text of a fixture, which the server's tests read too. */
export const fixtureText = (name: string): string => readFileSync(`test/fixtures/${name}`, "utf8");

export const fixture = (name: string): unknown => JSON.parse(fixtureText(name));
