package threadmill.server.run;

import java.util.UUID;

/// Who asks for a run.
///
/// @param address the client's network address
record Requester(UUID guest, String address) {}
