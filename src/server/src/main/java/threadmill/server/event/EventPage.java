package threadmill.server.event;

/// Some events of a run that follow each other.
///
/// @param count how many there are
/// @param json the array that a socket sends
/// @param lastSeq number of the last of them, or the one that was asked for when there are none
/// @param ended whether the last of them is the verdict, after which nothing comes
public record EventPage(int count, String json, int lastSeq, boolean ended) {
  public boolean isEmpty() {
    return count == 0;
  }
}
