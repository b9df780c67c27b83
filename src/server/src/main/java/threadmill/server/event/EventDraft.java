package threadmill.server.event;

/// An event that has no number yet.
///
/// @param atNanos nanoseconds since the release of `main`, 0 where there is none
/// @param data one of the records of [EventBody]
public record EventDraft(long atNanos, EventBody data) {

  /// The event with a moment that does not matter: before the release of `main`.
  public static EventDraft now(EventBody data) {
    return new EventDraft(0, data);
  }
}
