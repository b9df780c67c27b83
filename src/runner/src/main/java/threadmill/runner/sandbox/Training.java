package threadmill.runner.sandbox;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import threadmill.runner.RunnerException;
import threadmill.runner.kernel.Processes;

/// Trains ahead-of-time caches and keeps them beside the class files that sandboxes read.
///
/// A cache's folder is named by the hash of the JDK, of our class files and of the JVM's switches:
/// the JVM itself does not notice when a jar at the same path has changed.
public final class Training {
  static final String CACHE = "cache.aot";

  private static final System.Logger LOG = System.getLogger(Training.class.getName());

  private static final int ATTEMPTS = 4;

  /// HotSpot of JDK 25 now and then writes a cache that it crashes on, in
  /// `AOTLinkedClassBulkLoader`, most of all on a busy machine: after so many it links no classes.
  private static final int LINKED_ATTEMPTS = 3;

  /// A cache serves any heap.
  private static final Bounds ANY = new Bounds(1, 1, null);

  /// Writing the cache takes 2 to 5 s on two cores.
  private static final Duration LIMIT = Duration.ofSeconds(90);

  private final Sandboxes sandboxes;
  private final SandboxCommand command;

  Training(Sandboxes sandboxes, SandboxCommand command) {
    this.sandboxes = sandboxes;
    this.command = command;
  }

  /// Makes a sandbox do what it is trained for, and then end by itself.
  @FunctionalInterface
  public interface Trainer {
    void train(Sandbox sandbox) throws IOException;
  }

  SandboxSpec of(SandboxSpec spec, Trainer trainer) {
    var folder = command.files().folder().resolveSibling("aot-" + key(spec));
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      try {
        if (!Files.isDirectory(folder)) {
          train(spec, trainer, folder, attempt <= LINKED_ATTEMPTS);
        }
        OldFolders.use(folder);
        return spec.with(new Aot.Uses(folder));
      } catch (IOException | RunnerException e) {
        LOG.log(Level.WARNING, "training an ahead-of-time cache failed in attempt " + attempt, e);
      }
    }
    LOG.log(Level.WARNING, "there is no ahead-of-time cache; sandboxes will start more slowly");
    return spec;
  }

  private String key(SandboxSpec spec) {
    var jdk = command.host().jdk().resolve("release");
    try {
      return Hash.of(
          Files.readAllBytes(jdk),
          command.files().folder().getFileName().toString().getBytes(StandardCharsets.UTF_8),
          String.join("\n", command.java(spec.with(ANY))).getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new RunnerException("cannot read " + jdk, e);
    }
  }

  /// Trains in a folder that the sandbox may write, and keeps a copy that only we may.
  private void train(SandboxSpec spec, Trainer trainer, Path folder, boolean linked)
      throws IOException {
    LOG.log(Level.INFO, "training an ahead-of-time cache for child JVMs, once for this version");
    var scratch = Folders.partial(folder);
    var kept = Folders.partial(folder);
    try {
      if (Processes.isRoot()) {
        var users = scratch.getFileSystem().getUserPrincipalLookupService();
        Files.setOwner(scratch, users.lookupPrincipalByName("" + command.userIfRoot()));
      }
      whole(spec.with(new Aot.Trains(scratch, linked)), trainer);
      Files.copy(scratch.resolve(CACHE), kept.resolve(CACHE));
      Folders.readable(kept);
      whole(spec.with(new Aot.Uses(kept)), trainer);
      Folders.publish(kept, folder);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RunnerException("interrupted while training", e);
    } finally {
      Folders.remove(scratch);
      Folders.remove(kept);
    }
  }

  /// Runs a training from its beginning to its good end.
  private void whole(SandboxSpec spec, Trainer trainer) throws IOException, InterruptedException {
    try (var sandbox = sandboxes.start(spec)) {
      try {
        trainer.train(sandbox);
      } catch (IOException e) {
        throw new IOException("it broke off: " + sandbox.lastWords(), e);
      }
      if (!sandbox.waitFor(LIMIT)) {
        throw new IOException("it did not end in time: " + sandbox.lastWords());
      }
      if (sandbox.exitCode() != 0) {
        throw new IOException(
            "it ended with exit code %d: %s".formatted(sandbox.exitCode(), sandbox.lastWords()));
      }
    }
  }
}
