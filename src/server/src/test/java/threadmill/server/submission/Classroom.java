package threadmill.server.submission;

import static org.awaitility.Awaitility.await;

import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import threadmill.runner.SourceFile;
import threadmill.runner.Verdict;
import threadmill.server.Person;
import threadmill.server.account.People;
import threadmill.server.exercise.PreparedExercise;
import threadmill.server.judging.PreparedJudgings.Ended;

/// A course with staff, a student and an exercise of 8 points.
///
/// @param path of the course
/// @param exercise path of the exercise
record Classroom(
    People people,
    PreparedExercise exercises,
    Person instructor,
    Person assistant,
    Person student,
    String slug,
    String code,
    String path,
    String exercise) {

  static Classroom of(People people, PreparedExercise exercises) {
    var instructor = people.creator();
    var made = instructor.posts("/api/v1/courses", Map.of("title", "Submissions")).then();
    var slug = made.extract().<String>path("slug");
    var path = "/api/v1/courses/" + slug;
    var code = made.extract().<String>path("joinCode");
    var assistant = people.somebody();
    instructor
        .posts(path + "/members", Map.of("login", assistant.login(), "role", "ASSISTANT"))
        .then()
        .statusCode(200);
    exercises.publishIn(slug);
    var student = joins(people.somebody(), code);
    return new Classroom(
        people,
        exercises,
        instructor,
        assistant,
        student,
        slug,
        code,
        path,
        path + "/exercises/" + PreparedExercise.SLUG);
  }

  private static Person joins(Person person, String code) {
    person.posts("/api/v1/courses/join", Map.of("code", code)).then().statusCode(200);
    return person;
  }

  Person another() {
    return joins(people.somebody(), code);
  }

  Person named(String name) {
    var account = people.somebody(People.login("named"), name);
    return joins(Person.signsIn(account.login, People.PASSWORD, account.id), code);
  }

  /// Sets terms beside part and position.
  ValidatableResponse terms(Map<String, ?> terms) {
    var all = new HashMap<String, Object>(Map.of("part", "Exercises", "position", 0));
    all.putAll(terms);
    return instructor.asks().body(all).put(exercise + "/terms").then();
  }

  /// A submission that was judged.
  String submitted(Person person, Instant at, int points) {
    return submitted(person, at, points, "class Main {}\nclass Other {}\n");
  }

  String submitted(Person person, Instant at, int points, String source) {
    var verdict = points == 8 ? Verdict.OK : Verdict.RACE_OBSERVED;
    return submitted(person, new Ended(at, verdict, points, files(source)));
  }

  String submitted(Person person, Ended ended) {
    return exercises.submittedTo(slug, person.id(), ended);
  }

  static List<SourceFile> files(String source) {
    return List.of(new SourceFile("Main.java", source));
  }

  ValidatableResponse handsIn(Person person, String source) {
    var file = Map.of("path", "Main.java", "content", source);
    return person.posts(exercise + "/submissions", Map.of("files", List.of(file))).then();
  }

  ValidatableResponse seenBy(Person person) {
    return person.gets(exercise).then().statusCode(200);
  }

  void awaitJudged(Person person, String id) {
    await()
        .atMost(1, TimeUnit.MINUTES)
        .until(() -> person.gets("/api/v1/judgings/" + id).path("state").equals("FINISHED"));
  }
}
