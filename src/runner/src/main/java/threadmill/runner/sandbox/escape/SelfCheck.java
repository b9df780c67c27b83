package threadmill.runner.sandbox.escape;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import threadmill.runner.Alarm;
import threadmill.runner.RunnerException;
import threadmill.runner.sandbox.Aot;
import threadmill.runner.sandbox.Bounds;
import threadmill.runner.sandbox.NotStartedException;
import threadmill.runner.sandbox.Sandbox;
import threadmill.runner.sandbox.SandboxSpec;
import threadmill.runner.sandbox.Sandboxes;

/// Tries to break out of sandboxes that are made as those of students are: one without the virtual
/// web and one with it.
public final class SelfCheck {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  static final Bounds BOUNDS = new Bounds(32, 16, PATIENCE);

  /// Exit code of bubblewrap when SIGSYS has ended the program.
  private static final int FORBIDDEN_CALL = 128 + Errors.SIGSYS;

  private final Sandboxes sandboxes;

  public SelfCheck(Sandboxes sandboxes) {
    this.sandboxes = sandboxes;
  }

  /// Makes every attempt; blocks for a second.
  ///
  /// @throws RunnerException when one got out, with what it reached, or when they could not be made
  public List<Finding> run() {
    try (var canaries = Canaries.open()) {
      var targets = canaries.targets(BOUNDS);
      var findings = new ArrayList<>(attempts(targets));
      findings.addAll(attempts(targets.withWeb()));
      return unbroken(List.copyOf(findings));
    } catch (IOException e) {
      throw new RunnerException("the sandbox cannot be checked", e);
    }
  }

  /// The same findings, if nothing got out.
  static List<Finding> unbroken(List<Finding> findings) {
    findings.stream()
        .filter(finding -> !finding.stopped())
        .findFirst()
        .ifPresent(out -> {
          throw refusal(out);
        });
    return findings;
  }

  private static RunnerException refusal(Finding out) {
    return new RunnerException(
        "a program in a sandbox of this machine could %s (%s); no run is taken until that is stopped: %s"
            .formatted(out.attempt(), out.evidence(), advice(out.wall())));
  }

  private static String advice(Wall wall) {
    return switch (wall) {
      case MOUNTS, NAMESPACES ->
          "see that bwrap is bubblewrap itself, 0.8 or newer, and not a wrapper around it";
      case PRIVILEGES ->
          "see that bwrap is not setuid, and that the runner has no capabilities to hand on";
      case SYSTEM_CALLS ->
          "see that the kernel has CONFIG_SECCOMP_FILTER and bwrap was built with --seccomp";
      case LIMITS -> "see that the sandbox's user is not root, whom limits do not bind";
    };
  }

  /// Makes every attempt and says how each ended, those that got out too.
  List<Finding> attempts(Targets targets) throws IOException {
    var java = new ArrayList<String>();
    java.add("--enable-native-access=ALL-UNNAMED");
    // A forked child would wait for ever for a compiler's lock that was held when it was forked.
    java.add("-Xint");
    java.add("-cp");
    java.add(sandboxes.module("runner"));
    java.add(Escapes.class.getName());
    java.addAll(targets.arguments());
    try {
      var spec = new SandboxSpec(java, BOUNDS, false, targets.web(), new Aot.None());
      return sandboxes.start(spec, SelfCheck::read);
    } catch (NotStartedException e) {
      throw new RunnerException("the sandbox cannot be checked: " + e.said(), e);
    }
  }

  private static List<Finding> read(Sandbox sandbox) throws IOException {
    var findings = new ArrayList<Finding>();
    try (var _ = Alarm.after(PATIENCE, sandbox::kill);
        var lines = new BufferedReader(new InputStreamReader(sandbox.stdout(), UTF_8))) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        if (findings.isEmpty()) {
          sandbox.answered();
        }
        if (line.equals(Escapes.DONE)) {
          findings.add(end(sandbox));
          sandbox.close();
          return List.copyOf(findings);
        }
        Finding.parse(line).ifPresent(findings::add);
      }
    }
    throw new IOException("it ended before all attempts were made");
  }

  /// Its last act is a forbidden call.
  private static Finding end(Sandbox sandbox) throws IOException {
    try {
      boolean ended = sandbox.waitFor(PATIENCE);
      if (ended && sandbox.wasKilled()) {
        throw new IOException("it was killed");
      }
      return new Finding(
          Wall.SYSTEM_CALLS,
          "end by a forbidden call unnoticed",
          ended && sandbox.exitCode() == FORBIDDEN_CALL,
          ended ? "exit code " + sandbox.exitCode() : "it goes on");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RunnerException("interrupted while checking the sandbox", e);
    }
  }
}
