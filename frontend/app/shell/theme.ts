import { byId } from "../base/dom";

const THEMES = ["system", "light", "dark"] as const;
type Theme = (typeof THEMES)[number];

/**
 * The theme switch. The choice is kept in a cookie, so that the server writes it into the page and
 * nobody sees the other theme flash by.
 */
export function installTheme(onChange: () => void): void {
  const select = byId("theme", HTMLSelectElement);
  const root = document.documentElement;
  select.value = root.dataset["theme"] ?? "system";
  select.addEventListener("change", () => {
    const theme: Theme = THEMES.find((each) => each === select.value) ?? "system";
    root.dataset["theme"] = theme;
    document.cookie = `threadmill-theme=${theme}; path=/; max-age=31536000; samesite=lax`;
    onChange();
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", onChange);
}
