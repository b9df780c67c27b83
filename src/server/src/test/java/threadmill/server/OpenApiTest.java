package threadmill.server;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// The description of the API against the API.
@ServerTest
class OpenApiTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void every_call_says_what_it_does_and_how_it_answers() throws Exception {
    var incomplete = new TreeSet<String>();
    document()
        .path("paths")
        .properties()
        .forEach(path ->
            path.getValue()
                .properties()
                .forEach(call -> {
                  var name = call.getKey() + " " + path.getKey();
                  complaints(path.getKey(), call.getValue())
                      .forEach(it -> incomplete.add(name + " " + it));
                }));
    assertThat(incomplete).isEmpty();
  }

  private static List<String> complaints(String path, JsonNode call) {
    var answers = call.path("responses");
    var complaints = new ArrayList<String>();
    if (call.path("summary").asText().isEmpty()) {
      complaints.add("has no summary");
    }
    if (answers.properties().stream().noneMatch(it -> it.getKey().startsWith("2"))) {
      complaints.add("never succeeds");
    }
    if (path.contains("{") && !answers.has("404")) {
      complaints.add("does not say what it answers where there is nothing");
    }
    if (call.has("requestBody") && !(answers.has("400") && answers.has("415"))) {
      complaints.add("takes any body");
    }
    answers.properties().stream()
        .filter(it -> it.getKey().startsWith("4") || it.getKey().startsWith("5"))
        .filter(it -> !it.getValue().path("content").has("application/problem+json"))
        .forEach(it -> complaints.add("answers " + it.getKey() + " without a problem"));
    return complaints;
  }

  @Test
  void the_fields_of_a_run_are_those_that_are_described() throws Exception {
    var id = new Visitor().starts("void main() {}");
    var run = new Visitor().asks().get("/api/v1/runs/" + id).then().extract().body().asString();
    var described = new TreeSet<String>();
    schema("RunView").path("properties").fieldNames().forEachRemaining(described::add);
    var answered = new TreeSet<String>();
    JSON.readTree(run).fieldNames().forEachRemaining(answered::add);
    assertThat(described).containsAll(answered).contains("verdict", "exitCode", "etaMillis");
  }

  @Test
  void the_example_of_the_description_is_accepted() throws Exception {
    var examples = schema("RunRequest").path("examples");
    assertThat(examples).hasSize(1);
    var example = examples.get(0);
    given()
        .contentType("application/json")
        .body(example.isTextual() ? example.asText() : example.toString())
        .post("/api/v1/runs")
        .then()
        .statusCode(201);
  }

  private static JsonNode schema(String name) throws Exception {
    return document().path("components").path("schemas").path(name);
  }

  private static JsonNode document() throws Exception {
    return JSON.readTree(
        given().get("/q/openapi?format=json").then().statusCode(200).extract().body().asString());
  }
}
