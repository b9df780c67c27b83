class Crew {
  /// Starts a thread of this name that does the work, and returns it at once.
  static Thread start(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.run();
    return thread;
  }
}
