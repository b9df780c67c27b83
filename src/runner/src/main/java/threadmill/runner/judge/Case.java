package threadmill.runner.judge;

/// What all entries of one judging share.
record Case(Workshop workshop, Submission submission, Exam exam, Seeds seeds) {}
