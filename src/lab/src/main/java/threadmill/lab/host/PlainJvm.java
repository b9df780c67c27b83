package threadmill.lab.host;

import java.util.List;
import java.util.Map;

/// A JVM outside Threadmill, with the lab and the program on its class path.
final class PlainJvm implements Host {
  @Override
  public void phase(long nanoTime, String name) {
    // Nobody draws a timeline here.
  }

  @Override
  public String mainClass() {
    return System.getProperty("sun.java.command", "").split(" ", 2)[0];
  }

  @Override
  public ClassLoader loader() {
    return ClassLoader.getSystemClassLoader();
  }

  @Override
  public Map<String, byte[]> classes() {
    return Map.of();
  }

  @Override
  public List<String> worker(int heapMiB, String name) {
    return List.of(
        System.getProperty("java.home") + "/bin/java",
        "-Xmx" + heapMiB + "m",
        "-XX:+UseSerialGC",
        "--class-path=" + System.getProperty("java.class.path"),
        Worker.class.getName(),
        name);
  }
}
