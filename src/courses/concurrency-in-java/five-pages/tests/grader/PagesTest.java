import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import threadmill.judge.Subject;

class PagesTest {
  @Test
  void as_many_pages_are_loaded_at_once_as_there_are_threads(Subject subject) {
    for (int threads : new int[] {5, 3}) {
      var seen = subject.call("PagesDriver.load", urls(9), new int[9], -1, threads).asMap();
      assertEquals(
          threads,
          ((Number) seen.get("most")).intValue(),
          "most pages that were under way at once, of 9 on " + threads + " threads");
    }
  }

  @Test
  void a_page_that_fails_gives_a_line_of_its_own(Subject subject) {
    int pages = 6;
    var sizes = subject.random().ints(pages, 0, 10_000).toArray();
    int failing = subject.random().nextInt(pages - 1);
    var expected = new ArrayList<String>();
    for (int page = 0; page < pages; page++) {
      var what =
          page == failing
              ? " generated an exception: FileNotFoundException"
              : " page is " + sizes[page] + " bytes";
      expected.add(urls(pages).get(page) + what);
    }
    var seen = subject.call("PagesDriver.load", urls(pages), sizes, failing, 2).asMap();
    assertEquals(expected, seen.get("lines"), "the lines");
  }

  private static List<String> urls(int pages) {
    var urls = new ArrayList<String>();
    for (int page = 1; page <= pages; page++) {
      urls.add("http://example.com/page/" + page);
    }
    return urls;
  }
}
