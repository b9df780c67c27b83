package threadmill.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByLabelOptions;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import threadmill.server.ServerTest;
import threadmill.server.account.People;

/// The pages of accounts and courses.
@ServerTest
class PeoplePagesTest extends PageTest {
  private static final String PASSWORD = People.PASSWORD;

  @Inject People people;

  private @Nullable String administrator;

  @AfterEach
  void leave() {
    people.stepDown(administrator);
  }

  @Test
  void a_site_is_set_up_from_the_first_link_to_a_student_in_a_course() throws Exception {
    var ada = People.login("ada");
    var eve = People.login("eve");
    var course = becomes_administrator_and_creates_a_course();
    var code = Objects.requireNonNull(page.locator("#join-code").textContent());

    // A roster is tried, then imported; its links are shown once.
    link("People").click();
    field("or its lines, pasted").fill("login,name\n" + ada + ",Ada Lovelace\n,Nobody\n");
    expected = "400";
    button("See what would change").click();
    assertThat(alert("#roster-form")).containsText("Line 3");
    field("or its lines, pasted")
        .fill("login,name,student number\n" + ada + ",=Ada Lovelace,1815\n" + eve + ",Eve,2\n");
    button("See what would change").click();
    assertThat(page.locator("#plan")).containsText("2 people would be added.");
    assertThat(page.locator("#members-rows tr")).hasCount(1);
    button("Import").click();
    assertThat(page.locator("#claims")).containsText("These links are shown this once.");
    assertThat(page.locator("#members-rows tr")).hasCount(3);
    assertThat(page.locator("#members-count"))
        .hasText("1 instructor, 2 students; 2 accounts not claimed yet.");
    prints_slips();
    assertThat(csv()).contains(ada + ",'=Ada Lovelace,,http://").contains("/link#");
    var claim =
        Objects.requireNonNull(
            page.locator("#claims-rows tr").first().locator("code").textContent());

    // The next roster is without Eve.
    field("or its lines, pasted")
        .fill("login,name,student number\n" + ada + ",Ada Lovelace,1815\n");
    button("See what would change").click();
    assertThat(page.locator("#plan"))
        .containsText("1 person would be updated, 1 person would be dropped.");
    button("Import").click();
    page.getByText("1 person who left or fell off the roster").click();
    assertThat(page.locator("#gone-rows")).containsText(eve);
    button("Change… " + eve).click();
    button("Take back in as student").click();
    assertThat(page.locator("#members-rows")).containsText(eve);

    signs_out();
    claims(claim, ada, "Ada Lovelace");
    link(course).click();
    assertThat(main()).containsText("Exercises");
    assertThat(main()).containsText("None yet.");
    assertThat(page.locator("#joining")).isHidden();
    signs_out();
    joins_by_making_an_account(code, course);
  }

  @Test
  void whoever_is_not_signed_in_is_sent_to_sign_in_and_comes_back() {
    var login = People.login("bob");
    people.somebody(login, "Bob");
    page.navigate(base.resolve("account").toString());
    assertThat(main()).containsText("You are not signed in.");
    main().getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Sign in")).click();

    button("Sign in").click();
    assertThat(page.locator("#login-fault")).hasText("Login is required.");
    assertThat(field("Login")).isFocused();
    field("Login").fill(login.toUpperCase(Locale.ROOT));
    field("Password").fill("not the password");
    expected = "401";
    button("Sign in").click();
    assertThat(alert("#sign-in-form")).containsText("do not belong together");
    button("Show Password").click();
    assertThat(field("Password")).hasAttribute("type", "text");
    field("Password").fill(PASSWORD);
    button("Sign in").click();

    assertThat(page).hasURL(base.resolve("account").toString());
    assertThat(page.locator("#my-login")).hasText(login);
    assertThat(page.locator("#account-name")).hasText("Bob");
  }

