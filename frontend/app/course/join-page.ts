import { thenTo } from "../account/next";
import { standing } from "../account/standing";
import { byId } from "../base/dom";
import { onSubmit } from "../shell/form";
import { openPage } from "../shell/page";
import { coursePath } from "./address";
import { courseApi } from "./api";

/** The page where a join link leads to. It asks before it joins, since staff then see who did. */
export function openJoin(): void {
  const code = new URLSearchParams(location.search).get("code") ?? "";
  byId("code", HTMLInputElement).value = code;
  onSubmit(byId("join-form", HTMLFormElement), async (value) =>
    location.replace(coursePath((await courseApi.join(value("code"))).slug)),
  );
  void openPage(async () => {
    const { account, signUp } = await standing();
    byId("join-first", HTMLElement).hidden = account !== null;
    byId("join-form", HTMLElement).hidden = account === null;
    const here = location.pathname + location.search;
    byId("join-sign-in", HTMLAnchorElement).href = thenTo("/sign-in", here);
    const make = byId("join-sign-up", HTMLAnchorElement);
    make.href = `/sign-up?${new URLSearchParams({ code, next: here })}`;
    make.hidden = signUp === "closed";
    byId("join-closed", HTMLElement).hidden = signUp !== "closed";
    if (account !== null) byId(code === "" ? "code" : "join", HTMLElement).focus();
  });
}
