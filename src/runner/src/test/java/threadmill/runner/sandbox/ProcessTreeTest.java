package threadmill.runner.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A tree as bubblewrap makes it: a first process, one in a session of its own below, and the
/// program's below that.
class ProcessTreeTest {
  private static final int CROWD = 60;
  private static final String FIRST = "setsid sh -c \"$0\" & read -r _";

  private Process first;
  private ProcessTree tree;

  @BeforeEach
  void start() throws IOException {
    var many = "for i in $(seq %d); do sleep 600 & done; echo up; wait".formatted(CROWD);
    first = new ProcessBuilder("/bin/sh", "-c", FIRST, many).start();
    tree = new ProcessTree(first.pid());
    assertThat(first.inputReader().readLine()).isEqualTo("up");
  }

  @AfterEach
  void end() throws InterruptedException {
    var all = first.descendants().toList();
    all.forEach(ProcessHandle::destroyForcibly);
    first.destroyForcibly().waitFor();
    all.forEach(process -> process.onExit().join());
  }

  @Test
  void all_processes_below_the_second_count_with_their_memory() {
    var usage = tree.look();

    assertThat(usage.jvms()).isEqualTo(CROWD);
    assertThat(usage.threads()).isEqualTo(CROWD);
    assertThat(usage.residentBytes()).isPositive();
    assertThat(usage.peakBytes()).isGreaterThanOrEqualTo(usage.residentBytes());
  }

  @Test
  void a_look_ends_when_it_has_found_too_many_and_the_next_goes_on() {
    assertThat(tree.look(50).threads()).isEqualTo(51);
    assertThat(tree.look(50).threads()).isGreaterThan(50);
    assertThat(tree.look(CROWD).threads()).isEqualTo(CROWD);
  }

  @Test
  void what_has_ended_is_counted_no_more() {
    tree.look();
    var sleeper = sleepers().getFirst();
    sleeper.destroyForcibly();
    sleeper.onExit().join();

    assertThat(tree.look(CROWD - 1).threads()).isLessThan(CROWD);
  }

  private List<ProcessHandle> sleepers() {
    return first.children().flatMap(ProcessHandle::children).toList();
  }
}
