package threadmill.server.account;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import threadmill.server.Person;
import threadmill.server.ServerTest;
import threadmill.server.Visitor;

@ServerTest
class AccountFlowTest {
  @Inject People people;
  @Inject FirstAdmin firstAdmin;

  @Test
  void who_is_not_signed_in_learns_how_to_get_an_account() {
    Person.browser()
        .get("/api/v1/session")
        .then()
        .statusCode(200)
        .body("account", nullValue())
        .body("signUp", equalTo("code"));
  }

  @Test
  void a_session_cookie_is_for_this_site_and_no_script() {
    var login = people.somebody().login();
    var cookie =
        Person.browser()
            .body(
                Map.of(
                    "login", login.toUpperCase(java.util.Locale.ROOT), "password", People.PASSWORD))
            .post("/api/v1/session")
            .then()
            .statusCode(200)
            .body("login", equalTo(login))
            .extract()
            .detailedCookie(Person.COOKIE);
    assertThat(cookie.isHttpOnly()).isTrue();
    assertThat(cookie.getSameSite()).isEqualTo("Lax");
    assertThat(cookie.getMaxAge()).isNegative();
  }

  @Test
  void a_wrong_password_and_an_unknown_login_are_answered_alike() {
    var wrong = refusal(people.somebody().login(), "not the password");
    var unknown = refusal("nobody-of-this-name", "not the password");
    assertThat(wrong).isEqualTo(unknown);
  }

  private static String refusal(String login, String password) {
    return Person.browser()
        .body(Map.of("login", login, "password", password))
        .post("/api/v1/session")
        .then()
        .statusCode(401)
        .extract()
        .path("detail");
  }

  @Test
  void ten_wrong_passwords_close_the_door_for_a_while_even_to_the_right_one() {
    var login = people.somebody().login();
    for (int i = 0; i < 10; i++) {
      refusal(login, "guess number " + i);
    }
    Person.browser()
        .body(Map.of("login", login, "password", People.PASSWORD))
        .post("/api/v1/session")
        .then()
        .statusCode(429)
        .header("Retry-After", notNullValue());
  }

  @Test
  void signing_out_ends_the_session_and_not_only_the_cookie() {
    var person = people.somebody();
    person.asks().delete("/api/v1/session").then().statusCode(204);
    person.gets("/api/v1/session").then().body("account", nullValue());
    person.gets("/api/v1/account/sessions").then().statusCode(401);
  }

  @Test
  void a_session_without_an_origin_or_with_a_foreign_one_changes_nothing() {
    var person = people.somebody();
    given()
        .cookie(Person.COOKIE, person.session())
        .contentType(ContentType.JSON)
        .body(Map.of("name", "Forged"))
        .patch("/api/v1/account")
        .then()
        .statusCode(403);
    given()
        .cookie(Person.COOKIE, person.session())
        .header("Origin", "https://evil.example")
        .contentType(ContentType.JSON)
        .body(Map.of("name", "Forged"))
        .patch("/api/v1/account")
        .then()
        .statusCode(403);
    person.gets("/api/v1/session").then().body("account.name", not(equalTo("Forged")));
  }

  @Test
  void what_a_guest_ran_comes_along_on_signing_in() {
    var guest = new Visitor();
    var run = guest.starts("void main() { IO.println(\"mine\"); }");
    var login = people.somebody().login();
    var session =
        guest
            .asks()
            .header("Origin", "http://localhost:" + io.restassured.RestAssured.port)
            .body(Map.of("login", login, "password", People.PASSWORD))
            .post("/api/v1/session")
            .then()
            .statusCode(200)
            .extract()
            .cookie(Person.COOKIE);
    Person.browser()
        .cookie(Person.COOKIE, session)
        .get("/api/v1/runs")
        .then()
        .body("runs.id", equalTo(List.of(run)));
    guest.asks().get("/api/v1/runs").then().body("runs", hasSize(0));
    guest.cancels(run).then().statusCode(403);
  }

