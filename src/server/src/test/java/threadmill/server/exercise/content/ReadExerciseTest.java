package threadmill.server.exercise.content;

import static org.assertj.core.api.Assertions.assertThat;
import static threadmill.server.exercise.content.Reading.complaints;
import static threadmill.server.exercise.content.Reading.exercise;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import threadmill.harness.wire.VirtualWeb;
import threadmill.lab.ExecutorKind;
import threadmill.runner.Isolation;
import threadmill.runner.Limits;
import threadmill.runner.SourceFile;
import threadmill.runner.Verdict;
import threadmill.runner.judge.Grading;
import threadmill.runner.judge.Grading.Head;
import threadmill.runner.judge.Grading.TestName;
import threadmill.server.exercise.LostUpdate;
import threadmill.server.exercise.complaint.Checked;
import threadmill.server.exercise.complaint.Complaints;
import threadmill.server.exercise.file.Folder;
import threadmill.server.exercise.file.FolderBounds;
import threadmill.server.exercise.file.Layout;
import threadmill.server.exercise.file.ReadZip;
import threadmill.server.exercise.file.WriteZip;

class ReadExerciseTest {

  @Test
  void the_exercise_of_the_documentation_is_read_whole() {
    var exercise = exercise(LostUpdate.original());

    var setting =
        new Grading.Setting(
            ExecutorKind.FIXED,
            2,
            2,
            new Limits(Duration.ofSeconds(5), 64, 1 << 20, 1 << 20, 100),
            new VirtualWeb(200, 20_000, 0, 1));
    assertThat(exercise.title()).isEqualTo("Lost update");
    assertThat(exercise.slug()).isEqualTo("lost-update");
    assertThat(exercise.concepts()).containsExactly("race-condition", "critical-section");
    assertThat(exercise.difficulty()).isEqualTo(Difficulty.EASY);
    assertThat(exercise.minutes()).isEqualTo(20);
    assertThat(exercise.isolation()).isEqualTo(Isolation.PROCESS);
    assertThat(exercise.setting()).isEqualTo(setting);
    assertThat(exercise.points()).isEqualTo(8);
    assertThat(exercise.images()).containsExactly("two-threads.svg");
    assertThat(exercise.judged().gradings())
        .containsExactly(
            new Grading.Liveness(
                new Head("ends", "Four threads come to an end", 2, false),
                setting,
                new TestName("CounterTest", "four_threads_end"),
                List.of(),
                ""),
            new Grading.Repeat(
                new Head("no-update-is-lost", "No update is lost", 6, true),
                setting,
                new TestName("CounterTest", "no_update_is_lost"),
                400,
                List.of(1, 2),
                true));
  }

  @Test
  void answers_are_the_starter_with_some_files_replaced() {
    var exercise = exercise(LostUpdate.original());

    var till = new SourceFile("shop/Till.java", "package shop; class Till {}\n");
    assertThat(exercise.starter())
        .containsExactly(
            new SourceFile("Counter.java", "class Counter { int value; void increment() {} }\n"),
            till);
    assertThat(exercise.judged().solution())
        .containsExactly(
            new SourceFile(
                "Counter.java", "class Counter { int value; synchronized void increment() {} }\n"),
            till);
    assertThat(exercise.wrong())
        .containsExactly(
            new WrongAnswer(
                "unguarded",
                Verdict.RACE_OBSERVED,
                List.of("no-update-is-lost"),
                List.of(
                    new SourceFile("Counter.java", "class Counter { void increment() { } }\n"),
                    till)));
    assertThat(exercise.judged().subject())
        .containsExactly(new SourceFile("CountDriver.java", "class CountDriver {}\n"));
    assertThat(exercise.judged().grader())
        .containsExactly(new SourceFile("CounterTest.java", "class CounterTest {}\n"));
  }

  @Test
  void without_a_setting_the_servers_defaults_hold() {
    var definition = LostUpdate.DEFINITION.replaceAll("(?s)setting:.*grading:", "grading:");

    assertThat(exercise(LostUpdate.original().with("exercise.yaml", definition)).setting())
        .isEqualTo(new Grading.Setting(ExecutorKind.FIXED, 1, 1, Limits.defaults(), null));
  }

