package threadmill.runner;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import threadmill.runner.kernel.Confinement;
import threadmill.runner.kernel.Settings;

/// What an operator can do where sandboxes cannot be had.
///
/// @param confined what this server was put under
/// @param setting gives the value of a file below `/proc/sys`, empty where it does not exist
record Hint(Confinement confined, UnaryOperator<String> setting) {
  private static final List<String> NAMESPACES =
      List.of("namespace", "uid map", "loopback:", "not permitted", "ermission denied");
  private static final String UNKNOWN = "this machine does not let ordinary users make namespaces";

  /// The failure in one sentence, with what to change where we know it.
  static String on(RunnerException failure) {
    return new Hint(Confinement.ofThisProcess(), Hint::kernelSetting)
        .on(String.valueOf(failure.getMessage()));
  }

  private static String kernelSetting(String name) {
    try {
      return Settings.of("/proc/sys/" + name);
    } catch (IOException _) {
      return "";
    }
  }

  String on(String said) {
    if (said.contains("Unknown option --disable-userns")) {
      return "bubblewrap is too old; version 0.8 or newer is needed";
    }
    if (!said.contains("bwrap") || NAMESPACES.stream().noneMatch(said::contains)) {
      return said;
    }
    return said + " — " + sysctl().or(this::appArmor).or(this::seccomp).orElse(UNKNOWN);
  }

  private Optional<String> sysctl() {
    if (is("kernel/unprivileged_userns_clone", "0")) {
      return Optional.of(forbids("kernel.unprivileged_userns_clone=0", "=1"));
    }
    if (is("user/max_user_namespaces", "0")) {
      return Optional.of(forbids("user.max_user_namespaces=0", "=10000"));
    }
    return Optional.empty();
  }

  /// @param found the setting as it is
  /// @param wanted the value that it needs, with its `=`
  private static String forbids(String found, String wanted) {
    return "%s forbids namespaces; allow them on the host with: sysctl -w %s"
        .formatted(found, found.replaceFirst("=.*", wanted));
  }

  private Optional<String> appArmor() {
    if (!confined.appArmor().isEmpty()) {
      return Optional.of(
          ("the AppArmor profile %s forbids what a sandbox needs; load docker/apparmor/threadmill on"
                  + " the host and start the container with --security-opt apparmor=threadmill")
              .formatted(confined.appArmor()));
    }
    if (is("kernel/apparmor_restrict_unprivileged_userns", "1")) {
      return Optional.of(
          forbids("kernel.apparmor_restrict_unprivileged_userns=1", "=0")
              + ", or in a container use the AppArmor profile docker/apparmor/threadmill");
    }
    return Optional.empty();
  }

  private Optional<String> seccomp() {
    return confined.seccomp()
        ? Optional.of(
            "this container's seccomp profile forbids namespaces; start it with --security-opt"
                + " seccomp=docker/seccomp.json")
        : Optional.empty();
  }

  private boolean is(String name, String value) {
    return setting.apply(name).equals(value);
  }
}
