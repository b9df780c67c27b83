import java.util.concurrent.CompletableFuture;

/// Something that can be asked, and answers some time later.
interface Service {

  /// Returns at once. The future is completed when the answer is there, or fails when there is none.
  CompletableFuture<String> ask(String city);
}