  @Test
  void signing_up_takes_a_good_code_where_codes_are_asked_for() {
    var wanted =
        Map.of("login", "new-one@example.org", "name", "New One", "password", "a long password");
    Person.browser()
        .body(wanted)
        .post("/api/v1/account")
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("joinCode"));
    var withBad = new java.util.HashMap<String, String>(wanted);
    withBad.put("joinCode", "ABCD-EFGH");
    Person.browser()
        .body(withBad)
        .post("/api/v1/account")
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("joinCode"));
  }

  @Test
  void a_password_that_is_short_or_is_the_login_is_refused() {
    var person = people.somebody();
    for (var weak : List.of("short", "aaaaaaaaaaaaaaaa", person.login())) {
      person
          .asks()
          .body(Map.of("current", People.PASSWORD, "next", weak))
          .put("/api/v1/account/password")
          .then()
          .statusCode(400)
          .body("errors[0].field", equalTo("password"));
    }
  }

  @Test
  void another_password_signs_out_everywhere_else() {
    var here = people.somebody();
    var there = Person.signsIn(here.login(), People.PASSWORD, here.id());
    here.asks()
        .body(Map.of("current", People.PASSWORD, "next", "quite another one"))
        .put("/api/v1/account/password")
        .then()
        .statusCode(204);
    here.gets("/api/v1/account/sessions").then().statusCode(200).body("sessions", hasSize(1));
    there.gets("/api/v1/account/sessions").then().statusCode(401);
    Person.signsIn(here.login(), "quite another one", here.id());
  }

  @Test
  void a_session_of_ones_own_can_be_ended_from_another_browser_but_nobody_elses() {
    var here = people.somebody();
    var there = Person.signsIn(here.login(), People.PASSWORD, here.id());
    var other =
        here.gets("/api/v1/account/sessions")
            .then()
            .extract()
            .<String>path("sessions.find { !it.current }.id");
    people.somebody().asks().delete("/api/v1/account/sessions/" + other).then().statusCode(404);
    here.asks().delete("/api/v1/account/sessions/" + other).then().statusCode(204);
    there.gets("/api/v1/account/sessions").then().statusCode(401);
  }

  @Test
  void a_token_does_what_its_scopes_say_and_never_changes_an_account() {
    var person = people.somebody();
    var reader = token(person, "submit");
    var runner = token(person, "run");
    var program =
        Map.of("files", List.of(Map.of("path", "Main.java", "content", "void main() {}")));
    bearer(reader).body(program).post("/api/v1/runs").then().statusCode(403);
    var id =
        bearer(runner)
            .body(program)
            .post("/api/v1/runs")
            .then()
            .statusCode(201)
            .extract()
            .<String>path("id");
    person.gets("/api/v1/runs").then().body("runs.id", equalTo(List.of(id)));
    bearer(runner).get("/api/v1/account/tokens").then().statusCode(403);
    bearer(runner).body(Map.of("name", "Else")).patch("/api/v1/account").then().statusCode(403);
  }

  @Test
  void a_revoked_or_made_up_token_is_good_for_nothing_even_reading() {
    var person = people.somebody();
    var token = token(person, "run");
    var id = person.gets("/api/v1/account/tokens").then().extract().<String>path("tokens[0].id");
    people.somebody().asks().delete("/api/v1/account/tokens/" + id).then().statusCode(404);
    person.asks().delete("/api/v1/account/tokens/" + id).then().statusCode(204);
    bearer(token).get("/api/v1/runs").then().statusCode(401);
    bearer("tm_made-up").get("/api/v1/runs").then().statusCode(401);
  }

  private static io.restassured.specification.RequestSpecification bearer(String token) {
    return given().header("Authorization", "Bearer " + token).contentType(ContentType.JSON);
  }

  private static String token(Person person, String scope) {
    return person
        .posts("/api/v1/account/tokens", Map.of("name", "laptop", "scopes", List.of(scope)))
        .then()
        .statusCode(201)
        .extract()
        .path("token");
  }

  @Test
  void a_link_sets_a_password_once_and_ends_all_sessions() {
    var person = people.somebody();
    var secret = people.link(OneTimeLink.Kind.RESET, person.id());
    Person.browser()
        .body(Map.of("secret", secret))
        .post("/api/v1/links/look")
        .then()
        .statusCode(200)
        .body("login", equalTo(person.login()))
        .body("kind", equalTo("RESET"));
    var use = Map.of("secret", secret, "password", "set by a link once");
    Person.browser().body(use).post("/api/v1/links").then().statusCode(200);
    person.gets("/api/v1/account/sessions").then().statusCode(401);
    Person.browser().body(use).post("/api/v1/links").then().statusCode(404);
    Person.signsIn(person.login(), "set by a link once", person.id());
  }

  @Test
  void another_link_ends_the_one_before() {
    var person = people.somebody();
    var first = people.link(OneTimeLink.Kind.RESET, person.id());
    people.link(OneTimeLink.Kind.RESET, person.id());
    Person.browser()
        .body(Map.of("secret", first))
        .post("/api/v1/links/look")
        .then()
        .statusCode(404);
  }

  @Test
  void the_first_administrators_link_works_once_and_only_while_there_is_none() {
    people.noAdmins();
    var stale = firstAdmin.link().orElseThrow();
    var path = firstAdmin.link().orElseThrow();
    var secret = path.substring(path.indexOf('#') + 1);
    var wanted =
        Map.of(
            "secret", secret,
            "login", "root-of-tests",
            "name", "The Administrator",
            "password", "administer it well");
    Person.browser()
        .body(Map.of("secret", stale.substring(stale.indexOf('#') + 1)))
        .post("/api/v1/links/look")
        .then()
        .statusCode(404);
    Person.browser()
        .body(wanted)
        .post("/api/v1/links")
        .then()
        .statusCode(200)
        .body("siteAdmin", equalTo(true));
    Person.browser().body(wanted).post("/api/v1/links").then().statusCode(404);
    assertThat(firstAdmin.link()).isEmpty();
  }

  @Test
  void ones_data_has_what_one_ran_and_goes_with_the_account() {
    var person = people.somebody();
    var program =
        Map.of(
            "files",
            List.of(Map.of("path", "Main.java", "content", "void main() { /* only mine */ }")));
    var run =
        person.posts("/api/v1/runs", program).then().statusCode(201).extract().<String>path("id");
    person
        .posts("/api/v1/experiments", Map.of("run", program, "repeats", 1, "warmUp", 0))
        .then()
        .statusCode(201);
    person
        .gets("/api/v1/account/data")
        .then()
        .statusCode(200)
        .header("Content-Disposition", containsString("attachment"))
        .body("account.login", equalTo(person.login()))
        .body("runs[0].id", equalTo(run))
        .body("experiments[0].request", containsString("only mine"))
        .body("runs[0].files[0].content", containsString("only mine"));
    person
        .asks()
        .body(Map.of("password", "not mine"))
        .delete("/api/v1/account")
        .then()
        .statusCode(400);
    person
        .asks()
        .body(Map.of("password", People.PASSWORD))
        .delete("/api/v1/account")
        .then()
        .statusCode(204);
    Person.browser().get("/api/v1/runs/" + run).then().statusCode(404);
    refusal(person.login(), People.PASSWORD);
  }

  @Test
  void names_that_could_pass_for_others_are_refused() {
    var person = people.somebody();
    for (var name : List.of("", "evil\u202Egro.elpmaxe", "zero\u200Bwidth", "two\u2028lines")) {
      var answer = person.asks().body(Map.of("name", name)).patch("/api/v1/account");
      answer.then().statusCode(400).body("errors[0].field", equalTo("name"));
    }
    person
        .asks()
        .body(Map.of("nickname", "Only One"))
        .patch("/api/v1/account")
        .then()
        .statusCode(200);
    people
        .somebody()
        .asks()
        .body(Map.of("nickname", "only one"))
        .patch("/api/v1/account")
        .then()
        .statusCode(400);
  }

  @Test
  void only_administrators_administer_and_it_is_written_down() {
    var admin = people.admin();
    var person = people.somebody();
    person.gets("/api/v1/admin/accounts").then().statusCode(403);
    person.posts("/api/v1/courses", Map.of("title", "Mine")).then().statusCode(403);
    admin
        .asks()
        .body(Map.of("mayCreateCourses", true))
        .patch("/api/v1/admin/accounts/" + person.id())
        .then()
        .statusCode(200);
    person.posts("/api/v1/courses", Map.of("title", "Mine")).then().statusCode(201);
    admin
        .gets("/api/v1/admin/audit")
        .then()
        .body(
            "entries.find { it.subject == '%s' }.action".formatted(person.login()),
            equalTo("may create courses"));
    admin
        .asks()
        .body(Map.of("closed", true))
        .patch("/api/v1/admin/accounts/" + person.id())
        .then()
        .statusCode(200);
    person.gets("/api/v1/account/sessions").then().statusCode(401);
    refusal(person.login(), People.PASSWORD);
  }
}
