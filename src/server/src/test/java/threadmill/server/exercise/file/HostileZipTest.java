package threadmill.server.exercise.file;

import static org.assertj.core.api.Assertions.assertThat;
import static threadmill.server.exercise.file.Zips.complaints;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import threadmill.server.exercise.LostUpdate;
import threadmill.server.exercise.complaint.Checked;

/// Zips that want out of their folder, more room than they get, or to be two things at once.
class HostileZipTest {
  private static final int MIB = 1 << 20;
  private static final int CENTRAL = 0x02014b50;
  private static final int CENTRAL_SIZE = 24;
  private static final int CENTRAL_NAME_LENGTH = 28;
  private static final int CENTRAL_OFFSET = 42;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../evil.java",
        "starter/../../evil.java",
        "starter/./A.java",
        "starter//A.java",
        "/etc/passwd",
        "//server/share/A.java",
        "..\\evil.java",
        "starter\\..\\..\\A.java",
        "C:/evil.java",
        "C:\\evil.java",
        "starter/A.java:stream",
        "starter/nul.java",
        "starter/CON/A.java",
        "starter/com1.tar.java",
        "starter/A.java\0.txt",
        "starter/A.java.",
        "starter/A .java",
        "starter/A\u202Eavaj.java",
        "starter/A\u200B.java",
        "starter/Za\u0308hler.java",
        "starter/~/A.java",
      })
  void a_name_that_could_mean_another_file_is_refused(String path) throws IOException {
    var zip = new Zips().file("exercise.yaml", "title: x").file(path, "class A {}");

    assertThat(complaints(zip.read())).hasSize(1);
  }

  @Test
  void a_folder_whose_name_leads_out_is_refused() throws IOException {
    assertThat(complaints(new Zips().file("../", "").read()))
        .containsExactly("..: must not have empty folder names, . or ..");
  }

  @ParameterizedTest
  @CsvSource({"0120777, a link", "0020666, a device", "0010644, a pipe", "0140755, a socket"})
  void what_is_no_file_is_refused(String octal, String what) throws IOException {
    var zip =
        new Zips()
            .file(
                "starter/A.java",
                "/etc/passwd".getBytes(StandardCharsets.UTF_8),
                Integer.parseInt(octal, 8));

    assertThat(complaints(zip.read()))
        .as(what)
        .containsExactly("starter/A.java: is a link or a device; put the file itself here");
  }

  @Test
  void a_name_that_is_there_twice_is_refused() throws IOException {
    var zip = new Zips().file("starter/A.java", "class A {}").file("starter/A.java", "class B {}");

    assertThat(complaints(zip.read()))
        .containsExactly("starter/A.java: is there twice; leave one out");
  }

  @ParameterizedTest
  @CsvSource({
    "starter/A.java, starter/a.java",
    "starter/Straße.java, starter/STRASSE.java",
    "starter/ﬁn.java, starter/fin.java",
    "starter/shop/A.java, starter/Shop/B.java",
    "tests/output/a.txt, tests/output/A.txt/b.txt",
    "tests/output/a.txt/b.txt, tests/output/a.txt",
  })
  void names_that_some_file_system_takes_for_one_are_refused(String one, String other)
      throws IOException {
    var zip = new Zips().file(one, "x").file(other, "x");

    assertThat(complaints(zip.read()))
        .singleElement()
        .asString()
        .contains("is the same as", "on some systems; rename one");
  }

  @Test
  void a_file_that_inflates_beyond_its_bound_is_not_inflated_further() throws IOException {
    var zip = new Zips().file("starter/A.java", new byte[64 * MIB], 0100644).bytes();

    assertThat(zip).hasSizeLessThan(MIB);
    assertThat(complaints(Zips.read(zip)))
        .containsExactly("starter/A.java: is larger than 1,048,576 bytes; make it smaller");
  }

  @Test
  void files_that_inflate_beyond_the_bound_together_are_refused() throws IOException {
    var zip = new Zips();
    for (int i = 0; i < 100; i++) {
      zip.file("tests/output/" + i + ".txt", blanks(MIB), 0100644);
    }

    assertThat(complaints(zip.read())).contains("holds more than 8,388,608 bytes; leave some out");
  }

  @Test
  void a_declared_size_is_not_believed() throws IOException {
    var zip = new Zips().file("tests/output/a.txt", blanks(4 * MIB), 0100644).bytes();
    for (int declared : new int[] {0, 10, Integer.MAX_VALUE, -1}) {
      var lying = patched(zip, 0, CENTRAL_SIZE, declared);

      assertThat(Zips.read(lying)).isInstanceOf(Checked.Faulty.class);
    }
  }

  @Test
  void a_file_is_what_it_holds_whatever_size_is_declared() throws IOException {
    var zip = new Zips().file("tests/output/a.txt", "small").bytes();
    // The last is zip64's word for a size in an extra field, which is not there.
    for (int declared : new int[] {0, 1, Integer.MAX_VALUE, -1}) {
      switch (Zips.read(patched(zip, 0, CENTRAL_SIZE, declared))) {
        case Checked.Good<Folder>(var folder) ->
            assertThat(folder.text("tests/output/a.txt")).isEqualTo("small");
        case Checked.Faulty<Folder>(var complaints) -> assertThat(complaints).hasSize(1);
      }
    }
  }

  @Test
  void entries_that_share_their_bytes_count_each_time_they_are_read() throws IOException {
    var zip = new Zips();
    for (int i = 0; i < 20; i++) {
      zip.file("tests/output/" + i + ".txt", blanks(MIB), 0100644);
    }
    var bytes = zip.bytes();
    for (int i = 1; i < 20; i++) {
      bytes = patched(bytes, i, CENTRAL_OFFSET, 0);
    }

    assertThat(Zips.read(bytes)).isInstanceOf(Checked.Faulty.class);
  }

  @Test
  void more_entries_than_allowed_are_not_even_listed() throws IOException {
    var zip = new Zips();
    for (int i = 0; i <= FolderBounds.exercise().files(); i++) {
      zip.file("starter/A" + i + ".java", "");
    }

    assertThat(complaints(zip.read()))
        .containsExactly("The zip holds more than 300 files and folders; leave some out.");
  }

  @Test
  void a_zip_within_a_zip_is_a_file_without_a_place() throws IOException {
    var inner = new Zips().file("exercise.yaml", "title: x").bytes();

    assertThat(complaints(new Zips().file("starter/inner.zip", inner, 0100644).read()))
        .containsExactly("starter/inner.zip: is source, so its path there must end in .java");
  }

  @Test
  void a_zip_larger_than_its_bound_is_not_read() throws IOException {
    var noise = new byte[9 * MIB];
    new Random(1).nextBytes(noise);

    assertThat(complaints(Zips.read(noise)))
        .containsExactly("The zip is larger than 8,388,608 bytes.");
  }

  @Test
  void what_is_no_zip_is_refused() throws IOException {
    assertThat(complaints(Zips.read(new byte[0])))
        .containsExactly("This is not a zip that can be read; pack the folder again.");
    assertThat(complaints(Zips.read("PK\3\4 and then nothing".getBytes(StandardCharsets.UTF_8))))
        .containsExactly("This is not a zip that can be read; pack the folder again.");
  }

  @Test
  void a_name_that_is_not_utf_8_is_refused() throws IOException {
    var zip = new Zips().file("starter/Zaehler.java", "").bytes();
    var broken =
        new String(zip, StandardCharsets.ISO_8859_1).replace("Zaehler", "Z\u00E4\u00FFhler");

    assertThat(complaints(Zips.read(broken.getBytes(StandardCharsets.ISO_8859_1))))
        .singleElement()
        .asString()
        .endsWith("has a name that is not UTF-8; rename it");
  }

  @Test
  void damaged_content_is_noticed() throws IOException {
    var zip = new Zips();
    zip.entry(
        "starter/A.java",
        "class A {}".getBytes(StandardCharsets.UTF_8),
        entry -> entry.setMethod(ZipArchiveEntry.DEFLATED));
    var bytes = zip.bytes();
    var damaged = patched(bytes, 0, 16, 12_345);

    assertThat(complaints(Zips.read(damaged)))
        .containsExactly("starter/A.java: is damaged; pack the folder again");
  }

  @Test
  void text_that_a_database_cannot_hold_is_refused() throws IOException {
    var zip =
        new Zips()
            .file("starter/A.java", "class A {\0}")
            .file("starter/B.java", new byte[] {(byte) 0xC3, 0x28}, 0100644)
            .file("statement.md", "\uFEFFhello");

    assertThat(complaints(zip.read()))
        .containsExactly(
            "starter/A.java: must not contain the character U+0000",
            "starter/B.java: must be UTF-8 text; save it as such",
            "statement.md: begins with a byte order mark; save it as UTF-8 without one");
  }

  @Test
  void a_thousand_names_make_a_hundred_complaints() throws IOException {
    var zip = new Zips();
    for (int i = 0; i < 250; i++) {
      zip.file("evil" + i + ".exe", "");
    }

    assertThat(complaints(zip.read())).hasSize(101).last().isEqualTo("and 150 more");
  }

  /// Whatever happens to its bytes, a zip is read or refused, and never more than its bound.
  @Test
  void zips_with_random_bytes_changed_are_read_or_refused() throws IOException {
    var out = new ByteArrayOutputStream();
    WriteZip.write(LostUpdate.original().folder(), out);
    var zip = out.toByteArray();
    var random = new Random(20260101);
    int refused = 0;
    for (int i = 0; i < 2_000; i++) {
      var changed = zip.clone();
      for (int n = random.nextInt(1, 6); n > 0; n--) {
        // Half of them in the directory at the end, where the structure is.
        int from = random.nextBoolean() ? 0 : changed.length / 2;
        changed[random.nextInt(from, changed.length)] = (byte) random.nextInt();
      }
      if (Zips.read(changed) instanceof Checked.Faulty) {
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(1_000);
  }

  @Test
  void a_stream_that_never_ends_is_read_up_to_the_bound() throws IOException {
    var endless =
        new InputStream() {
          private long read;

          @Override
          public int read() {
            read++;
            return 'P';
          }

          @Override
          public int read(byte[] into, int offset, int length) {
            Arrays.fill(into, offset, offset + length, (byte) 'P');
            read += length;
            return length;
          }
        };

    assertThat(
            complaints(ReadZip.read(endless, Layout.EXERCISE, new FolderBounds(10, 10, 10, 1_000))))
        .containsExactly("The zip is larger than 1,000 bytes.");
    assertThat(endless.read).isLessThan(100_000);
  }

  private static byte[] blanks(int size) {
    var blanks = new byte[size];
    Arrays.fill(blanks, (byte) ' ');
    return blanks;
  }

  /// Changes a field of the directory's entry.
  private static byte[] patched(byte[] zip, int entry, int field, int value) {
    var bytes = ByteBuffer.wrap(zip.clone()).order(ByteOrder.LITTLE_ENDIAN);
    int at = 0;
    for (int found = -1; found < entry; ) {
      at++;
      if (bytes.getInt(at) == CENTRAL && bytes.getShort(at + CENTRAL_NAME_LENGTH) > 0) {
        found++;
      }
    }
    bytes.putInt(at + field, value);
    return bytes.array();
  }
}
