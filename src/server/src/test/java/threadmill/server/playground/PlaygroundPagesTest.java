package threadmill.server.playground;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.restassured.http.ContentType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import threadmill.server.ServerTest;

@ServerTest
class PlaygroundPagesTest {

  @ParameterizedTest
  @CsvSource({
    "/, playground",
    "/runs, runs",
    "/runs/3f0c1d5e-8a47-4c5b-9e52-0d6a7b1c9f24, playground",
    "/compare, compare",
    "/compare?b=run:1, compare",
    "/experiments, experiments",
    "/experiments/new, new-experiment",
    "/experiments/5b1c7a90-3e2d-4c68-8f01-9d4e6a2b7c35, experiment"
  })
  void a_page_comes_with_its_scripts_and_nothing_inline(String path, String page) {
    given()
        .get(path)
        .then()
        .statusCode(200)
        .contentType(ContentType.HTML)
        .body(containsString("data-page=\"" + page + "\""))
        .body(containsString("<script type=\"module\""))
        .body(not(containsString("<style")))
        .body(not(containsString(" style=")));
  }

  @ParameterizedTest
  @CsvSource({"dark, dark", "light, light", "system, system", "'\"><script>', system"})
  void the_theme_that_a_visitor_chose_is_in_the_page(String cookie, String theme) {
    given()
        .header("Cookie", "threadmill-theme=" + cookie)
        .get("/")
        .then()
        .statusCode(200)
        .body(containsString("data-theme=\"" + theme + "\""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/runs/no%20such%20run", "/runs/%3Cscript%3E", "/experiments/no%20such"})
  void an_address_that_nothing_can_have_is_answered_with_a_page(String path) {
    given()
        .urlEncodingEnabled(false)
        .get(path)
        .then()
        .statusCode(404)
        .contentType(ContentType.HTML)
        .body(containsString("There is nothing at this address"));
  }
}
