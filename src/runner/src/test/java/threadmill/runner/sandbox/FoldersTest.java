package threadmill.runner.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldersTest {
  @TempDir Path home = Path.of("");

  private Path partial(String content) throws IOException {
    var partial = Folders.partial(home.resolve("whole"));
    Files.writeString(partial.resolve("file"), content);
    return partial;
  }

  @Test
  void of_two_that_publish_a_folder_the_faster_one_s_stays() throws IOException {
    var folder = home.resolve("whole");
    var first = partial("first");
    var second = partial("second");

    Folders.publish(first, folder);
    Folders.publish(second, folder);

    assertThat(folder.resolve("file")).hasContent("first");
    assertThat(first).doesNotExist();
    assertThat(second).doesNotExist();
  }
}
