import { byId } from "../base/dom";
import { courseApi } from "../course/api";
import { onSubmit } from "../shell/form";
import { openPage } from "../shell/page";
import { accountApi } from "./api";
import { nextPath, thenTo } from "./next";
import { standing } from "./standing";

/** The page where somebody makes an account, and with a code joins a course at once. */
export function openSignUp(): void {
  const form = byId("sign-up-form", HTMLFormElement);
  const next = nextPath(location.search);
  const code = byId("joinCode", HTMLInputElement);
  code.value = new URLSearchParams(location.search).get("code") ?? "";
  byId("to-sign-in", HTMLAnchorElement).href = thenTo("/sign-in", next);
  onSubmit(form, async (value) => {
    const joinCode = value("joinCode").trim();
    await accountApi.signUp({
      login: value("login"),
      name: value("name"),
      email: value("email"),
      password: value("password"),
      joinCode,
    });
    location.replace((await joined(joinCode)) ?? next ?? "/courses");
  });
  void openPage(async () => {
    const { account, signUp } = await standing();
    if (account !== null) return location.replace(next ?? "/courses");
    byId("sign-up-closed", HTMLElement).hidden = signUp !== "closed";
    form.hidden = signUp === "closed";
    code.required = signUp === "code";
    byId("joinCode-range", HTMLElement).textContent =
      signUp === "code"
        ? "of a course; its staff know it, and you are in the course at once"
        : "of a course, if you have one; leave it empty to join later";
  });
}

/** The page of the course that a code has let in to; joining twice is joining once. */
async function joined(code: string): Promise<string | null> {
  if (code === "") return null;
  try {
    return `/courses/${encodeURIComponent((await courseApi.join(code)).slug)}`;
  } catch {
    return null;
  }
}
