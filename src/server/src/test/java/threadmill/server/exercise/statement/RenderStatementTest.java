package threadmill.server.exercise.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import threadmill.server.exercise.complaint.Complaint;
import threadmill.server.exercise.statement.Glossary.Term;
import threadmill.server.exercise.statement.RenderStatement.Rendered;

class RenderStatementTest {
  private static final Glossary GLOSSARY =
      new Glossary(
          Map.of(
              "lock", new Term("lock", "lock", "Held by one thread at a time."),
              "evil", new Term("evil", "evil", "<script>alert(1)</script>\"' onload=x")));

  @Test
  void prose_tables_and_code_come_through() {
    var html =
        html(
            """
            ## Two threads

            A *counter* with **four** `int`s:

            ```java
            List<int[]> all = List.of(new int[][] {{1, 2}});
            ```

            | threads | time |
            |:--|--:|
            | 1 | 2 s |

            3. three
            """);

    assertThat(html)
        .contains("<h2 id=\"section-two-threads\">Two threads</h2>")
        .contains("A <em>counter</em> with <strong>four</strong> <code>int</code>s:")
        .contains("<pre><code class=\"language-java\">List&lt;int[]&gt; all")
        .contains("<th align=\"left\">threads</th>", "<td align=\"right\">2 s</td>")
        .contains("<ol start=\"3\">");
  }

  @Test
  void a_word_of_the_glossary_is_reached_by_the_keyboard_and_described() {
    var rendered = render("A [lock](term:lock), and [another `lock`](term:lock).");

    assertThat(rendered.complaints()).isEmpty();
    assertThat(rendered.statement().html())
        .isEqualToIgnoringNewLines(
            "<p>A <button type=\"button\" class=\"term\" aria-describedby=\"term-1\">lock</button>"
                + "<span class=\"definition\" role=\"tooltip\" id=\"term-1\">Held by one thread at a"
                + " time.</span>, and <button type=\"button\" class=\"term\""
                + " aria-describedby=\"term-2\">another <code>lock</code></button><span"
                + " class=\"definition\" role=\"tooltip\" id=\"term-2\">Held by one thread at a"
                + " time.</span>.</p>");
  }

  @Test
  void pictures_get_the_address_that_the_caller_gives() {
    var rendered = render("x\n\n![two *threads*](images/two.svg \"A title\")");

    assertThat(rendered.complaints()).isEmpty();
    assertThat(rendered.statement().html())
        .contains(
            "src=\"/exercises/7/images/two.svg\"", "alt=\"two threads\"", "title=\"A title\"");
  }

  @Test
  void links_keep_what_they_lead_to_apart_from_the_page() {
    assertThat(html("[docs](https://docs.oracle.com/a?b=1#c) [next](../deadlock) <https://x.org/>"))
        .contains("<a href=\"https://docs.oracle.com/a?b&#61;1#c\" rel=\"noopener\">docs</a>")
        .contains("<a href=\"../deadlock\" rel=\"noopener\">next</a>")
        .contains("<a href=\"https://x.org/\" rel=\"noopener\">https://x.org/</a>");
  }

  @Test
  void what_you_saw_is_split_off_for_those_who_have_solved_it() {
    var statement = render("Do it.\n\n## What you saw\n\nBoth read [41](term:lock).").statement();

    assertThat(statement.html()).contains("Do it.").doesNotContain("saw", "41");
    assertThat(statement.closingHtml())
        .contains("<h2 id=\"section-what-you-saw\">What you saw</h2>", "Both read", "41");
    assertThat(render("Do it.").statement().closingHtml()).isEmpty();
  }

  @Test
  void nothing_may_follow_what_you_saw() {
    assertThat(complaints("## What you saw\n\nIt.\n\n### Part of it\n\n## Tasks\n\nMore."))
        .containsExactly(
            "statement.md:7: comes after ## What you saw, which must be the last section");
  }

  @Test
  void all_that_is_missing_is_told_with_its_line() {
    assertThat(
            complaints(
                """
                A [lok](term:lok) here.

                - and
                - a ![](images/two.svg)
                - a ![three](images/three.png)
                - a ![far](https://x.org/a.png)

                > and [mail](mailto:a@b.c)
                """))
        .containsExactly(
            "statement.md:1: the glossary has no lok; add it, or link another",
            "statement.md:4: say in the brackets what the picture shows: ![two threads](images/…)",
            "statement.md:5: images/ has no three.png; add it, or name another",
            "statement.md:6: pictures come from images/, not from https://x.org/a.png",
            "statement.md:8: links must begin with https:// or http://, or be relative, not"
                + " mailto:a@b.c");
  }

  @Test
  void a_definition_is_plain_text() {
    assertThat(html("[x](term:evil)"))
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
        .doesNotContain("<script");
  }

  private static Rendered render(String markdown) {
    return RenderStatement.render(
        "statement.md", markdown, GLOSSARY, Set.of("two.svg"), "/exercises/7/images/");
  }

  private static String html(String markdown) {
    return render(markdown).statement().html();
  }

  private static List<String> complaints(String markdown) {
    return render(markdown).complaints().stream().map(Complaint::toString).toList();
  }
}
