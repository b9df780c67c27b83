package threadmill.server.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import threadmill.runner.statistics.Estimate;
import threadmill.server.statistics.Comparison.Finding;
import threadmill.server.statistics.Comparison.Quantity;

class ComparisonTest {
  private static final double[] BASE = {290, 291, 288, 295, 289, 290, 292};

  @Test
  void what_is_plainly_faster_is_said_to_be_with_its_interval() {
    var comparison = Comparison.of(new double[] {100, 101, 99, 100, 102, 100, 98}, BASE, 1);
    assertThat(comparison.finding()).isEqualTo(Finding.FASTER);
    assertThat(comparison.words()).startsWith("2.90x faster, 95 % CI 2.8").contains("–");
    assertThat(comparison.speedUp().value()).isCloseTo(2.9, within(1e-9));
  }

  @Test
  void what_is_slower_is_said_the_other_way_round() {
    var comparison = Comparison.of(new double[] {580, 582, 579, 581, 580, 578, 583}, BASE, 1);
    assertThat(comparison.finding()).isEqualTo(Finding.SLOWER);
    assertThat(comparison.words()).startsWith("2.00x slower, 95 % CI 1.9");
  }

  @Test
  void a_difference_within_the_spread_is_none_that_the_data_can_show() {
    var comparison = Comparison.of(new double[] {280, 310, 292, 285, 300, 288, 291}, BASE, 1);
    assertThat(comparison.finding()).isEqualTo(Finding.NO_DIFFERENCE);
    assertThat(comparison.words()).startsWith("no difference that this data can show, 95 % CI 0.9");
  }

  @Test
  void a_program_that_computes_less_is_not_called_faster() {
    var less =
        Comparison.of(Quantity.CPU_TIME, new double[] {145, 146, 144, 145, 147, 145}, BASE, 1);
    assertThat(less.finding()).isEqualTo(Finding.FASTER);
    assertThat(less.words()).startsWith("2.00x less, 95 % CI 1.9");
    var same = Comparison.of(Quantity.CPU_TIME, new double[] {280, 310, 292, 285, 300}, BASE, 1);
    assertThat(same.words()).startsWith("no difference").endsWith(" of the ratio");
  }

  @Test
  void a_difference_names_its_base_and_no_difference_needs_none() {
    var faster = new Comparison(new Estimate(2, 1.9, 2.1), Finding.FASTER, "2x faster, 95 % CI 1");
    assertThat(faster.wordsAgainst("A")).isEqualTo("2x faster than A, 95 % CI 1");
    var none = new Comparison(new Estimate(1, 0.9, 1.1), Finding.NO_DIFFERENCE, "none, 95 % CI 1");
    assertThat(none.wordsAgainst("A")).isEqualTo("none, 95 % CI 1");
  }

  @Test
  void one_time_compares_with_nothing() {
    var comparison = Comparison.of(new double[] {100}, BASE, 1);
    assertThat(comparison.finding()).isEqualTo(Finding.TOO_FEW);
  }
}
