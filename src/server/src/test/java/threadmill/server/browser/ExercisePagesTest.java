package threadmill.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import threadmill.server.Person;
import threadmill.server.ServerTest;
import threadmill.server.account.People;
import threadmill.server.exercise.BundledFolder;
import threadmill.server.exercise.PreparedExercise;

/// The pages on which exercises are authored and worked on.
@ServerTest
class ExercisePagesTest extends PageTest {
  private static final BundledFolder LOST_UPDATE = new BundledFolder(PreparedExercise.SLUG);

  /// Judging starts several JVMs, on machines that may be slow.
  private static final LocatorAssertions.ContainsTextOptions JUDGED =
      new LocatorAssertions.ContainsTextOptions().setTimeout(180_000);

  @Inject People people;
  @Inject PreparedExercise prepared;

  private Person instructor;
  private Person student;
  private String course;

  @BeforeEach
  void a_course_with_a_student() {
    instructor = people.creator();
    var made = instructor.posts("/api/v1/courses", Map.of("title", "Pages of exercises")).then();
    course = made.extract().path("slug");
    student = people.somebody();
    student.posts("/api/v1/courses/join", Map.of("code", made.extract().<String>path("joinCode")));
  }

  @Test
  void an_exercise_is_imported_published_tried_and_solved() {
    is(instructor);
    page.navigate(base.resolve("courses/" + course).toString());
    link("Author exercises").click();
    assertThat(main()).containsText("None yet. Import one above.");
    expected = "400";
    imports("no zip".getBytes(StandardCharsets.UTF_8));
    assertThat(page.locator("#import-form").getByRole(AriaRole.ALERT)).not().isEmpty();
    imports(LOST_UPDATE.zip());
    var authored = page.locator("#exercise-lost-update");
    assertThat(authored).containsText("version 1, draft");
    assertThat(authored).containsText("This version has not been checked.");
    assertThat(button("Publish version 1")).isDisabled();
    authored.getByLabel("Part").fill("Races");
    authored.getByLabel("Due").fill("2099-12-31T18:00");
    button("Save").click();
    assertThat(page.locator("#page-status")).hasText("Saved.");

    // Its check takes minutes, and is a test of its own.
    prepared.publishIn(course);
    page.reload();
    assertThat(authored).containsText("version 1, published");

    is(student);
    page.navigate(base.resolve("courses/" + course).toString());
    assertThat(page.locator("#exercises")).containsText("Races");
    assertThat(page.locator("#exercises")).containsText("not begun");
    link("Lost update").click();
    assertThat(page.locator("#statement")).containsText("A museum counts");
    assertThat(page.locator("#exercise-due")).containsText("Due");
    assertThat(page.locator("#closing")).isHidden();
    explains_a_word_by_keyboard();

    writes("class Visitors { int }");
    page.keyboard().press("Control+Enter");
    assertThat(result()).containsText("Does not compile", JUDGED);
    assertThat(page.locator("#problems-list")).containsText("Visitors.java:1");

    writes(LOST_UPDATE.text("wrong/volatile-only/Visitors.java"));
    assertThat(page.locator("#draft-state")).containsText("Saved at");
    page.keyboard().press("Control+Shift+Enter");
    assertThat(result()).containsText("RACE_OBSERVED", JUDGED);
    assertThat(result()).containsText("Failed ");
    assertThat(page.locator("#submissions li")).hasCount(1);

    writes(LOST_UPDATE.text("solution/Visitors.java"));
    page.locator("#submit").click();
    assertThat(result()).containsText("Solved", JUDGED);
    assertThat(result()).containsText("8 of 8 points.");
    assertThat(page.locator("#closing")).containsText("Three near misses");
    assertThat(page.locator("#submissions li")).hasCount(2);

    button("Submission 1…").click();
    var dialog = page.getByRole(AriaRole.DIALOG);
    assertThat(dialog).containsText("volatile int inside");
    assertThat(dialog).containsText("Race observed");
    dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Close")).click();
    button("Start over…").click();
    button("Start over").click();
    assertThat(page.locator("#draft-state")).containsText("Saved at");
    for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      is_accessible_and_fits_signed_in(page.url(), scheme);
    }
    page.navigate(base.resolve("courses/" + course).toString());
    assertThat(page.locator("#exercises")).containsText("solved");
  }

  @Test
  void every_page_is_accessible_and_fits() {
    prepared.publishIn(course);
    var pages = List.of("", "/exercises/" + PreparedExercise.SLUG, "/authoring");
    for (var person : List.of(instructor, student)) {
      is(person);
      for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
        for (var path : person.equals(instructor) ? pages : pages.subList(0, 2)) {
          is_accessible_and_fits_signed_in(
              base.resolve("courses/" + course + path).toString(), scheme);
        }
      }
    }
  }

  private void is(Person person) {
    page.context().clearCookies();
    page.context()
        .addCookies(List.of(new Cookie(Person.COOKIE, person.session()).setUrl(base.toString())));
  }

  private void imports(byte[] zip) {
    page.getByLabel("Zip file")
        .setInputFiles(new FilePayload("lost-update.zip", "application/zip", zip));
    button("Import").click();
  }

  private void explains_a_word_by_keyboard() {
    var word = page.locator("#statement .term").first();
    word.focus();
    assertThat(page.locator("#statement .definition").first()).isVisible();
  }

  /// Replaces the student's class.
  private void writes(String source) {
    page.getByRole(AriaRole.TAB, new GetByRoleOptions().setName("Visitors.java")).click();
    type(source);
  }

  private Locator result() {
    return page.locator("#result");
  }

  private Locator button(String name) {
    return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
  }

  private Locator link(String name) {
    return page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName(name).setExact(true));
  }
}
