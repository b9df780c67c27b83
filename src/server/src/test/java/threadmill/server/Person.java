package threadmill.server;

import static io.restassured.RestAssured.given;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;

/// Somebody who is signed in, in a browser of their own.
///
/// @param session the cookie's value
/// @param id of the account
public record Person(String login, String session, UUID id) {
  public static final String COOKIE = "threadmill_session";

  /// Signs in with a password.
  public static Person signsIn(String login, String password, UUID id) {
    var session =
        browser()
            .body(Map.of("login", login, "password", password))
            .post("/api/v1/session")
            .then()
            .statusCode(200)
            .extract()
            .cookie(COOKIE);
    return new Person(login, session, id);
  }

  /// A request as a browser's page sends it, of nobody yet.
  public static RequestSpecification browser() {
    return given()
        .header("Origin", "http://localhost:" + RestAssured.port)
        .contentType(ContentType.JSON)
        .accept(ContentType.JSON);
  }

  /// A request of this person's browser.
  public RequestSpecification asks() {
    return browser().cookie(COOKIE, session);
  }

  public Response gets(String path) {
    return asks().get(path);
  }

  public Response posts(String path, Map<String, ?> body) {
    return asks().body(body).post(path);
  }
}
