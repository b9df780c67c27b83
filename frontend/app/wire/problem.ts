import { list, member, number, object, orElse, orNull, text, type Read } from "./read";

/** An error as the server tells it: `application/problem+json`, RFC 9457. */
export interface Problem {
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  /** What is wrong with which field, such as `limits.wallMillis`. */
  readonly errors: readonly FieldError[];
}

export interface FieldError {
  readonly field: string;
  readonly message: string;
}

export const readProblem: Read<Problem> = (value, at) => {
  const from = object(value, at);
  return {
    title: member(from, "title", orElse(text, ""), at),
    status: member(from, "status", number, at),
    detail: member(from, "detail", orNull(text), at) ?? "",
    errors: member(
      from,
      "errors",
      orElse(
        list((each, where) => {
          const error = object(each, where);
          return {
            field: member(error, "field", text, where),
            message: member(error, "message", text, where),
          };
        }),
        [],
      ),
      at,
    ),
  };
};
