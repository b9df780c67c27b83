import { list, member, number, object, orNull, text, type Read } from "./read";

/** A stretch of one lane that proves a finding. */
export interface Evidence {
  readonly lane: number;
  readonly from: number;
  readonly to: number;
}

/** One reason why a run took its time. Mirrors `DiagnosisView.Line`. */
export interface Finding {
  readonly kind: string;
  readonly text: string;
  readonly share: number;
  readonly lock: string | null;
  readonly evidence: readonly Evidence[];
}

/** `GET /api/v1/runs/{id}/diagnosis` */
export interface Diagnosis {
  readonly findings: readonly Finding[];
}

const readEvidence: Read<Evidence> = (value, at) => {
  const from = object(value, at);
  return {
    lane: member(from, "lane", number, at),
    from: member(from, "from", number, at),
    to: member(from, "to", number, at),
  };
};

const readFinding: Read<Finding> = (value, at) => {
  const from = object(value, at);
  return {
    kind: member(from, "kind", text, at),
    text: member(from, "text", text, at),
    share: member(from, "share", number, at),
    lock: member(from, "lock", orNull(text), at),
    evidence: member(from, "evidence", list(readEvidence), at),
  };
};

export const readDiagnosis: Read<Diagnosis> = (value, at) => ({
  findings: member(object(value, at), "findings", list(readFinding), at),
});
