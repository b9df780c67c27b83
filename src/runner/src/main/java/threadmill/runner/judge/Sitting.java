package threadmill.runner.judge;

import threadmill.runner.Verdict;

/// How one test ended, with what it saw of the code under test.
///
/// @param verdict [Verdict#OK] when it passed; [Verdict#INTERNAL_ERROR] when the test itself is
///   wrong
/// @param test such as `CounterTest.no_update_is_lost`
/// @param callNanos sum over its calls of the time from the release of the input to the receipt of
///   the whole answer
record Sitting(
    Verdict verdict, String test, String expected, String got, String explanation, long callNanos) {

  boolean passed() {
    return verdict == Verdict.OK;
  }

  /// A test of which nothing is known but that the exercise has to be mended.
  static Sitting unusable(String test, String why) {
    return new Sitting(Verdict.INTERNAL_ERROR, test, "", "", why, 0);
  }
}
