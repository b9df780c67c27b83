package threadmill.server.operator;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.restassured.http.ContentType;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import threadmill.server.ServerTest;

@ServerTest
class OperatorPagesTest {
  @Test
  void the_page_shows_health_queue_layers_and_versions() {
    given()
        .get("/operator")
        .then()
        .statusCode(200)
        .contentType(ContentType.HTML)
        .body(containsString("data-page=\"operator\""))
        .body(containsString("Runs are taken."))
        .body(containsString("Runs that wait"))
        .body(containsString("<th scope=\"row\">Namespaces</th><td>active</td>"))
        .body(containsString("<strong>not active</strong>"))
        .body(containsString(Runtime.version().toString()))
        .body(containsString("PostgreSQL"));
  }

  @Test
  void what_a_runner_says_is_text_and_never_markup() {
    given()
        .get("/operator")
        .then()
        .body(containsString("Its own of &lt;everything&gt;."))
        .body(not(containsString("<everything>")));
  }

  @Test
  void the_page_names_no_place_on_the_host() {
    var home = ConfigProvider.getConfig().getValue("threadmill.home", String.class);

    given()
        .get("/operator")
        .then()
        .body(not(containsString(home)))
        .body(not(containsString(System.getProperty("java.home"))));
  }
}
