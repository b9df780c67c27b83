package threadmill.server.comparison;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import threadmill.server.Fixtures;
import threadmill.server.ServerTest;

/// The examples of comparisons that the page's tests read, read and written by our types.
@ServerTest
class ComparisonFixturesTest {
  @Inject ObjectMapper json;

  @ParameterizedTest
  @ValueSource(strings = {"comparison-runs", "comparison-cells"})
  void comparisons_are_those_of_the_page(String name) throws IOException {
    Fixtures.survives(Fixtures.read(name, json), ComparisonView.class, json);
  }
}
