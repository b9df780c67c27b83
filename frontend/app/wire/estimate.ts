import { member, number, object, type Read } from "./read";

/** A number that was estimated, and the interval that it lies in with 95 % confidence. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export const readEstimate: Read<Estimate> = (value, at) => {
  const from = object(value, at);
  return {
    value: member(from, "value", number, at),
    low: member(from, "low", number, at),
    high: member(from, "high", number, at),
  };
};
