package threadmill.runner.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Where no group is delegated, only how the files of one are written is tested, on ordinary ones.
class CgroupsTest {
  private static final Bounds BOUNDS = new Bounds(64, 10, null);

  @TempDir Path root;

  @Test
  void a_process_lives_in_a_group_of_its_own_until_that_is_closed() throws Exception {
    var cgroups = Cgroups.find();
    assumeTrue(cgroups.active(), cgroups.state());
    var process = new ProcessBuilder("/bin/sleep", "60").start();
    List<Path> folders;
    try (var group = cgroups.around(process.pid(), BOUNDS)) {
      folders = group.groups();
      assertThat(membership(process)).contains("threadmill-");
      assertThat(folders).allMatch(Files::isDirectory);
      assertThat(group.ranOutOfMemory()).isFalse();
      process.destroyForcibly().waitFor();
    }

    assertThat(folders).noneMatch(Files::exists);
  }

  @Test
  void more_tasks_than_its_limit_are_refused() throws Exception {
    var cgroups = Cgroups.find();
    assumeTrue(cgroups.active(), cgroups.state());
    var script = "read go; for i in $(seq 100); do sleep 60 & done";
    var process = new ProcessBuilder("/bin/sh", "-c", script).redirectErrorStream(true).start();
    try (var group = cgroups.around(process.pid(), BOUNDS)) {
      process.getOutputStream().write('\n');
      process.getOutputStream().flush();

      assertThat(process.inputReader().readLine()).contains("fork");

      killAll(group);
      process.waitFor();
    }
  }

  @Test
  void who_takes_more_memory_than_the_limit_is_killed_and_it_is_known_why() throws Exception {
    var cgroups = Cgroups.find();
    assumeTrue(cgroups.active(), cgroups.state());
    var hoard = "read go; a=x; while :; do a=$a$a; done";
    var process = new ProcessBuilder("/bin/sh", "-c", hoard).start();
    try (var group = cgroups.around(process.pid(), BOUNDS)) {
      process.getOutputStream().write('\n');
      process.getOutputStream().flush();

      assertThat(process.waitFor()).isEqualTo(128 + 9);
      assertThat(group.ranOutOfMemory()).isTrue();
    }
  }

  @Test
  void a_group_of_version_2_is_divided_and_its_processes_move_aside() throws IOException {
    var service = version2("service", "cpu memory pids");

    var cgroups = Cgroups.find(root, List.of("0::/service"), false);

    assertThat(cgroups.active()).as(cgroups.state()).isTrue();
    assertThat(service.resolve("cgroup.subtree_control")).hasContent("+memory +pids");
    assertThat(service.resolve("threadmill-server/cgroup.procs")).hasContent("4711");
  }

  @Test
  void a_server_that_has_moved_aside_before_divides_the_same_group() throws IOException {
    version2("service", "cpu memory pids");

    var cgroups = Cgroups.find(root, List.of("0::/service/threadmill-server"), false);

    assertThat(cgroups.active()).as(cgroups.state()).isTrue();
  }

  @Test
  void root_leaves_a_group_alone_that_nobody_delegated() throws IOException {
    version2("session", "memory pids");

    var cgroups = Cgroups.find(root, List.of("0::/session"), true);

    assertThat(cgroups.active()).isFalse();
    assertThat(cgroups.state()).contains("not delegated");
  }

  @Test
  void a_group_without_controllers_is_of_no_use() throws IOException {
    version2("service", "cpu");

    assertThat(Cgroups.find(root, List.of("0::/service"), false).active()).isFalse();
  }

  @Test
  void where_there_are_no_groups_sandboxes_have_none() throws IOException {
    var cgroups = Cgroups.find(root, List.of("0::/"), false);

    assertThat(cgroups.active()).isFalse();
    assertThat(cgroups.around(1, BOUNDS).groups()).isEmpty();
  }

  private Path version2(String name, String controllers) throws IOException {
    Files.createFile(root.resolve("cgroup.controllers"));
    var group = Files.createDirectories(root.resolve(name));
    Files.writeString(group.resolve("cgroup.controllers"), controllers);
    Files.writeString(group.resolve("cgroup.procs"), "4711");
    Files.createFile(group.resolve("cgroup.subtree_control"));
    var ours = Files.createDirectory(group.resolve("threadmill-server"));
    Files.createFile(ours.resolve("cgroup.procs"));
    return group;
  }

  private static String membership(Process process) throws IOException {
    return Files.readString(Path.of("/proc/" + process.pid() + "/cgroup"));
  }

  private static void killAll(Cgroup group) throws IOException {
    for (var folder : group.groups()) {
      for (var pid : Files.readAllLines(folder.resolve("cgroup.procs"))) {
        ProcessHandle.of(Long.parseLong(pid)).ifPresent(ProcessHandle::destroyForcibly);
      }
    }
  }
}
