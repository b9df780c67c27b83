package threadmill.runner.judge;

import threadmill.harness.wire.Report;

/// An answer of the code under test.
///
/// @param nanos from the release of the input to the receipt of the whole answer, taken outside its
///   JVM
public record Answered(Report.Reply reply, long nanos) {}
