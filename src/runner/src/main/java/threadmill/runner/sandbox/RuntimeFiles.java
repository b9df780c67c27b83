package threadmill.runner.sandbox;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.launcher.Launcher;
import org.opentest4j.AssertionFailedError;
import threadmill.grader.GraderMain;
import threadmill.harness.wire.Report;
import threadmill.harness.wire.VirtualWeb;
import threadmill.lab.Lab;
import threadmill.runner.RunnerException;
import threadmill.runner.kernel.Processes;
import threadmill.runner.sandbox.seccomp.Filter;

/// Copies of our own class files that sandboxes read, in a folder that holds nothing else and that
/// the sandboxes' user can reach.
///
/// The folder's name is the hash of its content, so that servers of different versions never meet
/// in one. A runner that is root keeps it below `/var/lib`, since the home of root is closed to
/// others.
///
/// @param folder holds our jars and JUnit's, the seccomp filter and the hosts of the virtual web
record RuntimeFiles(Path folder) {
  private static final Path FOR_ROOT = Path.of("/var/lib/threadmill");
  private static final String FILTER = "seccomp.bpf";
  private static final String HOSTS = "hosts";

  /// Where the folder is inside a sandbox.
  static final String INSIDE = "/threadmill";

  /// Where the hosts of the virtual web are inside a sandbox.
  static final String HOSTS_INSIDE = INSIDE + "/" + HOSTS;

  /// A member of each module, by the module's name here.
  private static final Map<String, Class<?>> MODULES =
      Map.ofEntries(
          Map.entry("lab", Lab.class),
          Map.entry("harness", Report.class),
          Map.entry("grader", GraderMain.class),
          Map.entry("runner", RuntimeFiles.class),
          Map.entry("junit-jupiter-api", Test.class),
          Map.entry("junit-jupiter-params", ParameterizedTest.class),
          Map.entry("junit-jupiter-engine", JupiterTestEngine.class),
          Map.entry("junit-platform-commons", JUnitException.class),
          Map.entry("junit-platform-engine", TestEngine.class),
          Map.entry("junit-platform-launcher", Launcher.class),
          Map.entry("opentest4j", AssertionFailedError.class));

  /// What the tests of exercises are compiled against and run with.
  static final List<String> FOR_TESTS =
      MODULES.keySet().stream()
          .filter(name -> !name.equals("lab") && !name.equals("runner"))
          .sorted()
          .toList();

  static RuntimeFiles stage(Path home) {
    try {
      var files = new TreeMap<String, Path>();
      for (var module : MODULES.entrySet()) {
        collect(module.getKey(), module.getValue(), files);
      }
      var parent = Files.createDirectories(Processes.isRoot() ? FOR_ROOT : home);
      var folder = parent.resolve("runtime-" + hash(files));
      if (!Files.isDirectory(folder)) {
        copy(files, folder);
      }
      OldFolders.use(folder);
      OldFolders.remove(parent, Instant.now());
      return new RuntimeFiles(folder);
    } catch (IOException | URISyntaxException e) {
      throw new RunnerException("cannot copy the sandbox's class files", e);
    }
  }

  /// Finds a module's jar, or its class files where it has not been packed yet.
  private static void collect(String name, Class<?> member, SortedMap<String, Path> files)
      throws IOException, URISyntaxException {
    var source = Path.of(member.getProtectionDomain().getCodeSource().getLocation().toURI());
    if (!Files.isDirectory(source)) {
      files.put(jar(name), source);
      return;
    }
    try (var classes = Files.walk(source)) {
      for (var file : List.copyOf(classes.filter(Files::isRegularFile).toList())) {
        files.put(jar(name) + "!" + source.relativize(file), file);
      }
    }
  }

  private static String hash(SortedMap<String, Path> files) throws IOException {
    var parts = new ArrayList<byte[]>();
    for (var file : files.entrySet()) {
      parts.add(file.getKey().getBytes(StandardCharsets.UTF_8));
      parts.add(Files.readAllBytes(file.getValue()));
    }
    return Hash.of(parts.toArray(byte[][]::new));
  }

  /// Fills a folder beside the final one first: whoever finds that finds it whole.
  private static void copy(SortedMap<String, Path> files, Path folder) throws IOException {
    var partial = Folders.partial(folder);
    for (var module : MODULES.keySet()) {
      var jar = partial.resolve(jar(module));
      var whole = files.get(jar(module));
      if (whole != null) {
        Files.copy(whole, jar);
      } else {
        pack(files.tailMap(jar(module) + "!").headMap(jar(module) + "\""), jar);
      }
    }
    Files.write(partial.resolve(FILTER), Filter.forJvm().bytes());
    Files.writeString(
        partial.resolve(HOSTS),
        "127.0.0.1 localhost sandbox\n127.0.0.1 %s\n"
            .formatted(String.join(" ", VirtualWeb.HOSTS)));
    Folders.readable(partial);
    Folders.publish(partial, folder);
  }

  /// Packs class files, since an ahead-of-time cache takes none from folders.
  private static void pack(Map<String, Path> classes, Path jar) throws IOException {
    try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (var file : classes.entrySet()) {
        out.putNextEntry(new JarEntry(file.getKey().substring(file.getKey().indexOf('!') + 1)));
        Files.copy(file.getValue(), out);
        out.closeEntry();
      }
    }
  }

  private static String jar(String module) {
    return module + ".jar";
  }

  /// The seccomp filter; what it is made from is among the classes that the folder's name hashes.
  Path filter() {
    return folder.resolve(FILTER);
  }

  /// Where a module's classes are inside a sandbox.
  static String inside(String module) {
    return INSIDE + "/" + jar(module);
  }
}