  @Test
  void an_account_is_looked_after_and_deleted_on_its_page() {
    var login = People.login("cleo");
    people.somebody(login, "Cleo");
    signs_in(login);
    page.navigate(base.resolve("account").toString());
    field("Nickname (optional)").fill(login);
    button("Save").click();
    assertThat(page.locator("#page-status")).hasText("Saved.");

    page.getByText("Make a token…").click();
    field("What it is for").fill("command line");
    button("Make the token").click();
    assertThat(page.locator("#token-text")).containsText(Pattern.compile("^\\S{20,}$"));
    assertThat(page.locator("#tokens")).containsText("command line");
    button("Revoke… command line").click();
    button("Revoke").click();
    assertThat(main()).containsText("You have no tokens.");
    assertThat(page.locator("#sessions")).containsText("this browser");

    button("Delete my account…").click();
    field("Your login, to be sure").fill("somebody");
    var dialog = page.getByRole(AriaRole.DIALOG);
    dialog.getByLabel("Password", new Locator.GetByLabelOptions().setExact(true)).fill(PASSWORD);
    var delete =
        dialog.getByRole(
            AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Delete my account"));
    delete.click();
    assertThat(page.locator("#delete-login-fault")).containsText("is not " + login);
    field("Your login, to be sure").fill(login);
    delete.click();
    assertThat(page).hasURL(base.toString());
    assertThat(page.locator("#bar-sign-in")).isVisible();
  }

  @Test
  void the_menu_of_the_account_works_by_keyboard() {
    var login = People.login("dora");
    people.somebody(login, "Dora");
    signs_in(login);
    page.navigate(base.toString());
    page.locator("#account-name").focus();
    page.keyboard().press("Enter");
    assertThat(page.locator("#account-links")).isVisible();
    assertThat(page.locator("#to-admin")).isHidden();
    page.keyboard().press("Escape");
    assertThat(page.locator("#account-links")).isHidden();
    assertThat(page.locator("#account-name")).isFocused();
    page.keyboard().press("Enter");
    page.keyboard().press("Tab");
    page.keyboard().press("Enter");
    assertThat(page).hasURL(base.resolve("account").toString());
  }

  @Test
  void a_link_that_is_no_good_says_what_to_do() {
    page.navigate(base.resolve("link").toString());
    assertThat(main()).containsText("This link is not whole");
    expected = "404";
    page.navigate(base.resolve("link#made-up").toString());
    assertThat(main()).containsText("ask whoever gave you the link for another one");
    assertThat(page).hasURL(base.resolve("link").toString());
  }

  @Test
  void every_page_is_accessible_and_fits() {
    administrator = People.login("root");
    people.administrator(administrator, "Rut Administrator");
    for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      for (var path :
          List.of(
              "sign-in",
              "sign-up",
              "forgotten",
              "link",
              "courses",
              "courses/join?code=7KQ2-M9XD")) {
        is_accessible_and_fits(base.resolve(path).toString(), scheme);
      }
    }
    signs_in(administrator);
    var slug = creates_a_course("Concurrent Programming, a title that is long enough to wrap");
    for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      for (var path :
          List.of(
              "",
              "account",
              "admin",
              "courses",
              slug,
              slug + "/people",
              "courses/join?code=7KQ2-M9XD")) {
        is_accessible_and_fits_signed_in(base.resolve(path).toString(), scheme);
      }
    }
  }

  /// @return the course's title; its page is shown
  private String becomes_administrator_and_creates_a_course() {
    administrator = People.login("grace");
    page.navigate(base.resolve(people.administratorLink()).toString());
    assertThat(main()).containsText("Make the first administrator");
    assertThat(page).hasURL(base.resolve("link").toString());
    field("Name").fill("Grace Hopper");
    field("Login").fill(administrator);
    field("New password").fill("short");
    expected = "400";
    button("Make the account and sign in").click();
    assertThat(page.locator("#password-fault")).containsText("at least 10 characters");
    field("New password").fill(PASSWORD);
    button("Make the account and sign in").click();
    assertThat(page).hasURL(base.resolve("admin").toString());

    var teacher = People.login("teacher");
    people.somebody(teacher, "Tea Cher");
    field("Login, name or mail address").fill(teacher);
    button("Find").click();
    button("Change… " + teacher).click();
    button("May create courses").click();
    assertThat(page.locator("#accounts-rows")).containsText("creates courses");
    assertThat(page.locator("#audit-rows")).containsText("may create courses");

    var title = "Parallel Programming " + teacher;
    creates_a_course(title);
    return title;
  }

  /// @return its path; its page is shown
  private String creates_a_course(String title) {
    page.navigate(base.resolve("courses").toString());
    field("Title").fill(title);
    button("Create the course").click();
    assertThat(page.locator("#course-title")).hasText(title);
    return base.relativize(java.net.URI.create(page.url())).toString();
  }

  private void claims(String claim, String login, String name) {
    page.navigate(claim);
    assertThat(main()).containsText("Welcome, ");
    assertThat(main()).containsText(name);
    assertThat(field("Login")).hasValue(login);
    field("New password").fill(PASSWORD);
    button("Set the password and sign in").click();
    assertThat(page).hasURL(base.resolve("courses").toString());

    expected = "404";
    page.navigate(claim);
    assertThat(main()).containsText("This link does not work any more");
    page.navigate(base.resolve("courses").toString());
  }

  private void joins_by_making_an_account(String code, String course) {
    page.navigate(base.resolve("courses/join?code=" + code).toString());
    link("Make an account").click();
    assertThat(field("Join code")).hasValue(code);
    field("Name").fill("Ken");
    field("Login").fill(People.login("ken"));
    field("Password").fill(PASSWORD);
    button("Make the account").click();
    assertThat(page.locator("#course-title")).hasText(course);

    // The link is good for who is in already, too.
    page.navigate(base.resolve("courses/join?code=" + code).toString());
    button("Join").click();
    assertThat(page.locator("#course-title")).hasText(course);
  }

  private void prints_slips() {
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertThat(page.locator(".slip")).hasCount(2);
    assertThat(page.locator(".slip").first()).isVisible();
    assertThat(main()).isHidden();
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    assertThat(page.locator(".slip").first()).isHidden();
  }

  private String csv() throws Exception {
    return Files.readString(page.waitForDownload(() -> button("Download as CSV").click()).path());
  }

  private void signs_in(String login) {
    page.navigate(base.resolve("sign-in").toString());
    field("Login").fill(login);
    field("Password").fill(PASSWORD);
    button("Sign in").click();
    assertThat(page).hasURL(base.resolve("courses").toString());
  }

  private void signs_out() {
    page.navigate(base.resolve("courses").toString());
    page.locator("#account-name").click();
    button("Sign out").click();
    assertThat(page).hasURL(base.toString());
  }

  private Locator field(String label) {
    return page.getByLabel(label, new GetByLabelOptions().setExact(true));
  }

  private Locator button(String name) {
    return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
  }

  private Locator link(String name) {
    return page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName(name).setExact(true));
  }

  private Locator alert(String form) {
    return page.locator(form).getByRole(AriaRole.ALERT);
  }
}
