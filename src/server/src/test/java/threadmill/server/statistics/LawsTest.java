package threadmill.server.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import threadmill.runner.statistics.Estimate;

/// Laws get back the parameters that made the data.
class LawsTest {
  private static final int[] WORKERS = {1, 2, 3, 4, 6, 8, 12, 16};

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.05, 0.31, 0.9, 1})
  void amdahl_gets_the_serial_fraction_back(double serial) {
    var law = Amdahl.fit(exact(p -> 800 * (serial + (1 - serial) / p)), 1);
    assertThat(parameter(law, "s").value()).isCloseTo(serial, within(1e-9));
    assertThat(law.rSquared()).isCloseTo(1, within(1e-9));
    assertThat(law.residuals())
        .allSatisfy(it -> assertThat(it.difference()).isCloseTo(0, within(1e-6)));
  }

  @Test
  void amdahl_in_words_tells_the_share_and_the_most_that_can_be_gained() {
    var law = Amdahl.fit(exact(p -> 800 * (0.31 + 0.69 / p)), 1);
    assertThat(law.words()).contains("31 % of the work is serial").contains("3.2x");
  }

  @Test
  void amdahl_with_noise_has_the_true_fraction_in_its_interval() {
    var law = Amdahl.fit(noisy(p -> 800 * (0.2 + 0.8 / p), 0.02, 15), 1);
    var serial = parameter(law, "s");
    assertThat(serial.low()).isLessThan(0.2);
    assertThat(serial.high()).isGreaterThan(0.2);
    assertThat(serial.high() - serial.low()).isLessThan(0.05);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.1, 0.5})
  void gustafson_gets_the_serial_fraction_of_the_time_back(double serial) {
    var law = Gustafson.fit(exact(p -> 800 * p / (p - serial * (p - 1))), 1);
    assertThat(parameter(law, "a").value()).isCloseTo(serial, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({"0.05,0.001", "0.3,0.02", "0,0.01", "0.2,0", "0,0"})
  void usl_gets_contention_and_coherency_back(double alpha, double beta) {
    var law = Usl.fit(exact(usl(alpha, beta)), 1);
    assertThat(parameter(law, "α").value()).isCloseTo(alpha, within(1e-6));
    assertThat(parameter(law, "β").value()).isCloseTo(beta, within(1e-6));
    assertThat(law.rSquared()).isCloseTo(1, within(1e-9));
  }

  @Test
  void usl_in_words_tells_from_where_on_more_threads_make_it_slower() {
    var law = Usl.fit(exact(usl(0.31, 0.0192)), 1);
    assertThat(law.words())
        .isEqualTo("31 % of the work is serial; more than 6 threads will make it slower.");
    assertThat(law.peak()).isCloseTo(Math.sqrt(0.69 / 0.0192), within(1e-3));
  }

  @Test
  void usl_never_has_a_parameter_below_zero() {
    // Faster than linear: free, the best fit has α < 0.
    var law = Usl.fit(exact(p -> 800 / Math.pow(p, 1.2)), 1);
    assertThat(parameter(law, "α").value()).isZero();
    assertThat(parameter(law, "β").value()).isZero();
  }

  /// The throughput of a Sun SPARCcenter 2000 in the benchmark SPEC SDM91 (Gunther: Guerrilla
  /// Capacity Planning), with the coefficients that the R package `usl` 3.0.4 publishes for it in
  /// its README: alpha 0.0277285, beta 0.0001044, gamma 89.9952330, peak at 96.52.
  @Test
  void usl_agrees_with_published_parameters_of_a_published_data_set() {
    int[] load = {1, 18, 36, 72, 108, 144, 216};
    double[] throughput = {64.9, 995.9, 1652.4, 1853.2, 1828.9, 1775.0, 1702.2};
    var found = Usl.parameters(load, throughput);
    assertThat(found.alpha()).isCloseTo(0.0277285, within(0.00000051));
    assertThat(found.beta()).isCloseTo(0.0001044, within(0.000000051));
    assertThat(found.gamma()).isCloseTo(89.9952330, within(0.001));
    assertThat(found.peak()).isCloseTo(96.52, within(0.0051));
  }

  @Test
  void karp_and_flatt_find_the_serial_fraction_that_amdahl_had() {
    double speedUp = 1 / (0.1 + 0.9 / 4);
    assertThat(KarpFlatt.of(speedUp, 4)).isCloseTo(0.1, within(1e-12));
    var interval = KarpFlatt.of(new Estimate(speedUp, 2, 4), 4);
    assertThat(interval.low()).isCloseTo(0, within(1e-12));
    assertThat(interval.low()).isLessThan(interval.value());
    assertThat(interval.high()).isGreaterThan(interval.value());
  }

  @Test
  void work_and_span_give_the_time_of_any_number_of_cores() {
    // 100 alone, 400 by four threads at once, 20 waiting for input.
    var model = new WorkSpan(20, List.of(100.0, 0.0, 0.0, 400.0));
    assertThat(model.work()).isEqualTo(500);
    assertThat(model.time(1)).isEqualTo(520);
    assertThat(model.time(2)).isEqualTo(320);
    assertThat(model.time(4)).isEqualTo(220);
    assertThat(model.time(64)).isEqualTo(220).isEqualTo(model.span());
    assertThat(model.speedUp(4)).isCloseTo(520.0 / 220, within(1e-12));
  }

  private static IntToDoubleFunction usl(double alpha, double beta) {
    return n -> 800 * (1 + alpha * (n - 1) + beta * n * (n - 1)) / n;
  }

  private static List<Point> exact(IntToDoubleFunction time) {
    return noisy(time, 0, 3);
  }

  private static List<Point> noisy(IntToDoubleFunction time, double share, int repeats) {
    var random = new SplittableRandom(7);
    return IntStream.of(WORKERS)
        .mapToObj(p -> {
          var times = new double[repeats];
          for (int i = 0; i < repeats; i++) {
            times[i] = time.applyAsDouble(p) * (1 + share * (2 * random.nextDouble() - 1));
          }
          return Point.of(p, times);
        })
        .toList();
  }

  private static Estimate parameter(Law law, String symbol) {
    return law.parameters().stream()
        .filter(it -> it.symbol().equals(symbol))
        .findFirst()
        .orElseThrow()
        .estimate();
  }
}
