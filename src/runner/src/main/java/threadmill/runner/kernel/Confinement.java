package threadmill.runner.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What this process was put under before it started, by a container or by the machine's policy.
///
/// @param seccomp whether a filter decides which system calls it may make
/// @param appArmor name of its AppArmor profile; empty without one
public record Confinement(boolean seccomp, String appArmor) {

  /// What `/proc` says of this process; nothing where that cannot be read.
  public static Confinement ofThisProcess() {
    return of(read("/proc/self/status"), read("/proc/self/attr/current"));
  }

  /// @param status content of a process' `status`
  /// @param attribute content of its `attr/current`, such as `docker-default (enforce)`
  static Confinement of(String status, String attribute) {
    var filtered = status.lines().anyMatch(line -> line.matches("Seccomp:\\s*2"));
    var label = attribute.strip().replaceFirst(" \\(.*", "");
    return new Confinement(filtered, label.equals("unconfined") ? "" : label);
  }

  private static String read(String file) {
    try {
      return Files.readString(Path.of(file));
    } catch (IOException _) {
      // Without a security module there is no attribute to read.
      return "";
    }
  }
}
