package threadmill.runner.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OldFoldersTest {
  private final Instant hoursLater = Instant.now().plus(Duration.ofHours(25));
  private final Instant daysLater = Instant.now().plus(Duration.ofDays(8));

  @TempDir Path parent = Path.of("");

  @Test
  void what_was_begun_and_never_finished_goes_after_a_day() throws Exception {
    var partial = filled("partial-1");
    var cache = filled("aot-00ff");

    OldFolders.remove(parent, Instant.now());
    assertThat(partial).exists();

    OldFolders.remove(parent, hoursLater);
    assertThat(partial).doesNotExist();
    assertThat(cache).exists();
  }

  @Test
  void versions_that_nobody_runs_go_after_a_week_and_nothing_else_does() throws Exception {
    var cache = filled("aot-00ff");
    var runtime = filled("runtime-00ff");
    var other = filled("postgres");

    OldFolders.remove(parent, daysLater);

    assertThat(cache).doesNotExist();
    assertThat(runtime).doesNotExist();
    assertThat(other).isNotEmptyDirectory();
  }

  @Test
  void a_folder_that_a_process_names_stays() throws Exception {
    var runtime = filled("runtime-0123456789abcdef");
    var user = new ProcessBuilder("sh", "-c", "read -r _; :", "sh", runtime.toString()).start();
    try {
      OldFolders.remove(parent, daysLater);
      assertThat(runtime).isNotEmptyDirectory();
    } finally {
      user.destroyForcibly().waitFor();
    }

    OldFolders.remove(parent, daysLater);
    assertThat(runtime).doesNotExist();
  }

  private Path filled(String name) throws IOException {
    var folder = Files.createDirectory(parent.resolve(name));
    Files.writeString(folder.resolve("file"), "content");
    return folder;
  }
}
