package threadmill.server;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Somebody without an account, who keeps the cookie that he gets.
public final class Visitor {
  /// Name of the cookie.
  public static final String COOKIE = "threadmill_guest";

  private @Nullable String cookie;

  /// The cookie's value, null before the first post.
  public @Nullable String cookie() {
    return cookie;
  }

  /// A request as this visitor.
  public RequestSpecification asks() {
    var request = given().contentType(ContentType.JSON).accept(ContentType.JSON);
    return cookie == null ? request : request.cookie(COOKIE, cookie);
  }

  /// Posts a run of one file and keeps the cookie.
  public Response posts(String content) {
    return posts(Map.of("files", List.of(Map.of("path", "Main.java", "content", content))));
  }

  public Response posts(Map<String, Object> body) {
    return posts("/api/v1/runs", body);
  }

  /// Posts something and keeps the cookie.
  public Response posts(String path, Map<String, Object> body) {
    var response = asks().body(body).post(path);
    if (response.cookie(COOKIE) != null) {
      cookie = response.cookie(COOKIE);
    }
    return response;
  }

  /// Posts a run of one file, which must be taken.
  ///
  /// @return its id
  public String starts(String content) {
    return posts(content).then().statusCode(201).extract().path("id");
  }

  public JsonPath run(String id) {
    return asks().get("/api/v1/runs/" + id).then().statusCode(200).extract().jsonPath();
  }

  public Response cancels(String id) {
    return asks().delete("/api/v1/runs/" + id);
  }

  /// Waits until a run stands where it should.
  public JsonPath awaits(String id, String state) {
    await().atMost(30, SECONDS).until(() -> run(id).getString("state").equals(state));
    return run(id);
  }
}
