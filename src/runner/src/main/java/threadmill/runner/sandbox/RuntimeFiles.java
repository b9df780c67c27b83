package threadmill.runner.sandbox;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import threadmill.harness.wire.Report;
import threadmill.lab.Lab;
import threadmill.runner.RunnerException;
import threadmill.runner.kernel.Processes;

/// Copies of our own class files that sandboxes read, in a folder that holds nothing else and that
/// the sandboxes' user can reach.
///
/// The folder's name is the hash of its content, so that servers of different versions never meet
/// in one. A runner that is root keeps it below `/var/lib`, since the home of root is closed to
/// others.
///
/// @param folder holds `lab`, `harness` and `runner`, each a jar or a folder of classes
record RuntimeFiles(Path folder) {
  private static final Path FOR_ROOT = Path.of("/var/lib/threadmill");

  static RuntimeFiles stage(Path home) {
    try {
      var files = new TreeMap<String, Path>();
      collect("lab", Lab.class, files);
      collect("harness", Report.class, files);
      collect("runner", RuntimeFiles.class, files);
      var parent = Files.createDirectories(Processes.isRoot() ? FOR_ROOT : home);
      var folder = parent.resolve("runtime-" + hash(files));
      if (!Files.isDirectory(folder)) {
        copy(files, folder);
      }
      return new RuntimeFiles(folder);
    } catch (IOException | URISyntaxException e) {
      throw new RunnerException("cannot copy the sandbox's class files", e);
    }
  }

  private static void collect(String name, Class<?> member, SequencedMap<String, Path> files)
      throws IOException, URISyntaxException {
    var source = Path.of(member.getProtectionDomain().getCodeSource().getLocation().toURI());
    if (!Files.isDirectory(source)) {
      files.put(name + "/" + name + ".jar", source);
      return;
    }
    try (var classes = Files.walk(source)) {
      for (var file : List.copyOf(classes.filter(Files::isRegularFile).toList())) {
        files.put(name + "/" + source.relativize(file), file);
      }
    }
  }

  private static String hash(SequencedMap<String, Path> files) throws IOException {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      for (var file : files.entrySet()) {
        digest.update(file.getKey().getBytes(StandardCharsets.UTF_8));
        digest.update(Files.readAllBytes(file.getValue()));
      }
      return HexFormat.of().formatHex(digest.digest(), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }

  /// Fills a folder beside the final one first: whoever finds that finds it whole.
  private static void copy(SequencedMap<String, Path> files, Path folder) throws IOException {
    var partial = Files.createTempDirectory(folder.getParent(), "partial-");
    readable(partial);
    for (var file : files.entrySet()) {
      var to = partial.resolve(file.getKey());
      Files.createDirectories(to.getParent());
      Files.copy(file.getValue(), to, StandardCopyOption.REPLACE_EXISTING);
    }
    try (var all = Files.walk(partial)) {
      for (var file : List.copyOf(all.toList())) {
        readable(file);
      }
    }
    Files.move(partial, folder, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void readable(Path file) throws IOException {
    var permissions = Files.isDirectory(file) ? "rwxr-xr-x" : "rw-r--r--";
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
  }

  /// Where a module's classes are inside a sandbox.
  static String inside(String module, Path folder) {
    var jar = folder.resolve(module).resolve(module + ".jar");
    return Sandboxes.RUNTIME + "/" + module + (Files.exists(jar) ? "/" + module + ".jar" : "");
  }
}
