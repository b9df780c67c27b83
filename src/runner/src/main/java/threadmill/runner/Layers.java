package threadmill.runner;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import threadmill.runner.sandbox.Sandboxes;
import threadmill.runner.sandbox.escape.Finding;
import threadmill.runner.sandbox.escape.Wall;
import threadmill.runner.sandbox.seccomp.Filter;

/// Says which layers hold on this machine, from what became of the attempts to break out.
final class Layers {
  private final Map<Wall, List<Finding>> findings;

  private Layers(List<Finding> findings) {
    this.findings =
        findings.stream()
            .collect(
                Collectors.groupingBy(
                    Finding::wall, () -> new EnumMap<>(Wall.class), Collectors.toList()));
  }

  /// @param whyNoPerf why timelines are sampled, where they are
  static List<Layer> of(List<Finding> findings, Sandboxes sandboxes, Optional<String> whyNoPerf) {
    var layers = new Layers(findings);
    var filter = Filter.forJvm();
    return List.of(
        layers.of(
            Wall.NAMESPACES,
            "Namespaces",
            "user, process, network, mount, IPC, host name and control group of its own"),
        layers.of(
            Wall.MOUNTS,
            "Mounts",
            "JDK and our classes read-only, no /proc, one writable folder of 64 MiB"),
        layers.of(
            Wall.SYSTEM_CALLS,
            "System calls",
            "%d allowed, %d of them only with certain arguments; %d end the program, all others fail"
                .formatted(
                    filter.allowed().size(), filter.checked().size(), filter.killed().size())),
        layers.of(
            Wall.PRIVILEGES,
            "Privileges",
            "an ordinary user, no capabilities (with the virtual web: binding ports of its own network),"
                + " none to be gained"),
        layers.of(
            Wall.LIMITS, "Limits", "memory, CPU time, tasks, open files and file size, a process"),
        new Layer("Control group", sandboxes.grouped(), sentence(sandboxes.groups())),
        new Layer(
            "Supervisor",
            true,
            "Outside the sandbox: ends what takes too much wall time, CPU, memory, output or threads."),
        new Layer(
            "Recording",
            whyNoPerf.isEmpty(),
            whyNoPerf.orElse("Timelines are the kernel's own record of context switches.")));
  }

  private Layer of(Wall wall, String name, String what) {
    var tried = findings.getOrDefault(wall, List.of());
    boolean active = !tried.isEmpty() && tried.stream().allMatch(Finding::stopped);
    var evidence =
        active
            ? "%d attempts to break out, all stopped".formatted(tried.size())
            : tried.stream()
                .filter(finding -> !finding.stopped())
                .map(finding -> "a program could " + finding.attempt())
                .findFirst()
                .orElse("not tried");
    return new Layer(name, active, sentence(what + "; " + evidence));
  }

  private static String sentence(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
  }
}
