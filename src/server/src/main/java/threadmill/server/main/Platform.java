package threadmill.server.main;

/// The one platform whose kernel and system calls the sandbox knows.
final class Platform {
  private Platform() {}

  static void check(String system, String architecture) {
    if (!system.equals("Linux") || !architecture.equals("amd64")) {
      throw new StartRefused(
          "Threadmill runs on Linux on x86-64 only; this is "
              + system
              + " on "
              + architecture
              + ".");
    }
  }
}
