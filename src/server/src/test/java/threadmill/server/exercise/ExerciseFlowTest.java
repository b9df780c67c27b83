package threadmill.server.exercise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import threadmill.server.Person;
import threadmill.server.ServerTest;
import threadmill.server.account.People;

@ServerTest
class ExerciseFlowTest {
  private static final String BUNDLED = "/api/v1/courses/concurrency-in-java";
  private static final BundledFolder LOST_UPDATE = new BundledFolder("lost-update");

  @Inject People people;
  private Person instructor;
  private Person student;
  private String course;
  private String exercise;

  @BeforeEach
  void a_course_with_a_student() {
    instructor = people.creator();
    var made = instructor.posts("/api/v1/courses", Map.of("title", "Exercises")).then();
    course = "/api/v1/courses/" + made.extract().<String>path("slug");
    exercise = course + "/exercises/lost-update";
    student = people.somebody();
    student.posts("/api/v1/courses/join", Map.of("code", made.extract().<String>path("joinCode")));
  }

  private ValidatableResponse imports(byte[] zip) {
    return instructor
        .asks()
        .contentType("application/zip")
        .body(zip)
        .post(course + "/exercises")
        .then();
  }

  private Map<String, ?> files(String folder) {
    return Map.of(
        "files",
        List.of(
            Map.of("path", "Main.java", "content", LOST_UPDATE.text("starter/Main.java")),
            Map.of(
                "path", "Visitors.java", "content", LOST_UPDATE.text(folder + "/Visitors.java"))));
  }

  @Test
  void the_bundled_course_is_there_from_the_first_start() {
    var admin = people.admin();
    var code = admin.gets(BUNDLED).then().statusCode(200).extract().<String>path("joinCode");
    student.posts("/api/v1/courses/join", Map.of("code", code)).then().statusCode(200);
    var exercises = student.gets(BUNDLED + "/exercises").then().statusCode(200);
    exercises.body("exercises.published", everyItem(equalTo(true)));
    var slugs = exercises.extract().<List<String>>path("exercises.slug");
    assertThat(slugs).hasSizeGreaterThanOrEqualTo(18);
    for (var slug : slugs) {
      student
          .gets(BUNDLED + "/exercises/" + slug)
          .then()
          .statusCode(200)
          .body("html", not(equalTo("")))
          .body("closingHtml", nullValue());
    }
  }

  @Test
  void students_see_an_exercise_only_once_it_is_published_which_needs_a_check() {
    imports(LOST_UPDATE.zip()).statusCode(200).body("version", equalTo(1));
    student.gets(exercise).then().statusCode(404);
    student.gets(course + "/exercises").then().body("exercises", empty());
    instructor.posts(exercise + "/publication", Map.of()).then().statusCode(409);
    instructor.gets(exercise).then().statusCode(200).body("closingHtml", notNullValue());
  }

  @Test
  void the_same_files_are_the_same_version_and_come_back_as_they_were() {
    imports(LOST_UPDATE.zip()).body("version", equalTo(1));
    imports(LOST_UPDATE.zip()).body("version", equalTo(1));
    var out =
        instructor
            .asks()
            .accept(ContentType.ANY)
            .get(exercise + "/folder")
            .then()
            .statusCode(200)
            .extract()
            .asByteArray();
    imports(out).body("version", equalTo(1));
    student.asks().accept(ContentType.ANY).get(exercise + "/folder").then().statusCode(403);
  }

  @Test
  void what_is_wrong_with_a_zip_is_named_file_by_file() {
    imports("no zip".getBytes(java.nio.charset.StandardCharsets.UTF_8)).statusCode(400);
    imports(new byte[0]).statusCode(400);
  }

  @Test
  void a_draft_is_kept_for_its_owner_alone() {
    publishes();
    student
        .asks()
        .body(files("wrong/volatile-only"))
        .put(exercise + "/draft")
        .then()
        .statusCode(204);
    student.gets(exercise).then().body("draft[0].path", equalTo("Main.java"));
    instructor.gets(exercise).then().body("draft", nullValue());
  }

  @Test
  void a_check_a_wrong_answer_a_right_one_and_what_each_may_see_of_them() {
    publishes();
    var wrong = judged(handsIn("wrong/volatile-only"));
    assertThat(wrong.getString("verdict")).isNotEqualTo("OK");
    assertThat(wrong.getInt("points")).isLessThan(wrong.getInt("mostPoints"));
    assertThat(wrong.getString("results.find { it.name == 'no-update-is-lost' }.passed"))
        .isEqualTo("false");
    student.gets(exercise).then().body("closingHtml", nullValue());
    var right = judged(handsIn("solution"));
    assertThat(right.getString("verdict")).isEqualTo("OK");
    assertThat(right.getInt("points")).isEqualTo(right.getInt("mostPoints"));
    student.gets(exercise).then().body("closingHtml", containsString("saw"));
    student
        .gets(exercise + "/submissions")
        .then()
        .body("judgings.verdict", hasItem("OK"))
        .body("judgings.files", everyItem(nullValue()));
    var judging = "/api/v1/judgings/" + right.getString("id");
    people.somebody().gets(judging).then().statusCode(404);
    instructor.gets(judging).then().statusCode(200).body("results[0].verdict", equalTo("OK"));
  }

  private String handsIn(String folder) {
    return student
        .posts(exercise + "/submissions", files(folder))
        .then()
        .statusCode(202)
        .extract()
        .path("id");
  }

  private JsonPath judged(String id) {
    var path = "/api/v1/judgings/" + id;
    await()
        .atMost(3, TimeUnit.MINUTES)
        .until(() -> student.gets(path).path("state").equals("FINISHED"));
    return student.gets(path).jsonPath();
  }

  private void publishes() {
    imports(LOST_UPDATE.zip()).statusCode(200);
    instructor.posts(exercise + "/check?repeats=1", Map.of()).then().statusCode(202);
    await()
        .atMost(5, TimeUnit.MINUTES)
        .until(() -> !instructor.gets(exercise + "/check").path("state").equals("RUNNING"));
    instructor.gets(exercise + "/check").then().body("state", equalTo("PASSED"));
    instructor.posts(exercise + "/publication", Map.of()).then().statusCode(204);
  }
}