  @Test
  void an_entrys_setting_replaces_parts_of_the_exercises() {
    var exercise =
        exercise(
            LostUpdate.original()
                .defined(
                    "    points: 2",
                    "    points: 2\n    setting: {executor: virtual, limits: {heapMiB: 32}, web: none}"));

    var own = ((Grading.Liveness) exercise.judged().gradings().getFirst()).setting();
    assertThat(own)
        .isEqualTo(
            new Grading.Setting(
                ExecutorKind.VIRTUAL,
                2,
                2,
                new Limits(Duration.ofSeconds(5), 32, 1 << 20, 1 << 20, 100),
                null));
    assertThat(exercise.setting().web()).isNotNull();
  }

  @Test
  void an_exercise_that_came_as_a_zip_leaves_as_the_same_files() throws IOException {
    var crlf = LostUpdate.original().with("starter/Counter.java", "class Counter {}\r\n");
    var out = new ByteArrayOutputStream();

    WriteZip.write(exercise(crlf).folder(), out);

    var back =
        ReadZip.read(
            new ByteArrayInputStream(out.toByteArray()), Layout.EXERCISE, FolderBounds.exercise());
    assertThat(back).isEqualTo(new Checked.Good<Folder>(crlf.folder()));
    assertThat(crlf.folder().bytes("starter/Counter.java"))
        .isEqualTo(crlf.bytes().get("starter/Counter.java"));
  }

  @Test
  void everything_that_is_wrong_is_told_at_once() {
    var faulty =
        LostUpdate.original()
            .defined("title: Lost update\n", "titel: Lost update\n")
            .defined("difficulty: easy", "difficulty: trivial")
            .defined("minutes: 20", "minutes: 0")
            .defined("cores: 2\n", "cores: 16\n")
            .defined("times: 400", "times: 1")
            .defined("verdict: RACE_OBSERVED", "verdict: OK")
            .without("statement.md")
            .without("solution");

    assertThat(complaints(faulty))
        .containsExactly(
            "exercise.yaml:1: title: is required",
            "exercise.yaml:4: difficulty: must be one of easy, medium, hard, not trivial",
            "exercise.yaml:5: minutes: must be a whole number, 1 to 600, not 0",
            "exercise.yaml:9: setting.cores: must be a whole number, 1 to 4, not 16",
            "exercise.yaml:25: grading[1].times: must be a whole number, 2 to 10,000, not 1",
            "exercise.yaml:29: wrong.unguarded.verdict: must be one of COMPILE_ERROR,"
                + " RUNTIME_ERROR, WRONG_ANSWER, TIME_LIMIT, MEMORY_LIMIT, OUTPUT_LIMIT,"
                + " THREAD_LIMIT, DEADLOCK, LIVELOCK, THREAD_LEAK, RACE_OBSERVED,"
                + " SECURITY_VIOLATION, not OK",
            "exercise.yaml:1: titel: is not known here; did you mean title?",
            "statement.md: is missing or empty; write what the student is to do",
            "solution: is missing or empty; put in a right answer");
  }

  @Test
  void an_empty_folder_is_told_what_an_exercise_has() {
    assertThat(complaints(LostUpdate.original().without("exercise.yaml")))
        .containsExactly("exercise.yaml: is missing; every exercise has one");
    assertThat(complaints(LostUpdate.original().without("starter").without("solution")))
        .containsExactly(
            "starter: is missing or empty; put in what the student begins with",
            "solution: is missing or empty; put in a right answer");
  }

  @Test
  void slugs_and_names_fit_into_addresses() {
    for (var slug :
        List.of("Lost-Update", "lost_update", "-x", "a--b", "ä", "a/b", "x".repeat(61))) {
      assertThat(complaints(LostUpdate.original().defined("slug: lost-update", "slug: " + slug)))
          .as(slug)
          .containsExactly(
              "exercise.yaml:2: slug: must be a-z, 0-9 and single hyphens, at most 60 characters,"
                  + " not "
                  + Complaints.quote(slug));
    }
  }

  @Test
  void concepts_are_words_of_the_glossary() {
    assertThat(
            complaints(LostUpdate.original().defined("[race condition,", "[race, Race Condition,")))
        .containsExactly(
            "exercise.yaml:3: concepts[0]: is not in the glossary; add it to glossary.yaml, or name"
                + " another");
  }

