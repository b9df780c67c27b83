package threadmill.server.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import threadmill.server.problem.Problem.FieldError;
import threadmill.server.problem.RequestRefused;

class RosterTest {

  @Test
  void columns_are_found_by_their_headings_in_any_order() {
    var roster =
        Roster.parse("Name,Student Number,E-Mail,Username\nAda L.,17,ada@example.org,ada\n");
    assertThat(roster.entries())
        .containsExactly(new Roster.Entry("ada", "Ada L.", "ada@example.org", "17"));
  }

  @Test
  void a_list_of_a_spreadsheet_with_semicolons_and_a_byte_order_mark_is_read() {
    var roster = Roster.parse("\uFEFFemail;first name;last name\nada@example.org;Ada;Lovelace\n");
    assertThat(roster.entries())
        .containsExactly(
            new Roster.Entry("ada@example.org", "Ada Lovelace", "ada@example.org", null));
  }

  @Test
  void quotes_and_line_breaks_within_them_are_csv_and_no_line_of_text() {
    var roster = Roster.parse("login,name\nada,\"Lovelace, \"\"Ada\"\"\"\n\n");
    assertThat(roster.entries())
        .containsExactly(new Roster.Entry("ada", "Lovelace, \"Ada\"", null, null));
  }

  @Test
  void every_line_that_has_to_change_is_named() {
    assertThatThrownBy(() -> Roster.parse("login,name\nada,Ada\nada,Again\n,Nobody\nbob,\n"))
        .isInstanceOfSatisfying(
            RequestRefused.class,
            refused ->
                assertThat(refused.errors())
                    .extracting(FieldError::field)
                    .containsExactly("line 3", "line 4", "line 5"));
  }

  @Test
  void a_list_without_what_people_sign_in_with_is_refused() {
    for (var csv : List.of("", "name\nAda\n", "login\nada\n")) {
      assertThatThrownBy(() -> Roster.parse(csv)).isInstanceOf(RequestRefused.class);
    }
  }

  @Test
  void a_heading_that_is_a_formula_or_a_tag_is_only_a_column_that_nobody_knows() {
    var roster = Roster.parse("login,name,=cmd|'/c calc'!A1,<script>\nada,Ada,x,y\n");
    assertThat(roster.entries()).hasSize(1);
  }
}
