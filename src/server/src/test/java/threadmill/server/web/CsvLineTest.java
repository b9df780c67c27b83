package threadmill.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvLineTest {
  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1"})
  void what_a_spreadsheet_takes_for_a_formula_gets_an_apostrophe(String text) {
    assertThat(CsvLine.of(text)).isEqualTo("'" + text);
  }

  @Test
  void a_carriage_return_is_made_harmless_and_quoted() {
    assertThat(CsvLine.of("\r=1")).isEqualTo("\"'\r=1\"");
  }

  @Test
  void separators_quotes_and_ends_of_lines_are_quoted() {
    assertThat(CsvLine.of("a,b", "say \"hi\"", "two\nlines", "plain"))
        .isEqualTo("\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\",plain");
  }

  @Test
  void numbers_stay_numbers_and_nothing_is_empty() {
    assertThat(CsvLine.of(-3, -0.5, null, true)).isEqualTo("-3,-0.500000,,true");
  }
}
