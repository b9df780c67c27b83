package threadmill.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByLabelOptions;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import threadmill.server.ServerTest;

@ServerTest
class ExperimentPagesTest extends PageTest {
  private static final ContainsTextOptions MEASURED = new ContainsTextOptions().setTimeout(120_000);
  private static final String PROGRAM =
      "void main() { IO.println(\"measured\"); long end = System.nanoTime() + 20_000_000; while (System.nanoTime() < end) {} }";

  @Test
  void whoever_measured_nothing_is_told_how_to() {
    page.navigate(base.resolve("experiments").toString());

    assertThat(page.getByRole(AriaRole.MAIN)).containsText("No experiments yet.");
    page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Measure my draft…")).click();
    assertThat(page).hasURL(Pattern.compile(".*/experiments/new"));
  }

  @Test
  void a_draft_is_measured_from_the_playground_to_its_charts() {
    page.navigate(base.toString());
    type(PROGRAM);
    page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Measure…")).click();

    assertThat(page).hasURL(Pattern.compile(".*/experiments/new"));
    page.getByText("Source", new Page.GetByTextOptions().setExact(true)).click();
    assertThat(page.getByText(PROGRAM)).isVisible();
    assertThat(page.getByRole(AriaRole.CHECKBOX, new GetByRoleOptions().setName("fixed")))
        .isChecked();
    field("Cores").fill("1");
    field("Parallelism").fill("1, two");
    assertThat(main()).containsText("Whole numbers with commas between them.");
    field("Parallelism").fill("1, 2");
    field("Repeats").fill("2");
    field("Warm-up runs").fill("0");
    assertThat(main()).containsText("4 runs of 2 cells, warm-up included.");
    page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Start measuring")).click();

    assertThat(page).hasURL(Pattern.compile(".*/experiments/[0-9a-f-]{36}"));
    assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("Complete.", MEASURED);
    assertThat(page.locator("#cell-rows tr")).hasCount(2);
    assertThat(page.locator("#cell-rows tr").last()).containsText("2 of 2");
    var chart =
        page.getByRole(
            AriaRole.IMG, new GetByRoleOptions().setName(Pattern.compile("Chart: Time.*")));
    assertThat(chart.locator("canvas")).isVisible();
    page.getByText("Time as a table").click();
    var times =
        page.getByRole(
            AriaRole.TABLE, new GetByRoleOptions().setName(Pattern.compile("median wall time.*")));
    assertThat(times.getByRole(AriaRole.ROW)).hasCount(3);
    assertThat(main()).containsText("JDK");
    var csv =
        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Results as CSV"))
            .getAttribute("href");
    assertThat(page.request().get(base.resolve(csv).toString()).text().lines()).hasSize(5);

    var permalink = page.url();
    page.navigate(base.resolve("experiments").toString());
    assertThat(page.getByRole(AriaRole.TABLE)).containsText("4 of 4");
    for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      is_accessible_and_fits(base.resolve("experiments").toString(), scheme);
      is_accessible_and_fits(base.resolve("experiments/new").toString(), scheme);
      is_accessible_and_fits(permalink, scheme);
    }
  }

  private Locator field(String label) {
    return page.getByLabel(label, new GetByLabelOptions().setExact(true));
  }
}
