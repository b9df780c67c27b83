package threadmill.server.exercise.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static threadmill.server.exercise.file.Zips.complaints;
import static threadmill.server.exercise.file.Zips.good;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import threadmill.server.exercise.LostUpdate;

class FolderTest {

  @Test
  void an_exercise_goes_through_a_zip_byte_for_byte() throws IOException {
    var folder = LostUpdate.original().folder();

    var back = good(Zips.read(zipped(folder)));

    assertSame(back, folder);
  }

  @Test
  void the_same_folder_makes_the_same_zip() throws IOException {
    assertThat(zipped(LostUpdate.original().folder()))
        .isEqualTo(zipped(good(Zips.read(zipped(LostUpdate.original().folder())))));
  }

  @Test
  void an_exercise_goes_through_a_directory_byte_for_byte(@TempDir Path directory)
      throws IOException {
    var folder = LostUpdate.original().folder();
    var target = directory.resolve("lost-update");

    WriteDirectory.write(folder, target);

    assertSame(good(ReadDirectory.read(target, Layout.EXERCISE, FolderBounds.exercise())), folder);
  }

  @Test
  void an_exercise_is_read_from_a_jar_as_from_a_directory(@TempDir Path directory)
      throws IOException {
    var folder = LostUpdate.original().folder();
    try (var jar = FileSystems.newFileSystem(directory.resolve("a.jar"), Map.of("create", true))) {
      WriteDirectory.write(folder, jar.getPath("/courses/lost-update"));

      assertSame(
          good(
              ReadDirectory.read(
                  jar.getPath("/courses/lost-update"), Layout.EXERCISE, FolderBounds.exercise())),
          folder);
    }
  }

  @Test
  void the_hash_names_paths_and_contents() {
    var hash = LostUpdate.original().folder().hash();

    assertThat(hash).matches("[0-9a-f]{64}").isEqualTo(LostUpdate.original().folder().hash());
    assertThat(LostUpdate.original().with("statement.md", "other").folder().hash())
        .isNotEqualTo(hash);
    // The same bytes in a row, cut elsewhere.
    assertThat(hash("tests/output/a.txt", "b")).isNotEqualTo(hash("tests/output/ab.txt", ""));
  }

  @Test
  void a_folder_around_everything_is_taken_off() throws IOException {
    var zip = new Zips();
    for (var file : LostUpdate.original().files().entrySet()) {
      zip.file("lost-update-main/" + file.getKey(), file.getValue());
    }

    assertSame(good(zip.read()), LostUpdate.original().folder());
  }

  @Test
  void what_systems_leave_behind_is_passed_over() throws IOException {
    var zip =
        new Zips()
            .file("exercise.yaml", "title: x")
            .file(".DS_Store", "x")
            .file("starter/.idea/workspace.xml", "x")
            .file("__MACOSX/._exercise.yaml", "x")
            .file("images/Thumbs.db", "x")
            .file(".git/", "");

    assertThat(good(zip.read()).paths()).containsExactly("exercise.yaml");
  }

  @Test
  void every_file_out_of_place_is_named_with_where_it_could_go() throws IOException {
    var zip =
        new Zips()
            .file("exercise.yaml", "")
            .file("Makefile", "")
            .file("wrong/Counter.java", "")
            .file("starter/run.sh", "")
            .file("starter/my-app/A.java", "")
            .file("tests/output/a.class", "")
            .file("images/deep/a.png", "")
            .file("README.md", "");

    assertThat(complaints(zip.read()))
        .satisfiesExactly(
            c -> assertThat(c).startsWith("Makefile: has no place in an exercise; it has"),
            c ->
                assertThat(c)
                    .isEqualTo(
                        "images/deep/a.png: must end in .png, .jpg or .svg, directly in images/"),
            c ->
                assertThat(c)
                    .startsWith(
                        "starter/my-app/A.java: is source, so its path there must be Java names"),
            c ->
                assertThat(c)
                    .isEqualTo("starter/run.sh: is source, so its path there must end in .java"),
            c -> assertThat(c).isEqualTo("tests/output/a.class: must end in .txt, .in or .out"),
            c -> assertThat(c).startsWith("wrong/Counter.java: has no place in an exercise"));
  }

  @Test
  void links_in_a_directory_are_not_followed(@TempDir Path directory) throws IOException {
    var secret = Files.writeString(directory.resolve("secret"), "secret");
    var folder = Files.createDirectories(directory.resolve("exercise/starter"));
    Files.createSymbolicLink(folder.resolve("A.java"), secret);
    Files.createSymbolicLink(folder.resolve("shop"), directory);

    var read =
        ReadDirectory.read(directory.resolve("exercise"), Layout.EXERCISE, FolderBounds.exercise());

    assertThat(complaints(read))
        .containsExactlyInAnyOrder(
            "starter/A.java: is a link or a device; put the file itself here",
            "starter/shop: is a link or a device; put the file itself here");
  }

  @Test
  void a_directory_with_too_much_in_it_is_not_read_to_its_end(@TempDir Path directory)
      throws IOException {
    for (int i = 0; i < 20; i++) {
      Files.writeString(directory.resolve("A" + i + ".java"), "class A {}");
    }

    assertThat(
            complaints(
                ReadDirectory.read(
                    directory, Layout.EXERCISE, new FolderBounds(5, 100, 1_000, 1_000))))
        .contains("holds more than 5 files and folders; leave some out");
  }

  @Test
  void an_export_never_writes_over_a_file(@TempDir Path directory) throws IOException {
    var folder = LostUpdate.original().folder();
    WriteDirectory.write(folder, directory);

    assertThat(catchThrowable(() -> WriteDirectory.write(folder, directory)))
        .isInstanceOf(FileAlreadyExistsException.class);
  }

  private static void assertSame(Folder actual, Folder expected) {
    assertThat(actual).isEqualTo(expected);
    assertThat(actual.paths()).isEqualTo(expected.paths());
    for (var path : expected.paths()) {
      assertThat(actual.bytes(path)).as(path).isEqualTo(expected.bytes(path));
    }
  }

  private static String hash(String path, String text) {
    var files = new TreeMap<>(Map.of(path, text.getBytes(StandardCharsets.UTF_8)));
    return good(Gather.of(files, Layout.EXERCISE, FolderBounds.exercise())).hash();
  }

  private static byte[] zipped(Folder folder) throws IOException {
    var out = new ByteArrayOutputStream();
    WriteZip.write(folder, out);
    return out.toByteArray();
  }
}
