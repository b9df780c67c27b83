package threadmill.runner.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import threadmill.runner.kernel.Processes;

/// Makes a control group for every sandbox, where this process was given a part of the tree to
/// divide. It bounds what no limit of a process counts: memory of all processes together, the
/// kernel's own for their files, pipes and sockets included.
///
/// In a tree of version 2 only the groups without children may hold processes, so ours move into
/// one of their own first. Root may divide any group; it does so only where systemd marked the
/// group as delegated, since others are somebody else's to manage.
///
/// Implementation note: immutable; used by any thread.
final class Cgroups {
  private static final String PREFIX = "threadmill-";
  private static final String OURS = PREFIX + "server";
  private static final String MEMBERS = "cgroup.procs";

  /// Kernel memory of a thread: its stack, its task, its share of tables.
  private static final long TASK_BYTES = 48L << 10;

  /// Kernel memory for files, pipes and sockets.
  private static final long KERNEL_BYTES = 64L << 20;

  /// Processes outside the inner namespace's count: those that set the sandbox up.
  private static final int OUTER_TASKS = 8;

  /// Numbers the groups of this process, from anywhere: another class loader may have this class
  /// too.
  private static final AtomicLong MADE = new AtomicLong(new SecureRandom().nextLong(1L << 40));

  private final List<Division> divisions;
  private final String state;

  /// A group that we may divide.
  ///
  /// @param version 1 or 2 of the kernel's interface
  private record Division(Path group, int version) {}

  private Cgroups(List<Division> divisions, String state) {
    this.divisions = List.copyOf(divisions);
    this.state = state;
  }

  /// What this process may divide; nothing in most places.
  static Cgroups find() {
    try {
      var own = Files.readAllLines(Path.of("/proc/self/cgroup"));
      return find(Path.of("/sys/fs/cgroup"), own, Processes.isRoot());
    } catch (IOException e) {
      return none("control groups cannot be read");
    }
  }

  static Cgroups none(String why) {
    return new Cgroups(List.of(), why);
  }

  /// @param own lines of `/proc/self/cgroup`
  static Cgroups find(Path root, List<String> own, boolean privileged) {
    var all = new ArrayList<Division>();
    for (var line : own) {
      var words = line.split(":", 3);
      var group = words[2].substring(1);
      if (words[1].isEmpty() && Files.exists(root.resolve("cgroup.controllers"))) {
        all.add(new Division(root.resolve(group), 2));
      } else if (words[1].equals("memory") || words[1].equals("pids")) {
        all.add(new Division(root.resolve(words[1]).resolve(group), 1));
      }
    }
    try {
      var usable = new ArrayList<Division>();
      for (var division : all) {
        usable.add(division.version() == 2 ? divided(division.group(), privileged) : division);
      }
      usable.removeIf(division -> !Files.isWritable(division.group()));
      if (usable.isEmpty()) {
        return none("no control group is delegated to this process");
      }
      for (var division : usable) {
        removeLeftovers(division.group());
      }
      return new Cgroups(
          usable, "version " + usable.getFirst().version() + ": memory and number of tasks");
    } catch (IOException e) {
      return none("the control group cannot be divided: " + e.getMessage());
    }
  }

  /// Makes room below a group of version 2: moves its processes into a group of their own.
  private static Division divided(Path member, boolean privileged) throws IOException {
    var group = member.endsWith(OURS) ? member.resolve("..").normalize() : member;
    var given = Files.readString(group.resolve("cgroup.controllers"));
    if (!given.contains("memory") || !given.contains("pids")) {
      throw new IOException("it has no controllers for memory and tasks");
    }
    if (!Files.isWritable(group.resolve(MEMBERS)) || (privileged && !isDelegated(group))) {
      throw new IOException("it is not delegated");
    }
    var ours = group.resolve(OURS);
    Files.createDirectories(ours);
    for (var process : Files.readAllLines(group.resolve(MEMBERS))) {
      write(ours.resolve(MEMBERS), process);
    }
    write(group.resolve("cgroup.subtree_control"), "+memory +pids");
    return new Division(group, 2);
  }

  private static boolean isDelegated(Path group) {
    try {
      var attributes = Files.getFileAttributeView(group, UserDefinedFileAttributeView.class);
      var value = ByteBuffer.allocate(8);
      attributes.read("delegate", value);
      return value.get(0) == '1';
    } catch (IOException e) {
      return false;
    }
  }

  /// Removes the empty groups of servers that were killed.
  private static void removeLeftovers(Path group) throws IOException {
    try (var groups = Files.newDirectoryStream(group, PREFIX + "[0-9]*")) {
      for (var left : groups) {
        var server = left.getFileName().toString().split("-", -1)[1];
        if (ProcessHandle.of(Long.parseLong(server)).isEmpty()) {
          remove(left);
        }
      }
    }
  }

  private static void remove(Path group) {
    try {
      Files.deleteIfExists(group);
    } catch (IOException _) {
      // In use after all: by a server that sees other process numbers than we do.
    }
  }

  /// Whether sandboxes get groups, and what those hold.
  boolean active() {
    return !divisions.isEmpty();
  }

  /// In words for an operator.
  String state() {
    return state;
  }

  /// Puts a process, with all that it starts from now on, into a group of its own.
  Cgroup around(long process, Bounds bounds) throws IOException {
    var name = PREFIX + ProcessHandle.current().pid() + "-" + MADE.incrementAndGet();
    var groups = new ArrayList<Path>();
    try {
      for (var division : divisions) {
        var group = Files.createDirectory(division.group().resolve(name));
        groups.add(group);
        limits(bounds).forEach((file, value) -> limit(group.resolve(file), value));
        write(group.resolve(MEMBERS), Long.toString(process));
      }
      return new Cgroup(groups);
    } catch (IOException | RuntimeException e) {
      // Such as for a process that is gone.
      groups.forEach(Cgroups::remove);
      throw e;
    }
  }

  private static Map<String, String> limits(Bounds bounds) {
    var memory = Long.toString(bounds.residentBytes() + bounds.tasks() * TASK_BYTES + KERNEL_BYTES);
    return Map.of(
        "memory.max",
        memory,
        "memory.swap.max",
        "0",
        "memory.oom.group",
        "1",
        "memory.limit_in_bytes",
        memory,
        "pids.max",
        Integer.toString(bounds.tasks() + OUTER_TASKS));
  }

  /// Sets a limit, where this group has it.
  private static void limit(Path file, String value) {
    try {
      write(file, value);
    } catch (NoSuchFileException _) {
      // Of the other version, or of the other controller.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The kernel takes a value in one piece, and makes no files.
  private static void write(Path file, String value) throws IOException {
    Files.write(file, value.getBytes(StandardCharsets.US_ASCII), StandardOpenOption.WRITE);
  }
}
