import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import threadmill.judge.Transcript;

class PagesTest {
  @Test
  void counts_are_right(Transcript transcript) {
    var expected = new ArrayList<String>();
    int total = 0;
    for (var page : transcript.stdin().lines().toList()) {
      int words = page.split(" ").length;
      total += words;
      expected.add("page %d: %d words".formatted(expected.size() + 1, words));
    }
    expected.add("total: %d words".formatted(total));
    var printed = transcript.lines();
    assertEquals(expected.getLast(), printed.getLast(), "the last line is the total");
    assertEquals(
        expected.stream().sorted().toList(),
        printed.stream().sorted().toList(),
        "a line for each page, and the total");
  }
}
