package threadmill.server.run;

/// What the last attempt of a run wrote.
///
/// @param truncated whether the program wrote more than its limit, so that the end is missing
record OutputView(String stdout, String stderr, boolean truncated) {}
