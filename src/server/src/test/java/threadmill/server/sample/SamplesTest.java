package threadmill.server.sample;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SamplesTest {
  private final Samples samples = new Samples();

  @Test
  void the_catalogue_is_read_with_the_source_of_every_sample() {
    assertThat(samples.all())
        .hasSizeGreaterThanOrEqualTo(10)
        .allSatisfy(sample ->
            assertThat(sample.files())
                .isNotEmpty()
                .allSatisfy(file -> assertThat(file.content()).contains("void main(")));
  }

  @Test
  void one_core_and_two_cores_show_the_same_program() {
    Sample one = samples.find("two-tasks-one-core").orElseThrow();
    Sample two = samples.find("two-tasks-two-cores").orElseThrow();

    assertThat(one.files()).isEqualTo(two.files());
    assertThat(one.cores()).isEqualTo(1);
    assertThat(two.cores()).isEqualTo(2);
  }

  @Test
  void samples_that_are_made_to_be_measured_name_what_to_vary() {
    assertThat(samples.all().stream().filter(sample -> sample.matrix() != null))
        .extracting(Sample::slug)
        .containsExactly("speed-up", "speed-up-lock", "speed-up-web");
  }

  @Test
  void a_slug_that_no_sample_has_finds_nothing() {
    assertThat(samples.find("no-such-sample")).isEmpty();
  }
}
