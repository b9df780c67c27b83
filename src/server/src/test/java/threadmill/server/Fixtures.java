package threadmill.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The examples of the wire format that the page's tests read, too.
public final class Fixtures {
  private static final Path FOLDER = Path.of("../../frontend/test/fixtures");

  private Fixtures() {}

  public static JsonNode read(String name, ObjectMapper json) throws IOException {
    return json.readTree(Files.readString(FOLDER.resolve(name + ".json")));
  }

  /// Reads and writes an example by one of our types: all that the page relies on is still there.
  public static void survives(JsonNode fixture, Class<?> type, ObjectMapper json)
      throws IOException {
    var written = json.readTree(json.writeValueAsString(json.treeToValue(fixture, type)));
    holds(fixture, written, type.getSimpleName());
  }

  /// Whether a tree holds all of another; it may hold more.
  private static void holds(JsonNode expected, JsonNode actual, String at) {
    if (expected.isObject()) {
      for (var field : expected.properties()) {
        holds(field.getValue(), actual.path(field.getKey()), at + "." + field.getKey());
      }
    } else if (expected.isArray()) {
      assertThat(actual).as(at).hasSameSizeAs(expected);
      for (int i = 0; i < expected.size(); i++) {
        holds(expected.get(i), actual.get(i), at + "[" + i + "]");
      }
    } else if (expected.isNull()) {
      // Absent and null are the same to the page.
      assertThat(actual.isNull() || actual.isMissingNode()).as(at).isTrue();
    } else if (expected.isNumber()) {
      assertThat(actual.isNumber()).as(at).isTrue();
      assertThat(actual.asDouble()).as(at).isEqualTo(expected.asDouble());
    } else {
      assertThat(actual.asText()).as(at).isEqualTo(expected.asText());
    }
  }

  /// Whether an answer has the fields of an example, whatever their values.
  public static void hasFieldsOf(JsonNode expected, JsonNode actual, String at) {
    for (var field : expected.properties()) {
      var path = at + "." + field.getKey();
      assertThat(actual.has(field.getKey())).as(path).isTrue();
      hasFieldsOf(field.getValue(), actual.path(field.getKey()), path);
    }
  }
}
