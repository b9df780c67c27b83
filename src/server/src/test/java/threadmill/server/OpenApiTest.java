package threadmill.server;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// The description of the API against the API.
@ServerTest
class OpenApiTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void every_call_is_described_with_all_its_answers() throws Exception {
    var described = new TreeMap<String, List<String>>();
    document()
        .path("paths")
        .properties()
        .forEach(path ->
            path.getValue()
                .properties()
                .forEach(call ->
                    described.put(
                        call.getKey() + " " + path.getKey(),
                        call.getValue().path("responses").properties().stream()
                            .map(Map.Entry::getKey)
                            .sorted()
                            .toList())));
    assertThat(described)
        .isEqualTo(
            new TreeMap<>(
                Map.ofEntries(
                    Map.entry(
                        "post /api/v1/runs",
                        List.of("201", "400", "403", "413", "415", "429", "503")),
                    Map.entry("get /api/v1/runs", List.of("200", "400")),
                    Map.entry("get /api/v1/runs/{id}", List.of("200", "404")),
                    Map.entry("delete /api/v1/runs/{id}", List.of("202", "403", "404")),
                    Map.entry("get /api/v1/runs/{id}/output", List.of("200", "404")),
                    Map.entry("get /api/v1/runs/{id}/timeline", List.of("200", "400", "404")),
                    Map.entry("get /api/v1/runs/{id}/diagnosis", List.of("200", "404")),
                    Map.entry("get /api/v1/comparisons", List.of("200", "400", "404")),
                    Map.entry("get /api/v1/samples", List.of("200")),
                    Map.entry("get /api/v1/settings", List.of("200")),
                    Map.entry(
                        "post /api/v1/experiments",
                        List.of("201", "400", "403", "413", "415", "429", "503")),
                    Map.entry("get /api/v1/experiments", List.of("200", "400")),
                    Map.entry("get /api/v1/experiments/{id}", List.of("200", "404")),
                    Map.entry("get /api/v1/experiments/{id}/results", List.of("200", "400", "404")),
                    Map.entry("delete /api/v1/experiments/{id}", List.of("202", "403", "404")),
                    Map.entry(
                        "post /api/v1/experiments/{id}/cells/{number}/again",
                        List.of("202", "403", "404", "409")))));
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
