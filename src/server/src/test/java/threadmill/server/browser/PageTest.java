package threadmill.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import io.quarkus.test.common.http.TestHTTPResource;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/// A browser with an empty page for each test, which must not complain of anything.
abstract class PageTest {
  private static Chromium chromium;

  @TestHTTPResource
  @SuppressWarnings("NullAway.Init") // Quarkus fills it.
  URI base;

  /// Part of a complaint that the test provokes.
  @Nullable String expected;

  Page page;
  private final List<String> complaints = new ArrayList<>();

  @BeforeAll
  static void open() {
    chromium = new Chromium();
  }

  @AfterAll
  static void close() {
    chromium.close();
  }

  @BeforeEach
  void visit() {
    page = chromium.browser().newPage();
    listen(page);
  }

  @AfterEach
  void the_browser_did_not_complain() {
    page.context().close();
    assertThat(complaints).isEmpty();
  }

  private void listen(Page opened) {
    opened.onConsoleMessage(message -> {
      if (message.type().equals("error")
          && (expected == null || !message.text().contains(expected))) {
        complaints.add(message.text() + " at " + message.location());
      }
    });
    opened.onPageError(complaints::add);
  }

  /// Puts a program into the editor in place of what is there.
  void type(String source) {
    page.locator(".cm-content").click();
    page.keyboard().press("Control+A");
    // Typing over a selection makes Chromium keep its style inline, which the policy blocks.
    page.keyboard().press("Delete");
    page.keyboard().insertText(source);
  }

  Locator main() {
    return page.getByRole(AriaRole.MAIN);
  }

  /// On a screen of 400 by 800.
  void is_accessible_and_fits(String address, ColorScheme scheme) {
    is_accessible_and_fits(address, scheme, new NewContextOptions());
  }

  /// The same for whoever is signed in on the test's page.
  void is_accessible_and_fits_signed_in(String address, ColorScheme scheme) {
    is_accessible_and_fits(
        address, scheme, new NewContextOptions().setStorageState(page.context().storageState()));
  }

  private void is_accessible_and_fits(
      String address, ColorScheme scheme, NewContextOptions options) {
    try (var context =
        chromium.browser().newContext(options.setColorScheme(scheme).setViewportSize(400, 800))) {
      var narrow = context.newPage();
      listen(narrow);
      narrow.navigate(address);
      narrow.waitForLoadState(LoadState.NETWORKIDLE);
      assertThat((int) narrow.evaluate("document.documentElement.scrollWidth")).isEqualTo(400);
      assertThat(new AxeBuilder(narrow).analyze().getViolations()).isEmpty();
    }
  }
}
