package threadmill.lab.host;

/// Stands for the instance of the program's main class that `main` was called on.
///
/// In a compact source file a lambda that calls another method captures that instance. It stays
/// where it is: each worker makes one of its own, as each has its own static fields.
enum MainInstance {
  OF_THE_WORKER
}
