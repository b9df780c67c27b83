import type { Standing } from "../wire/session";
import { accountApi } from "./api";

let asked: Promise<Standing> | null = null;

/** Who is signed in here; asked once a page. */
export const standing = (): Promise<Standing> => (asked ??= accountApi.standing());
