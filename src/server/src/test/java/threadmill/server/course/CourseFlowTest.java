package threadmill.server.course;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import threadmill.server.Person;
import threadmill.server.ServerTest;
import threadmill.server.account.People;

@ServerTest
class CourseFlowTest {
  @Inject People people;

  private record Made(Person instructor, String path, String code) {}

  private Made course(String title) {
    var instructor = people.creator();
    var made = instructor.posts("/api/v1/courses", Map.of("title", title)).then().statusCode(201);
    return new Made(
        instructor,
        "/api/v1/courses/" + made.extract().<String>path("slug"),
        made.extract().path("joinCode"));
  }

  @Test
  void a_course_is_seen_by_those_in_it_and_its_code_by_instructors_alone() {
    var course = course("Concurrency, 1st term");
    var student = people.somebody();
    student.gets(course.path()).then().statusCode(404);
    student
        .posts(
            "/api/v1/courses/join",
            Map.of("code", course.code().toLowerCase(java.util.Locale.ROOT).replace("-", " ")))
        .then()
        .statusCode(200)
        .body("role", equalTo("STUDENT"));
    student.gets(course.path()).then().statusCode(200).body("joinCode", nullValue());
    course.instructor().gets(course.path()).then().body("joinCode", equalTo(course.code()));
    student.gets("/api/v1/courses").then().body("courses.title", contains("Concurrency, 1st term"));
    student.gets(course.path() + "/members").then().statusCode(403);
    var admin = people.admin();
    admin.gets(course.path() + "/members").then().statusCode(200);
    admin.gets(course.path() + "/members").then().statusCode(200);
    var slug = course.path().substring("/api/v1/courses/".length());
    admin
        .gets("/api/v1/admin/audit")
        .then()
        .body(
            "entries.findAll { it.actor == '%s' && it.subject == '%s' }.action"
                .formatted(admin.login(), slug),
            contains("as administrator: see class"));
  }

  @Test
  void two_courses_of_one_title_have_different_addresses() {
    var one = course("The same");
    var other = course("The same");
    org.assertj.core.api.Assertions.assertThat(one.path()).isNotEqualTo(other.path());
  }

  @Test
  void a_code_that_was_closed_or_replaced_lets_nobody_in() {
    var course = course("Closing");
    var closed =
        course.instructor().asks().body(Map.of("joining", false)).patch(course.path()).then();
    closed.statusCode(200).body("joinCode", nullValue());
    join(people.somebody(), course.code()).statusCode(400);
    var code =
        course
            .instructor()
            .asks()
            .body(Map.of("joining", true))
            .patch(course.path())
            .then()
            .body("joinCode", not(equalTo(course.code())))
            .extract()
            .<String>path("joinCode");
    join(people.somebody(), code).statusCode(200);
  }

  private static ValidatableResponse join(Person person, String code) {
    return person.posts("/api/v1/courses/join", Map.of("code", code)).then();
  }

  @Test
  void somebody_signs_up_with_a_code_and_is_in_the_course() {
    var course = course("By code");
    var session =
        Person.browser()
            .body(
                Map.of(
                    "login", "by-code@example.org",
                    "name", "By Code",
                    "password", "long enough to keep",
                    "joinCode", course.code()))
            .post("/api/v1/account")
            .then()
            .statusCode(201)
            .extract()
            .cookie(Person.COOKIE);
    Person.browser()
        .cookie(Person.COOKIE, session)
        .get(course.path())
        .then()
        .statusCode(200)
        .body("role", equalTo("STUDENT"));
  }

  @Test
  void roles_go_up_and_down_but_the_last_instructor_stays() {
    var course = course("Roles");
    var helper = people.somebody();
    var members = course.path() + "/members";
    course
        .instructor()
        .posts(members, Map.of("login", helper.login(), "role", "ASSISTANT"))
        .then()
        .statusCode(200);
    helper.gets(members).then().statusCode(200);
    helper
        .posts(members, Map.of("login", helper.login(), "role", "INSTRUCTOR"))
        .then()
        .statusCode(403);
    course
        .instructor()
        .asks()
        .delete(members + "/" + course.instructor().id())
        .then()
        .statusCode(409);
    course
        .instructor()
        .asks()
        .body(Map.of("role", "INSTRUCTOR"))
        .put(members + "/" + helper.id())
        .then()
        .statusCode(200);
    helper.asks().delete(members + "/" + course.instructor().id()).then().statusCode(204);
    course.instructor().gets(course.path()).then().statusCode(404);
  }

  @Test
  void a_roster_adds_updates_and_drops_but_deletes_nobody() {
    var course = course("By roster");
    var known = people.somebody();
    var first =
        "login,name,student number\nroster-ada,Ada,1\nroster-bob,Bob,2\n%s,Known Person,3\n"
            .formatted(known.login());
    roster(course, first, true)
        .body("added.login", hasItem("roster-ada"))
        .body("added[0].link", nullValue());
    course
        .instructor()
        .gets(course.path() + "/members")
        .then()
        .body("members.login", not(hasItem("roster-ada")));
    var links =
        roster(course, first, false)
            .body("added.login", contains("roster-ada", "roster-bob", known.login()))
            .body("added[0].link", startsWith("/link#"))
            .body("added[2].link", nullValue());
    known.gets(course.path()).then().statusCode(200);
    var secret = links.extract().<String>path("added[0].link").substring("/link#".length());
    Person.browser()
        .body(Map.of("secret", secret, "password", "ada's own password"))
        .post("/api/v1/links")
        .then()
        .statusCode(200)
        .body("login", equalTo("roster-ada"));
    roster(course, "login,name,student number\nroster-ada,Renamed,11\n", false)
        .body("updated", contains("roster-ada"))
        .body("dropped", containsInAnyOrder("roster-bob", known.login()))
        .body("added", empty());
    var members = course.instructor().gets(course.path() + "/members").then();
    members
        .body("members.find { it.login == 'roster-ada' }.name", equalTo("Ada"))
        .body("members.find { it.login == 'roster-ada' }.studentNumber", equalTo("11"))
        .body("members.find { it.login == 'roster-bob' }.droppedAt", notNullValue());
    known.gets(course.path()).then().statusCode(404);
    roster(course, first, false).body("added.login", contains("roster-bob", known.login()));
    known.gets(course.path()).then().statusCode(200);
  }

  private static ValidatableResponse roster(Made course, String csv, boolean trial) {
    return course
        .instructor()
        .asks()
        .contentType("text/csv; charset=UTF-8")
        .body(csv)
        .post(course.path() + "/members/roster?trial=" + trial)
        .then()
        .statusCode(200);
  }

  @Test
  void an_instructor_makes_links_for_students_but_not_for_staff_or_strangers() {
    var course = course("Links");
    var student = people.somebody();
    join(student, course.code()).statusCode(200);
    var staffElsewhere = people.creator();
    join(staffElsewhere, course.code()).statusCode(200);
    var stranger = people.somebody();
    link(course, student).statusCode(200).body("path", startsWith("/link#"));
    link(course, staffElsewhere).statusCode(403);
    link(course, stranger).statusCode(404);
  }

  private static ValidatableResponse link(Made course, Person person) {
    return course
        .instructor()
        .posts(course.path() + "/members/" + person.id() + "/link", Map.of())
        .then();
  }
}