  @Test
  void the_statement_is_checked_too() {
    assertThat(
            complaints(
                LostUpdate.original()
                    .with("statement.md", "A\n\n[x](term:y)\n\n![z](images/z.png)\n")))
        .containsExactly(
            "statement.md:3: the glossary has no y; add it, or link another",
            "statement.md:5: images/ has no z.png; add it, or name another");
    assertThat(complaints(LostUpdate.original().with("statement.md", "a".repeat(70_000))))
        .containsExactly("statement.md: is larger than 65,536 bytes; shorten it");
  }

  @Test
  void wrong_answers_and_their_folders_belong_together() {
    assertThat(
            complaints(
                LostUpdate.original()
                    .defined("fails: [no-update-is-lost]", "fails: [no-update-is-last]")
                    .with(
                        "wrong/other/Counter.java",
                        "class Counter { int value; synchronized void increment() {} }\n")))
        .containsExactly(
            "exercise.yaml:29: wrong.unguarded.fails[0]: must be one of ends, no-update-is-lost,"
                + " not no-update-is-last",
            "exercise.yaml:1: wrong: lacks other, which has a folder; say what it must get",
            "wrong/other: is the same as the solution; change it, or leave it out");
    assertThat(complaints(LostUpdate.original().without("wrong")))
        .containsExactly(
            "exercise.yaml:29: wrong.unguarded: wrong/unguarded has no files; add them, or leave it"
                + " out");
  }

  @Test
  void a_student_could_hand_in_starter_and_answers() {
    var many = LostUpdate.original();
    for (int i = 0; i < 49; i++) {
      many = many.with("solution/A" + i + ".java", "class A {}");
    }
    assertThat(complaints(many))
        .containsExactly("solution: has 51 files with the starter's; a submission may have 50");
    assertThat(
            complaints(
                LostUpdate.original()
                    .with("wrong/unguarded/Big.java", "//" + "x".repeat(300_000))
                    .with("starter/CountDriver.java", "class CountDriver {}")))
        .containsExactly(
            "wrong/unguarded: has 300,089 bytes with the starter's files; a submission may have"
                + " 262,144",
            "starter/CountDriver.java: is in tests/subject, too; rename one of them");
  }

  @Test
  void pool_isolation_excludes_what_it_cannot_have() {
    assertThat(
            complaints(
                LostUpdate.original()
                    .defined("isolation: process", "isolation: pool")
                    .defined("executor: fixed", "executor: process")
                    .defined("heapMiB: 64", "heapMiB: 512")))
        .containsExactly(
            "exercise.yaml:10: setting.isolation: pool cannot be combined with the executor process",
            "exercise.yaml:10: setting.isolation: pool cannot be combined with a web; use process",
            "exercise.yaml:10: setting.isolation: pool cannot have more than 128 MiB of heap");
  }

  @Test
  void limits_are_those_of_the_server() {
    assertThat(
            complaints(
                LostUpdate.original()
                    .defined(
                        "{wallMillis: 5000, heapMiB: 64, threads: 100}",
                        "{wallMillis: 60001, heapMiB: 0, thread: 1, stdoutBytes: 1e9}")))
        .containsExactly(
            "exercise.yaml:11: setting.limits.wallMillis: must be a whole number, 1 to 60,000, not"
                + " 60001",
            "exercise.yaml:11: setting.limits.heapMiB: must be a whole number, 1 to 1,024, not 0",
            "exercise.yaml:11: setting.limits.stdoutBytes: must be a whole number, 1 to 8,388,608,"
                + " not 1e9",
            "exercise.yaml:11: setting.limits.thread: is not known here; did you mean threads?");
  }

  @Test
  void a_web_is_the_default_one_none_or_ones_own() {
    assertThat(
            exercise(
                    LostUpdate.original()
                        .defined("web: default", "web: {latencyMillis: 5, errorRate: 0.25}"))
                .setting()
                .web())
        .isEqualTo(new VirtualWeb(5, 20_000, 0.25, 1));
    assertThat(
            complaints(
                LostUpdate.original().defined("web: default", "web: {latency: 5, errorRate: 1.5}")))
        .containsExactly(
            "exercise.yaml:12: setting.web.errorRate: must be a number, 0.0 to 1.0, not 1.5",
            "exercise.yaml:12: setting.web.latency: is not known here; known are latencyMillis,"
                + " bytes, errorRate, seed");
    assertThat(complaints(LostUpdate.original().defined("web: default", "web: yes")))
        .containsExactly("exercise.yaml:12: setting.web: must be one of default, none, not yes");
  }
}
