import { member, number, object, type Read } from "./read";

/** A median with its interval of 95 % confidence. */
export interface Time {
  readonly medianNanos: number;
  readonly lowNanos: number;
  readonly highNanos: number;
}

export const readTime: Read<Time> = (value, at) => {
  const from = object(value, at);
  return {
    medianNanos: member(from, "medianNanos", number, at),
    lowNanos: member(from, "lowNanos", number, at),
    highNanos: member(from, "highNanos", number, at),
  };
};
