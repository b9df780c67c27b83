package threadmill.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import threadmill.runner.Verdict;
import threadmill.server.ScriptedRunner;
import threadmill.server.ServerTest;
import threadmill.server.Visitor;

/// The page that compares, and the ways to it.
@ServerTest
class ComparePageTest extends PageTest {
  private static final ContainsTextOptions SOON = new ContainsTextOptions().setTimeout(30_000);

  @Inject ScriptedRunner runner;

  private final Visitor ada = new Visitor();

  @Test
  void a_run_is_compared_with_the_one_before_from_the_playground() {
    page.navigate(base.toString());
    runs("void main() { spin(60); }");
    runs("void main() { spin(120); }");
    page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Compare").setExact(true))
        .click();

    assertThat(page)
        .hasURL(Pattern.compile(".*/compare\\?a=run:[0-9a-f-]{36}&b=run:[0-9a-f-]{36}"));
    assertThat(main()).containsText("No comparison: at least two times of each are needed.");
    assertThat(page.locator("#files del").first()).containsText("spin(60)");
    assertThat(page.locator("#files ins").first()).containsText("spin(120)");
    assertThat(page.locator("#lanes-a")).isVisible();
    assertThat(page.locator("#lanes-b")).isVisible();

    // One axis: both show the same stretch, and zoom together.
    assertThat(page.locator("#lanes-b")).hasAttribute("aria-label", Pattern.compile("Timeline.*"));
    var whole = stretch("#lanes-a");
    assertThat(stretch("#lanes-b")).isEqualTo(whole);
    page.locator("#lanes-a").focus();
    page.keyboard().press("w");
    assertThat(page.locator("#lanes-b"))
        .not()
        .hasAttribute("aria-label", Pattern.compile(".*" + Pattern.quote(whole) + ".*"));
    assertThat(stretch("#lanes-a")).isEqualTo(stretch("#lanes-b"));
    assertThat(page).hasURL(Pattern.compile(".*#t=.*"));

    for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      is_accessible_and_fits(page.url(), scheme);
    }
  }

  @Test
  void two_runs_are_chosen_in_the_list_and_the_older_is_the_base() {
    var older = finished();
    var newer = finished();
    finished();
    page.context().addCookies(List.of(cookie()));
    page.navigate(base.resolve("runs").toString());
    var compare =
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Compare").setExact(true));
    assertThat(compare).isDisabled();

    box(newer).check();
    assertThat(main()).containsText("One run chosen; choose another to compare it with.");
    box(older).check();
    assertThat(page.getByRole(AriaRole.CHECKBOX).first()).isDisabled();
    compare.click();

    assertThat(page).hasURL(base.resolve("compare?a=run:" + older + "&b=run:" + newer).toString());
    assertThat(main()).containsText("Run " + older.substring(0, 8));
    page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Swap A and B")).click();
    assertThat(page).hasURL(base.resolve("compare?a=run:" + newer + "&b=run:" + older).toString());
  }

  @Test
  void two_cells_are_chosen_on_the_page_of_their_experiment_and_their_verdict_is_in_words() {
    var source =
        runner.script((order, _, _) -> ScriptedRunner.timed(600_000_000L / order.parallelism(), 0));
    String id =
        ada.posts(
                "/api/v1/experiments",
                Map.of(
                    "run",
                    Map.of("files", List.of(Map.of("path", "Main.java", "content", source))),
                    "matrix",
                    Map.of("parallelism", List.of(1, 2)),
                    "repeats",
                    2,
                    "warmUp",
                    0))
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    await()
        .atMost(30, SECONDS)
        .until(() ->
            ada.asks()
                .get("/api/v1/experiments/" + id)
                .jsonPath()
                .getString("state")
                .equals("FINISHED"));
    page.navigate(base.resolve("experiments/" + id).toString());
    for (int cell = 1; cell >= 0; cell--) {
      page.getByRole(
              AriaRole.CHECKBOX,
              new GetByRoleOptions().setName(Pattern.compile("Compare cell " + cell + ".*")))
          .check();
    }
    page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Compare").setExact(true))
        .click();

    assertThat(page)
        .hasURL(base.resolve("compare?a=cell:%s/0&b=cell:%s/1".formatted(id, id)).toString());
    assertThat(page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setLevel(2)).first())
        .hasText("B is 2.00x faster than A, 95 % CI 2.00–2.00.");
    assertThat(page.locator("#timing-rows")).containsText("600 ms (600 ms to 600 ms), 2 times");
    assertThat(page.locator("#setting-rows")).containsText("Parallelism");
    assertThat(main()).containsText("Both have the same source.");
    is_accessible_and_fits(page.url(), ColorScheme.LIGHT);

    page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Compare B with another…"))
        .click();
    page.getByText("The experiment that it is of").click();
    assertThat(page).hasURL(Pattern.compile(".*/experiments/" + id + "\\?with=.*"));
    assertThat(main()).containsText("One cell chosen; choose another to compare it with.");
  }

  @Test
  void an_address_of_nothing_says_what_is_missing_and_what_to_do() {
    var run = finished();
    // The browser itself logs an answer of 404.
    expected = "404";
    page.navigate(base.resolve("compare?a=run:" + run + "&b=cell:" + run + "/0").toString());

    assertThat(main()).containsText("What is to be B is not there");
    page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Choose two runs")).click();
    assertThat(main()).containsText("No runs yet.");
    is_accessible_and_fits(base.resolve("compare").toString(), ColorScheme.DARK);
  }

  /// Types a program into the playground and runs it to its end.
  private void runs(String source) {
    type(
        source
            + " void spin(int millis) { long end = System.nanoTime() + millis * 1_000_000L;"
            + " while (System.nanoTime() < end) {} }");
    page.keyboard().press("Control+Enter");
    assertThat(page.locator("#verdict")).containsText("OK", SOON);
  }

  /// @return the id of a run that has ended
  private String finished() {
    var id = ada.starts(runner.script((_, _, _) -> ScriptedRunner.result(Verdict.OK)));
    ada.awaits(id, "FINISHED");
    return id;
  }

  private Cookie cookie() {
    return new Cookie(Visitor.COOKIE, Objects.requireNonNull(ada.cookie())).setUrl(base.toString());
  }

  private Locator box(String run) {
    return page.locator("input[data-compare='run:" + run + "']");
  }

  /// What a timeline says that it shows.
  private String stretch(String canvas) {
    var label = Objects.requireNonNull(page.locator(canvas).getAttribute("aria-label"));
    return label.substring(label.indexOf("from"), label.indexOf(". The"));
  }
}
