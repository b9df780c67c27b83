package threadmill.runner.compile;

import threadmill.runner.judge.Grading.Usage;

/// Something that a source uses, and the first place where it does.
///
/// Who uses a class also uses what it extends and implements, and who calls a method also calls
/// those that it overrides: a `ReentrantLock` is a `Lock`.
///
/// @param name such as `synchronized`, `java.util.concurrent.locks.Lock`, `java.lang.Thread#sleep`;
///   a constructor is `java.lang.Thread#new`
/// @param written what stands at that place, such as `java.util.concurrent.locks.ReentrantLock`
/// @param path of the file
/// @param line from 1
public record Use(Usage usage, String name, String written, String path, int line) {}
