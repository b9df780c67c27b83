package threadmill.runner.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ShadowedNamesTest {

  @Test
  void a_thread_of_the_students_own_is_found_in_any_package() {
    assertThat(ShadowedNames.find(List.of("Counter", "Thread"), List.of("Counter")))
        .contains("Thread");
    assertThat(ShadowedNames.find(List.of("shop.Runnable"), List.of())).contains("shop.Runnable");
  }

  @Test
  void what_the_solution_declares_too_is_the_exercises_own() {
    assertThat(ShadowedNames.find(List.of("Process"), List.of("Process"))).isEmpty();
  }

  @Test
  void nested_classes_and_names_that_differ_shadow_nothing() {
    assertThat(ShadowedNames.find(List.of("Counter$Thread", "thread", "Threads"), List.of()))
        .isEmpty();
  }
}
