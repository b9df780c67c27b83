import { keep } from "../base/keep";
import { FIRST_DRAFT, readDraft, type Draft } from "./draft";

const KEY = "draft";

/** The visitor's own draft, as the browser keeps it. */
export const keptDraft = {
  /** The draft that was kept, or the one that a first visitor finds. */
  load(): Draft {
    try {
      return readDraft(keep.read(KEY), "");
    } catch {
      return FIRST_DRAFT;
    }
  },
  /** Whether the browser kept it. */
  save: (draft: Draft): boolean => keep.write(KEY, draft),
};
