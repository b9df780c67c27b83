import { h } from "../base/dom";
import { bytes } from "../base/format";
import type { MachinePrint, Method } from "../wire/experiment";

/** The fingerprint of the machine that measured. */
export function machineList(machine: MachinePrint): HTMLElement {
  const rows: [string, string][] = [
    ["CPU", machine.cpu],
    ["Cores", `${machine.cores}, usable: ${machine.usableCores.join(", ")}`],
    ["Governor", machine.governor ?? "unknown"],
    ["Memory", bytes(machine.memoryBytes)],
    ["Kernel", machine.kernel],
    ["JDK", machine.jdk],
    ["Flags", machine.flags.join(" ")],
  ];
  return h("dl", { class: "machine" }, ...rows.flatMap(([name, value]) => [h("dt", {}, name), h("dd", {}, value)]));
}

const share = (value: number): string => `${Number((100 * value).toFixed(1))} %`;

/** How the numbers came about. */
export const methodWords = ({ interval, confidence, resamples, mostLostShare, mostStealShare, mostSpread }: Method, seed: number): string =>
  `Times are medians; in brackets their interval of ${share(confidence)} confidence (${interval}, ${resamples.toLocaleString("en-US")} resamples, seed ${seed}). ` +
  `A cell is too noisy above ${share(mostLostShare)} of core time lost to others, ${share(mostStealShare)} stolen by the hypervisor, or a spread of ${share(mostSpread)}.`;
