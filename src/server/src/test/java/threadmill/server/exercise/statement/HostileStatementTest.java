package threadmill.server.exercise.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import threadmill.server.exercise.statement.Glossary.Term;
import threadmill.server.exercise.statement.RenderStatement.Rendered;

/// Markdown that wants to become script, to call home, or to be another part of the page.
class HostileStatementTest {
  private static final Glossary GLOSSARY =
      new Glossary(Map.of("lock", new Term("lock", "lock", "Held by one thread.")));

  /// Every tag that a statement can have, with every attribute that it can have.
  private static final Pattern HARMLESS =
      Pattern.compile(
          "</?(h[1-6]|p|br|hr|em|strong|blockquote|pre|code|ul|ol|li|table|thead|tbody|tr|th|td"
              + "|button|span|a|img)"
              + "( (id=\"(section-|term-\\d)[^\"<>]*\"|class=\"(term|definition|language-[\\w+#-]+)\""
              + "|href=\"(https?://)?[^\"<>:]*\"|src=\"/base/two\\.svg\"|(alt|title)=\"[^\"<>]*\""
              + "|rel=\"noopener\"|type=\"button\"|role=\"tooltip\"|aria-describedby=\"term-\\d\""
              + "|align=\"(left|center|right)\"|start=\"\\d+\"))*( /)?>"
              // Breaks up {{, which template languages would take.
              + "|\\{<!-- -->");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "a <script src=//x.org/a.js></script> b",
        "<img src=x onerror=alert(1)>",
        "<svg onload=alert(1)><use href='data:image/svg+xml,x'/></svg>",
        "<!-- comment --> <!--><script>alert(1)</script>-->",
        "<![CDATA[<script>alert(1)</script>]]>",
        "<?php echo 1 ?>",
        "<style>@import '//x.org'</style>",
        "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
        "<math><mtext></p><style><img src onerror=alert(1)></style>",
        "<base href=//x.org><form action=//x.org><input name=password></form>",
        "<meta http-equiv=refresh content='0;url=//x.org'>",
        "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](java&#10;script:alert(1))",
        "[x](&#x6A;avascript:alert(1))",
        "[x](<java\tscript:alert(1)>)",
        "[x](&#1;javascript:alert(1))",
        "[x](vbscript:msgbox(1))",
        "[x](data:text/html;base64,PHNjcmlwdD4=)",
        "[x](file:///etc/passwd)",
        "[x](//x.org/a)",
        "[x](/\\x.org/a)",
        "[x]\n\n[x]: javascript:alert(1)",
        "<javascript:alert(1)>",
        "<data:text/html,x>",
        "[x](https://x.org/\"onmouseover=\"alert(1))",
        "[x](https://x.org 'a\" onmouseover=\"alert(1)')",
        "![x](images/two.svg 'a\" onload=\"alert(1)')",
        "![a\" onload=\"alert(1)](images/two.svg)",
        "![x](https://x.org/a.png)",
        "![x](//x.org/a.png)",
        "![x](data:image/svg+xml;base64,PHN2Zz4=)",
        "![x](images/../../../secret)",
        "![x](images/two.svg#x)",
        "![x](images/two.svg?x)",
        "![x](images/)",
        "![x](javascript:alert(1))",
        "[x](term:lock\"onfocus=\"alert(1))",
        "[<b onclick=alert(1)>x</b>](term:lock)",
        "[x](term:<script>alert(1)</script>)",
        "[x](TERM:lock)",
        "[![x](images/two.svg)](javascript:alert(1))",
        "# <a id=run-button name=csrf>x</a>",
        "# \" onclick=alert(1) x=\"",
        "```java\" onclick=\"alert(1)\nx\n```",
        "```<script>\nx\n```",
        "`{{constructor.constructor('alert(1)')()}}` {{7*7}} ${7*7} {7*7}",
        "| <script>alert(1)</script> |\n|:--|\n| <img src=x onerror=alert(1)> |",
      })
  void nothing_comes_through_but_harmless_tags(String markdown) {
    var statement = render(markdown + "\n\n## What you saw\n\n" + markdown).statement();

    for (var html : new String[] {statement.html(), statement.closingHtml()}) {
      assertThat(HARMLESS.matcher(html).replaceAll("")).doesNotContain("<", ">");
    }
  }

  @Test
  void html_is_shown_as_the_text_it_is() {
    assertThat(render("A List<String> of <b>words</b>.").statement().html())
        .isEqualToIgnoringNewLines("<p>A List&lt;String&gt; of &lt;b&gt;words&lt;/b&gt;.</p>");
  }

  @Test
  void the_second_layer_holds_alone() {
    assertThat(
            Sanitize.html(
                "<p onclick=alert(1) style=x id=run>a<script>b</script><img src=//x.org/a.png>"
                    + "<img src=/base/two.svg><a href=javascript:c target=_blank>d</a>"
                    + "<button class=run type=submit>e</button><span class=term>f</span>",
                "/base/"))
        .doesNotContain("script", "onclick", "style", "x.org", "target", "submit", "run")
        .contains("src=\"/base/two.svg\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ">",
        "> ",
        "- ",
        "* a\n",
        "[",
        "![",
        "![a](",
        "*a **b ",
        "`",
        "``` ",
        "<",
        "<!--",
        "&",
        "[a](<b",
        "(",
        "_",
        "\\",
        "|a",
        "|a|\n|-|\n",
        "1. ",
        "#",
        "[a]: b\n",
        "[a][",
        "\n>",
      })
  void what_repeats_without_end_takes_no_time_to_speak_of(String piece) {
    long before = System.nanoTime();

    render(piece.repeat((64 << 10) / piece.length()));

    assertThat(System.nanoTime() - before).isLessThan(10_000_000_000L);
  }

  @Test
  void what_is_nested_too_deeply_is_told_or_shown() {
    int depth = 10_000;
    var rendered = render("![".repeat(depth) + "x" + "](images/two.svg)".repeat(depth));

    assertThat(rendered.complaints().isEmpty()).isEqualTo(!rendered.statement().html().isEmpty());
    render("*a _b ".repeat(depth) + "c" + " b_ a*".repeat(depth));
  }

  private static Rendered render(String markdown) {
    return RenderStatement.render("statement.md", markdown, GLOSSARY, Set.of("two.svg"), "/base/");
  }
}
