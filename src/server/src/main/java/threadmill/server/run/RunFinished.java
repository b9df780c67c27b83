package threadmill.server.run;

import threadmill.runner.RunResult;

/// Told inside the CDI container when a run has its verdict, within the transaction that stores it:
/// whoever stores more about its end does so in the same one.
public record RunFinished(Run run, RunResult result) {}
