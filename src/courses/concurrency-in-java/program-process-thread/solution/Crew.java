class Crew {
  /// Starts a thread of this name that does the work, and returns it at once.
  static Thread start(String name, Runnable work) {
    return Thread.ofPlatform().name(name).start(work);
  }
}
