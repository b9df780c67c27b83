package threadmill.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasAttributeOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import threadmill.server.ServerTest;

@ServerTest
class PlaygroundTest extends PageTest {
  private static final LocatorAssertions.ContainsTextOptions SOON =
      new LocatorAssertions.ContainsTextOptions().setTimeout(30_000);

  @BeforeEach
  void opens_the_playground() {
    page.navigate(base.toString());
  }

  @Test
  void a_typed_program_runs_by_its_key_and_its_permalink_shows_the_same() {
    type(
        "void main() { IO.println(\"hello from the browser\");"
            + " long end = System.nanoTime() + 300_000_000; while (System.nanoTime() < end) {} }");
    page.keyboard().press("Control+Enter");

    assertThat(verdict()).containsText("OK", SOON);
    assertThat(console()).containsText("hello from the browser");
    var rows = tableRows();
    assertThat(rows).contains("main", "core ");
    assertThat(paintedPixels()).isGreaterThan(100);

    assertThat(page).hasURL(Pattern.compile(".*/runs/[0-9a-f-]{36}.*"));
    page.reload();

    assertThat(verdict()).containsText("OK", SOON);
    assertThat(console()).containsText("hello from the browser");
    assertThat(editor()).containsText("hello from the browser");
    assertThat(tableRows()).isEqualTo(rows);
    assertThat(paintedPixels()).isGreaterThan(100);
  }

  @Test
  void the_virtual_web_is_switched_on_and_stays_with_the_run() {
    type(
        "void main() throws Exception { try (var in = java.net.URI.create(\"http://www.cnn.com/\")"
            + ".toURL().openStream()) { IO.println(\"loaded \" + in.readAllBytes().length); } }");
    page.getByText("Virtual web", new Page.GetByTextOptions().setExact(true)).first().click();
    page.getByLabel("Virtual web").selectOption("on");
    page.getByLabel("Latency").fill("20");
    page.getByLabel("Page size").fill("0");
    page.keyboard().press("Control+Enter");

    assertThat(verdict()).containsText("OK", SOON);
    assertThat(console()).containsText("loaded 0");
    assertThat(page.locator("#settings-summary")).containsText("virtual web");

    page.reload();

    assertThat(verdict()).containsText("OK", SOON);
    assertThat(page.getByLabel("Latency")).hasValue("20");
    assertThat(page.getByLabel("Page size")).hasValue("0");
  }

  @Test
  void lines_are_seen_while_the_program_still_prints() {
    type(
        "void main() throws Exception { for (int i = 0; i < 30; i++) { IO.println(\"line \" + i); Thread.sleep(100); } }");
    page.keyboard().press("Control+Enter");

    assertThat(console()).containsText("line 3", SOON);
    assertThat(stop()).isEnabled();
    assertThat(console()).not().containsText("line 29");

    assertThat(console()).containsText("line 29", SOON);
    assertThat(verdict()).containsText("OK", SOON);
    assertThat(stop()).isDisabled();
  }

  @Test
  void a_run_is_stopped_by_its_button() {
    type("void main() { IO.println(\"spinning\"); while (true) {} }");
    page.keyboard().press("Control+Enter");
    assertThat(console()).containsText("spinning", SOON);

    stop().click();

    assertThat(verdict()).containsText(anyCase("stopped|cancel"), SOON);
  }

  @Test
  void a_compile_error_stands_at_its_line() {
    type("void main() {\nint x = \"one\";\n}");
    page.keyboard().press("Control+Enter");

    assertThat(verdict()).containsText(anyCase("compile"), SOON);
    assertThat(page.locator("#problems")).containsText("incompatible types");
    assertThat(page.locator("#problems")).containsText("2");
  }

  @Test
  void what_a_program_prints_is_never_markup() {
    type("void main() { IO.println(\"<img src=x onerror=document.title='owned'>\"); }");
    page.keyboard().press("Control+Enter");

    assertThat(console()).containsText("<img src=x", SOON);
    assertThat(console().locator("img")).hasCount(0);
    assertThat(page).hasTitle(Pattern.compile(".*Threadmill.*"));
  }

  @Test
  void a_sample_is_chosen_and_shows_its_deadlock() {
    button("Samples").click();
    page.locator("#samples-list").getByText(anyCase("deadlock")).first().click();
    page.keyboard().press("Control+Enter");

    assertThat(verdict()).containsText(anyCase("deadlock"), SOON);
    assertThat(verdict()).containsText("waits at Main.java:");
  }

  @ParameterizedTest
  @EnumSource(
      value = ColorScheme.class,
      names = {"LIGHT", "DARK"})
  void the_pages_are_accessible_and_fit_a_narrow_screen(ColorScheme scheme) {
    for (var path : List.of("", "runs")) {
      is_accessible_and_fits(base.resolve(path).toString(), scheme);
    }
  }

  private Locator editor() {
    return page.locator(".cm-content");
  }

  private Locator verdict() {
    return page.locator("#verdict");
  }

  private Locator console() {
    return page.locator("#console-lines");
  }

  private Locator stop() {
    return button("Stop");
  }

  /// What the table says of threads, then of cores.
  private String tableRows() {
    page.getByText("Timeline as a table").click();
    var rows = page.locator("#table-rows");
    assertThat(rows).containsText("main", SOON);
    // What came live gives way to the whole.
    assertThat(page.locator("#timeline"))
        .hasAttribute("aria-busy", "false", new HasAttributeOptions().setTimeout(10_000));
    var threads = rows.textContent();
    button("Cores").click();
    // Name and kind of a lane, since threads are "Off core 10 ms" too.
    assertThat(rows).containsText(Pattern.compile("core \\d+\\s*core"), SOON);
    var cores = rows.textContent();
    button("Threads").click();
    return threads + cores;
  }

  private Locator button(String name) {
    return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
  }

  private static Pattern anyCase(String expression) {
    return Pattern.compile(expression, Pattern.CASE_INSENSITIVE);
  }

  /// Pixels of the lanes that bear the colour of a state rather than a shade of grey.
  private int paintedPixels() {
    return (int)
        page.evaluate(
            """
            () => {
              const canvas = document.getElementById('lanes');
              const data = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
              let painted = 0;
              for (let i = 0; i < data.length; i += 4) {
                const [r, g, b] = data.subarray(i, i + 3);
                if (data[i + 3] > 0 && Math.max(r, g, b) - Math.min(r, g, b) > 60) painted++;
              }
              return painted;
            }
            """);
  }
}
