package threadmill.runner.diagnosis;

/// A stretch of one lane that proves a finding.
///
/// @param lane id of the lane
public record Evidence(int lane, long from, long to) {
  long nanos() {
    return to - from;
  }
}
