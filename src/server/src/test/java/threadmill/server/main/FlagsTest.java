package threadmill.server.main;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlagsTest {
  private static final Path USER = Path.of("/home/ada");

  @Test
  void without_flags_it_serves_this_machine_alone() {
    var flags = parse(Map.of());
    assertThat(flags.host()).isEqualTo("127.0.0.1");
    assertThat(flags.port()).isEqualTo(8080);
    assertThat(flags.home()).isEqualTo(USER.resolve(".threadmill"));
    assertThat(flags.publicUrl()).isEmpty();
    assertThat(flags.database()).isEmpty();
  }

  @Test
  void flags_come_with_a_space_or_an_equals_sign() {
    var flags =
        parse(Map.of(), "--port", "99", "--host=0.0.0.0", "--public-url=https://mill.example");
    assertThat(flags.port()).isEqualTo(99);
    assertThat(flags.host()).isEqualTo("0.0.0.0");
    assertThat(flags.publicUrl()).contains(URI.create("https://mill.example"));
  }

  @Test
  void the_environment_says_what_flags_do_not() {
    var environment = Map.of("THREADMILL_PORT", "99", "THREADMILL_HOME", "/srv/mill");
    assertThat(parse(environment).port()).isEqualTo(99);
    assertThat(parse(environment).home()).isEqualTo(Path.of("/srv/mill"));
    assertThat(parse(environment, "--port", "7").port()).isEqualTo(7);
  }

  @Test
  void a_databases_password_comes_from_the_environment_or_a_file(@TempDir Path folder)
      throws IOException {
    var url = "jdbc:postgresql://db.example/mill";
    var named =
        parse(
            Map.of("THREADMILL_DATABASE_USER", "ada", "THREADMILL_DATABASE_PASSWORD", "secret"),
            "--database",
            url);
    assertThat(named.database()).contains(new Database(url, "ada", "secret"));
    assertThat(named.toString()).doesNotContain("secret");
    var file = Files.writeString(folder.resolve("password"), "hidden\n");
    var filed =
        parse(
            Map.of(
                "THREADMILL_DATABASE_PASSWORD_FILE", file.toString(), "THREADMILL_DATABASE", url));
    assertThat(filed.database()).contains(new Database(url, null, "hidden"));
  }

  @ParameterizedTest
  @CsvSource({
    "--prot 8080, --prot",
    "--port, --port",
    "--port many, --port",
    "--port 65536, --port",
    "--public-url mill.example, --public-url",
    "--database mysql://x, --database",
    "backup, backup",
    "restore --replace, restore",
    "backup all.zip --replace, --replace",
    "run, run"
  })
  void what_makes_no_sense_is_refused_in_one_sentence(String line, String named) {
    assertThatThrownBy(() -> parse(Map.of(), line.split(" ")))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining(named)
        .hasMessageEndingWith(".")
        .message()
        .doesNotContain("\n");
  }

  @Test
  void a_backup_is_copied_to_or_from_a_file() {
    var backup = parse(Map.of(), "backup", "all.zip", "--home", "/srv/mill");
    assertThat(backup.command()).isEqualTo(Command.BACKUP);
    assertThat(backup.file()).contains(Path.of("all.zip"));
    assertThat(backup.home()).isEqualTo(Path.of("/srv/mill"));
    var restore = parse(Map.of(), "restore", "all.zip", "--replace");
    assertThat(restore.command()).isEqualTo(Command.RESTORE);
    assertThat(restore.replace()).isTrue();
  }

  @Test
  void another_platform_is_told_so() {
    Platform.check("Linux", "amd64");
    assertThatThrownBy(() -> Platform.check("Mac OS X", "aarch64"))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("Linux on x86-64");
  }

  @Test
  void a_home_is_held_by_one_server(@TempDir Path folder) {
    var home = folder.resolve("home");
    try (var first = Home.open(home)) {
      assertThat(first.folder()).isDirectory();
      assertThatThrownBy(() -> Home.open(home))
          .isInstanceOf(StartRefused.class)
          .hasMessageContaining("Another server uses " + home);
    }
    Home.open(home).close();
  }

  private static Flags parse(Map<String, String> environment, String... args) {
    return Flags.parse(List.of(args), environment, USER);
  }
}
